import type { Span } from '../model/entities.ts';
import { align } from './align.ts';
import { mendedPairs } from './mended.ts';
import { normaliseText } from './normalise.ts';
import { type Mapped, mapPlace, type Piece } from './places.ts';
import { firstTurnAfter } from './turns.ts';

/** A stretch of the text as it was, by a name of its own. */
export type OldTurn<Id> = Span & { readonly id: Id };

/** A stretch as it shall be: under the name of the old one it comes from, or null where it is new. */
export type NewTurn<Id> = { readonly id: Id | null; readonly text: string };

/** What stands on the words: a coding or a placed memo. */
export type Placed<Key> = Span & { readonly key: Key };

export type Edit<Id, Key> = {
  readonly text: string;
  /** The turns that have words, in order; `from` is their place among those given. */
  readonly turns: readonly (Span & { readonly id: Id | null; readonly from: number })[];
  readonly places: ReadonlyMap<Key, Mapped>;
};

/** What stands between two turns. */
const join = '\n\n';

/**
 * Lays edited turns out as a text and carries places from the old text over to it. Outer white space of a turn goes, and so does a turn without words. Positions are UTF-16 units, half-open.
 * Turns that are the same in both are carried exactly. Between them words are aligned as they were most likely written; a place whose words would then be changed, though they still stand as often as before,
 * goes to where they are: an edit outside a place does not change its words, unless it takes out the very same words elsewhere.
 * A place covers those of its words that are left and what was written in their stead; it is lost only with the last of its words. Old turns ascend; new turns that name an old one keep their order.
 */
export function editText<Id, Key>(
  old: string,
  oldTurns: readonly OldTurn<Id>[],
  newTurns: readonly NewTurn<Id>[],
  places: readonly Placed<Key>[],
): Edit<Id, Key> {
  const { text, turns } = layOutTurns(newTurns);
  const ordered = places.toSorted((a, b) => a.start - b.start);
  const regions = regionsOf(old, oldTurns, text, turns);
  const piecesBy = (heed: Heed) =>
    regions.flatMap(region => (region.same ? [exactPiece(region)] : piecesIn(old, text, region, ordered, heed)));
  const likely = piecesBy('as-written');
  let keeping: readonly Piece[] | null = null;
  const mapped = places.map(place => {
    const first = mapPlace(old, text, likely, place);
    if (first?.same || !standsAsOften(old, text, regions, place)) return [place.key, first] as const;
    keeping ??= piecesBy('keep-places');
    const second = mapPlace(old, text, keeping, place);
    return [place.key, second?.same ? second : first] as const;
  });
  return { text, turns, places: new Map(mapped) };
}

/** What counts when words are aligned: what was most likely written, or that words under places stay together. */
type Heed = 'as-written' | 'keep-places';

/** Whether the words of a place stand in the edited stretch at least as often as before. */
function standsAsOften(old: string, text: string, regions: readonly Region[], place: Span): boolean {
  const region = regions.find(one => one.old.start <= place.start && place.end <= one.old.end);
  const words = old.slice(place.start, place.end);
  const before = region ? old.slice(region.old.start, region.old.end) : old;
  const after = region ? text.slice(region.new.start, region.new.end) : text;
  return timesIn(after, words) >= timesIn(before, words);
}

function timesIn(text: string, words: string): number {
  let times = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) times++;
  return times;
}

function layOutTurns<Id>(given: readonly NewTurn<Id>[]) {
  const parts: string[] = [];
  const turns: (Span & { readonly id: Id | null; readonly from: number })[] = [];
  let at = 0;
  for (const [from, turn] of given.entries()) {
    const words = normaliseText(turn.text).replace(outerSpace, '');
    if (words === '') continue;
    const start = parts.length === 0 ? 0 : at + join.length;
    at = start + words.length;
    parts.push(words);
    turns.push({ id: turn.id, from, start, end: at });
  }
  return { text: parts.join(join), turns };
}

const outerSpace = /^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g;

/** A stretch of both texts that is aligned on its own. */
type Region = {
  readonly old: Span;
  readonly new: Span;
  readonly same: boolean;
};

