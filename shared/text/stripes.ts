import type { Span } from '../model/entities.ts';

/**
 * Gives each span a lane, from 0, so that spans of one lane don't overlap: by start, then longest first, into the first free lane.
 * Positions may be text offsets or pixels; `gap` is the least distance within a lane in the same unit.
 */
export function packStripes<Id>(items: readonly (Span & { readonly id: Id })[], gap = 0): ReadonlyMap<Id, number> {
  const lanes = new Map<Id, number>();
  const ends: number[] = [];
  for (const item of items.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const free = ends.findIndex(end => end + gap <= item.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = item.end;
    lanes.set(item.id, lane);
  }
  return lanes;
}
