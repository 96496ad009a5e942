import type { Span } from '../../model/entities.ts';
import type { Near, Part, Phrase, Query } from './query.ts';
import type { Token } from './tokens.ts';
import { withinToken } from './tokens.ts';

/** A place where a query holds. `marks` are the words that match, ascending; `start` and `end` bound them all, or the first alone where they stand far apart. */
export type Match = Span & { readonly marks: readonly Span[] };

/** In UTF-16 units: about what a line or two of hits can show. */
const farApart = 200;

/** Half-open range of token indices. */
type Run = { readonly from: number; readonly to: number };

/**
 * Where a query holds in the tokens of one piece, ascending and without overlap. One phrase: each place it stands.
 * Several parts: the one shortest stretch that holds them all, since they are asked for together.
 */
export function matchesIn(tokens: readonly Token[], { parts }: Query): readonly Match[] {
  const [only, ...others] = parts;
  if (!only) return [];
  if (others.length === 0) {
    return only.kind === 'phrase'
      ? apart(runsOf(tokens, only.phrase)).map(run => spanned(tokens, [run]))
      : nearRuns(tokens, only).map(runs => spanned(tokens, runs));
  }
  const window = shortest(parts.map(part => groupsOf(tokens, part)));
  return window ? [spanned(tokens, window)] : [];
}

/** Where a stretch of folded words stands, also inside words. `open` says at which end it may begin or end inside a word. */
export function substringsIn(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  open: { readonly start: boolean; readonly end: boolean },
): readonly Match[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const found: Match[] = [];
  if (rest.length === 0) {
    for (const token of tokens) {
      for (let at = token.folded.indexOf(first); at >= 0; at = token.folded.indexOf(first, at + first.length)) {
        const end = at + first.length;
        if ((!open.start && at > 0) || (!open.end && end < token.folded.length)) continue;
        const span = withinToken(text, token, at, end);
        found.push({ ...span, marks: [span] });
      }
    }
    return found;
  }
  for (let at = 0; at + words.length <= tokens.length; at++) {
    if (!holdsAt(tokens, words, at, open)) continue;
    const head = tokens[at] as Token;
    const tail = tokens[at + words.length - 1] as Token;
    const { start } = withinToken(text, head, head.folded.length - first.length, head.folded.length);
    const { end } = withinToken(text, tail, 0, (words.at(-1) ?? '').length);
    found.push({ start, end, marks: [{ start, end }] });
    at += words.length - 1;
  }
  return found;
}

function holdsAt(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  open: { readonly start: boolean; readonly end: boolean },
): boolean {
  for (let index = 0; index < words.length; index++) {
    const folded = tokens[at + index]?.folded ?? '';
    const word = words[index] ?? '';
    if (folded === word) continue;
    if (index === 0 && open.start && folded.endsWith(word)) continue;
    if (index === words.length - 1 && open.end && folded.startsWith(word)) continue;
    return false;
  }
  return true;
}

function runsOf(tokens: readonly Token[], { words, prefix }: Phrase): readonly Run[] {
  const runs: Run[] = [];
  for (let from = 0; from + words.length <= tokens.length; from++)
    if (holdsAt(tokens, words, from, { start: false, end: prefix })) runs.push({ from, to: from + words.length });
  return runs;
}

function apart(runs: readonly Run[]): readonly Run[] {
  let reached = 0;
  return runs.filter(run => {
    if (run.from < reached) return false;
    reached = run.to;
    return true;
  });
}

/** Each way in which the phrases stand near each other, the shortest for each beginning, without overlap. */
function nearRuns(tokens: readonly Token[], { phrases, within }: Near): readonly (readonly Run[])[] {
  const lists = phrases.map(phrase => runsOf(tokens, phrase));
  const found: (readonly Run[])[] = [];
  let reached = 0;
  for (const beginning of lists.flat().sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (beginning.from < reached) continue;
    const chosen = lists.map(list => list.find(run => run.from >= beginning.from));
    if (chosen.some(run => run === undefined)) break;
    const runs = (chosen as readonly Run[]).toSorted((a, b) => a.from - b.from || a.to - b.to);
    const first = runs[0] as Run;
    const last = runs.at(-1) as Run;
    if (first.from !== beginning.from || last.from - first.to > within) continue;
    found.push(runs);
    reached = Math.max(...runs.map(run => run.to));
  }
  return found;
}

type Group = Run & { readonly runs: readonly Run[] };

function groupsOf(tokens: readonly Token[], part: Part): readonly Group[] {
  if (part.kind === 'phrase') return runsOf(tokens, part.phrase).map(run => ({ ...run, runs: [run] }));
  return nearRuns(tokens, part).map(runs => ({
    from: Math.min(...runs.map(run => run.from)),
    to: Math.max(...runs.map(run => run.to)),
    runs,
  }));
}

/** The shortest stretch with one group of each list; null if a list is empty. */
function shortest(lists: readonly (readonly Group[])[]): readonly Run[] | null {
  if (lists.some(list => list.length === 0)) return null;
  let best: { readonly length: number; readonly groups: readonly Group[] } | null = null;
  for (const beginning of lists.flat()) {
    const groups = lists.map(list => list.find(group => group.from >= beginning.from));
    if (groups.some(group => group === undefined)) continue;
    const chosen = groups as readonly Group[];
    const length = Math.max(...chosen.map(group => group.to)) - beginning.from;
    if (best === null || length < best.length) best = { length, groups: chosen };
  }
  return best === null ? null : best.groups.flatMap(group => group.runs);
}

function spanned(tokens: readonly Token[], runs: readonly Run[]): Match {
  const marks = runs
    .map(run => ({ start: tokens[run.from]?.start ?? 0, end: tokens[run.to - 1]?.end ?? 0 }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((mark, index, all) => index === 0 || mark.start !== all[index - 1]?.start);
  const start = marks[0]?.start ?? 0;
  const end = Math.max(...marks.map(mark => mark.end));
  return end - start <= farApart ? { start, end, marks } : { start, end: marks[0]?.end ?? end, marks };
}
