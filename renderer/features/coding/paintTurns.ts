import type { Code, Coding, Transcript } from '../../../shared/model/entities.ts';
import { segments } from '../../../shared/text/segments.ts';
import { turnsIn } from '../../../shared/text/turns.ts';
import { paintHighlight } from '../../lexical/highlights.ts';
import { heightsOf, rangesOf, rectsOf } from '../../lexical/places.ts';
import type { Striped } from './margin.ts';

export type Codes = ReadonlyMap<string, Code>;

/** Codings that touch the stretch from the first to the last of the turns shown. */
export function codingsNear({ turns, codings }: Transcript, shown: ReadonlySet<number>): readonly Coding[] {
  if (shown.size === 0) return [];
  const from = turns[Math.min(...shown)]?.start ?? 0;
  const to = turns[Math.max(...shown)]?.end ?? 0;
  return codings.filter(coding => coding.end > from && coding.start < to);
}

/** Washes behind coded words: one where one or two codes lie, another where three or more do. */
export function paintWashes(
  page: HTMLElement,
  transcript: Transcript,
  near: readonly Coding[],
  shown: ReadonlySet<number>,
): void {
  const few: StaticRange[] = [];
  const many: StaticRange[] = [];
  for (const piece of segments(transcript.text.length, near)) {
    if (piece.codings.length === 0) continue;
    (piece.codings.length > 2 ? many : few).push(...rangesOf(page, transcript, piece, shown));
  }
  paintHighlight('w1', few, 0);
  paintHighlight('w2', many, 1);
}

/** The heights between which each coding's stripe runs, over the turns that are shown, in pixels from the top of the sheet. */
export function measureStripes(
  page: HTMLElement,
  transcript: Transcript,
  near: readonly Coding[],
  shown: ReadonlySet<number>,
  codes: Codes,
): readonly Striped[] {
  const top = page.getBoundingClientRect().top - page.offsetTop;
  return near.flatMap(coding => {
    const code = codes.get(coding.code);
    const ranges = rangesOf(page, transcript, coding, shown);
    const [first, last] = [ranges[0], ranges.at(-1)];
    const heights = first && last && heightsOf(first, last);
    if (!heights || !code) return [];
    return [{ id: coding.id, name: code.name, hue: code.hue, y0: heights.top - top, y1: heights.bottom - top }];
  });
}

/** Says in words which codes stand on each turn shown: washes and stripes can't be heard. */
export function describeTurns(
  page: HTMLElement,
  { turns }: Transcript,
  near: readonly Coding[],
  shown: ReadonlySet<number>,
  codes: Codes,
): void {
  const said = new Map<number, string[]>();
  for (const coding of near) {
    const name = codes.get(coding.code)?.name;
    if (name === undefined) continue;
    for (const turn of turnsIn(turns, coding)) said.set(turn.ordinal, [...(said.get(turn.ordinal) ?? []), name]);
  }
  for (const index of shown) {
    const words = page.children[index]?.querySelector('[data-turn]');
    const names = said.get(turns[index]?.ordinal ?? 0);
    if (!words) continue;
    if (names) words.setAttribute('aria-description', `Codings: ${names.join(', ')}`);
    else words.removeAttribute('aria-description');
  }
}

export type LineMark = { readonly key: string; readonly y: number; readonly line: number };

/** A number for every fifth line of each turn shown, counted within the turn; pixels from the top of the sheet. */
export function measureLines(
  page: HTMLElement,
  transcript: Transcript,
  shown: ReadonlySet<number>,
): readonly LineMark[] {
  const top = page.getBoundingClientRect().top - page.offsetTop;
  return [...shown].flatMap(index => {
    const turn = transcript.turns[index];
    const range = turn && rangesOf(page, transcript, turn)[0];
    const lines = [...new Set((range ? rectsOf(range) : []).map(rect => Math.round(rect.top - top)))].sort(
      (a, b) => a - b,
    );
    return lines.flatMap((y, line) =>
      line === 0 || (line + 1) % 5 !== 0 ? [] : [{ key: `${index} ${line}`, y, line: line + 1 }],
    );
  });
}
