import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Code, Coding, Transcript } from '../../../shared/model/entities.ts';
import { segments } from '../../../shared/text/segments.ts';
import { clearHighlight, paintHighlight } from '../../lexical/highlights.ts';
import { rangesOf } from '../../lexical/places.ts';
import { layOutMargin, type MarginLayout, type Striped } from './margin.ts';

/** How far outside the window turns are measured and painted, so that scrolling finds them ready. */
const ahead = '700px 0px';
const nothing: MarginLayout = { stripes: [], namesX: 0, more: [] };

/** Paints washes and lays out stripes for the turns in and near the window; measuring all of a long transcript would take seconds. */
export function useMargin(
  root: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  transcript: Transcript,
  codes: readonly Code[],
): MarginLayout {
  const [layout, setLayout] = useState<MarginLayout>(nothing);
  const visible = useRef<ReadonlySet<number>>(new Set());
  const byId = useMemo(() => new Map(codes.map(code => [code.id, code])), [codes]);
  const pieces = useMemo(() => segments(transcript.text.length, transcript.codings), [transcript]);

  const draw = useCallback(() => {
    const page = root.current;
    if (!page) return;
    const shown = visible.current;
    const w1: Range[] = [];
    const w2: Range[] = [];
    const first = Math.min(...shown);
    const last = Math.max(...shown);
    const from = transcript.turns[first]?.start ?? 0;
    const to = transcript.turns[last]?.end ?? 0;
    for (const piece of pieces) {
      if (piece.codings.length === 0 || piece.end <= from || piece.start >= to) continue;
      (piece.codings.length > 2 ? w2 : w1).push(...rangesOf(page, transcript, piece, shown));
    }
    paintHighlight('w1', w1, 0);
    paintHighlight('w2', w2, 1);
    const top = page.getBoundingClientRect().top - page.offsetTop;
    const near = transcript.codings.filter(coding => coding.end > from && coding.start < to);
    setLayout(
      layOutMargin(near.flatMap(coding => striped(page, transcript, coding, shown, top, byId.get(coding.code)))),
    );
  }, [root, transcript, pieces, byId]);

  useEffect(() => {
    const page = root.current;
    if (!page) return;
    const now = new Set<number>();
    const watcher = new IntersectionObserver(
      entries => {
        for (const entry of entries) {
          const index = Number(entry.target.querySelector<HTMLElement>('[data-turn]')?.dataset['turn'] ?? -1);
          if (entry.isIntersecting) now.add(index);
          else now.delete(index);
        }
        visible.current = new Set(now);
        draw();
      },
      { root: scroller.current, rootMargin: ahead },
    );
    for (const turn of page.children) watcher.observe(turn);
    const resized = new ResizeObserver(draw);
    resized.observe(page);
    return () => {
      watcher.disconnect();
      resized.disconnect();
      clearHighlight('w1');
      clearHighlight('w2');
    };
  }, [root, scroller, draw]);
  return layout;
}

/** The heights between which a coding's stripe runs, over the turns that are shown. */
function striped(
  page: HTMLElement,
  transcript: Transcript,
  coding: Coding,
  shown: ReadonlySet<number>,
  top: number,
  code: Code | undefined,
): readonly Striped[] {
  const ranges = rangesOf(page, transcript, coding, shown);
  const first = ranges[0]?.getClientRects()[0];
  const all = ranges.at(-1)?.getClientRects();
  const last = all?.[all.length - 1];
  if (!first || !last || !code) return [];
  return [{ id: coding.id, name: code.name, hue: code.hue, y0: first.top - top, y1: last.bottom - top }];
}