const exactPiece = (region: Region): Piece => ({ old: region.old, new: region.new, exact: true });

/** Pairs the turns that are the same in both; what lies between two such pairs is one region, so that words may cross from turn to turn where turns were split, joined or given to another speaker. */
function regionsOf<Id>(
  old: string,
  oldTurns: readonly OldTurn<Id>[],
  text: string,
  turns: readonly (Span & { readonly id: Id | null })[],
): readonly Region[] {
  const places = new Map(oldTurns.map((turn, index) => [turn.id, index]));
  const regions: Region[] = [];
  let oldFrom = 0;
  let newFrom = 0;
  const between = (oldTo: number, newTo: number) => {
    const [a, b] = [oldTurns[oldFrom], oldTurns[oldTo - 1]];
    const [c, d] = [turns[newFrom], turns[newTo - 1]];
    if (oldFrom < oldTo && newFrom < newTo && a && b && c && d)
      regions.push({ old: { start: a.start, end: b.end }, new: { start: c.start, end: d.end }, same: false });
  };
  for (const [index, turn] of turns.entries()) {
    const place = turn.id === null ? undefined : places.get(turn.id);
    const was = place === undefined ? undefined : oldTurns[place];
    if (place === undefined || was === undefined || place < oldFrom) continue;
    if (old.slice(was.start, was.end) !== text.slice(turn.start, turn.end)) continue;
    between(place, index);
    regions.push({ old: was, new: turn, same: true });
    oldFrom = place + 1;
    newFrom = index + 1;
  }
  between(oldTurns.length, turns.length);
  return regions;
}

/** Words, and every other visible character on its own. White space is no token: what stands between two tokens goes with them. */
const tokens = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*|[^\s\u200B\u2060\uFEFF]/gu;

type Token = Span & { readonly word: string };

function tokensIn(text: string, { start, end }: Span): readonly Token[] {
  return Array.from(text.slice(start, end).matchAll(tokens), match => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    word: match[0],
  }));
}

/** The pieces of a region that are the same in both texts, word by word, and the words that were mended. Ascending. */
function piecesIn<Key>(
  old: string,
  text: string,
  region: Region,
  places: readonly Placed<Key>[],
  heed: Heed,
): readonly Piece[] {
  const before = tokensIn(old, region.old);
  const after = tokensIn(text, region.new);
  const numbers = new Map<string, number>();
  const numbered = (list: readonly Token[]) =>
    Int32Array.from(list, ({ word }) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
  const pairs = align(numbered(before), numbered(after), wishesOf(before, region.old, places, heed));
  const pieces: Piece[] = [];
  let oldFrom = 0;
  let newFrom = 0;
  const between = (oldTo: number, newTo: number) => {
    const [left, right] = [before.slice(oldFrom, oldTo), after.slice(newFrom, newTo)];
    for (const [a, b] of mendedPairs(left, right)) pieces.push({ old: a, new: b, exact: false });
  };
  for (const [index, a] of pairs.old.entries()) {
    const b = pairs.new[index];
    const [was, is] = [before[a], b === undefined ? undefined : after[b]];
    if (b === undefined || !was || !is) continue;
    between(a, b);
    pieces.push({ old: was, new: is, exact: true });
    oldFrom = a + 1;
    newFrom = b + 1;
  }
  between(before.length, after.length);
  return pieces;
}

/** Tokens under a place win where all else is even; to keep places, neighbours under one place are linked, and a place of one token holds it. */
function wishesOf<Key>(list: readonly Token[], region: Span, places: readonly Placed<Key>[], heed: Heed) {
  const held = new Uint8Array(list.length);
  const linked = new Uint8Array(list.length + 1);
  for (const place of places) {
    if (place.start >= region.end) break;
    if (place.end <= region.start) continue;
    const first = firstTurnAfter(list, place.start);
    let index = first;
    for (; (list[index]?.start ?? place.end) < place.end; index++) {
      held[index] = Math.max(held[index] ?? 0, 1);
      if (index > first && heed === 'keep-places') linked[index] = 1;
    }
    if (index === first + 1 && heed === 'keep-places') held[first] = 2;
  }
  return { held, linked };
}
