import type { Evidence } from '../model/entities.ts';
import type { SourceId } from '../model/ids.ts';
import type { SpeakerRole } from '../model/kinds.ts';

/** An extract as evidence is weighed from it; one for each distinct stretch of text. */
export type WeighedWords = {
  readonly source: { readonly id: SourceId };
  readonly speaker: { readonly id: string; readonly role: SpeakerRole } | null;
};

/** The weight of some extracts: how many, from which sources (in the order given), by how many speakers. Interviewer words are left out. */
export function evidenceOf(extracts: readonly WeighedWords[]): Evidence {
  const counted = extracts.filter(extract => extract.speaker?.role !== 'interviewer');
  return {
    extracts: counted.length,
    sources: [...new Set(counted.map(extract => extract.source.id))],
    speakers: new Set(counted.map(extract => extract.speaker?.id ?? extract.source.id)).size,
  };
}
