import type { Span } from '../model/entities.ts';
import { align } from './align.ts';
import { editText, type OldTurn, type Placed } from './edit.ts';
import { likeliest } from './likeness.ts';
import { locateExtract, type PreparedText, prepareText } from './locate.ts';
import { likeness } from './mended.ts';
import type { Mapped } from './places.ts';

/** A corrected transcript laid over the old text: which old turn each of its turns is, and where everything goes. */
export type Reanchored<Id, Key> = {
  readonly text: string;
  readonly turns: readonly (Span & { readonly id: Id | null; readonly from: number })[];
  /** `score`: likeness of the words, 0 to 1; 1 where they are the same. */
  readonly places: ReadonlyMap<Key, (NonNullable<Mapped> & { readonly score: number }) | null>;
};

/** Quotes shorter than this are not looked for elsewhere: they stand in many places. */
const fewestWords = 3;

/**
 * Lays a corrected transcript over the old text. Turns with the same words are the same turns, and so are those between them where their number is the same.
 * What stands on the words goes along with them; what is not found there is looked for in the whole text, so that a passage that was moved keeps its codings.
 */
export function reanchor<Id, Key>(
  old: string,
  oldTurns: readonly OldTurn<Id>[],
  given: readonly string[],
  places: readonly Placed<Key>[],
): Reanchored<Id, Key> {
  const ids = sameTurns(old, oldTurns, given);
  const newTurns = given.map((text, index) => ({ id: ids[index] ?? null, text }));
  const edited = editText(old, oldTurns, newTurns, places);
  let prepared: PreparedText | null = null;
  const found = places.map(place => {
    const quoted = old.slice(place.start, place.end);
    const mapped = edited.places.get(place.key) ?? null;
    if (mapped?.same) return [place.key, { ...mapped, score: 1 }] as const;
    prepared ??= prepareText(edited.text);
    const elsewhere = quoted.split(/\s+/).length >= fewestWords ? locateExtract(prepared, quoted) : null;
    if (elsewhere && elsewhere.start !== null && (mapped === null || elsewhere.status === 'exact')) {
      const { start, end, score } = elsewhere;
      return [place.key, { start, end, score, same: edited.text.slice(start, end) === quoted }] as const;
    }
    if (mapped === null) return [place.key, null] as const;
    return [place.key, { ...mapped, score: scoreOf(quoted, edited.text.slice(mapped.start, mapped.end)) }] as const;
  });
  return { text: edited.text, turns: edited.turns, places: new Map(found) };
}

/** Likeness of the words of two quotes: by words where there are some, else by letters. */
const scoreOf = (was: string, is: string) => likeliest(is, was, 0)?.score ?? likeness(was, is);

/** For each new turn the old one that it is, or null. */
function sameTurns<Id>(
  old: string,
  oldTurns: readonly OldTurn<Id>[],
  given: readonly string[],
): readonly (Id | null)[] {
  const numbers = new Map<string, number>();
  const number = (words: string) => {
    const known = numbers.get(words) ?? numbers.size;
    numbers.set(words, known);
    return known;
  };
  const before = Int32Array.from(oldTurns, turn => number(old.slice(turn.start, turn.end)));
  const after = Int32Array.from(given, words => number(words.trim()));
  const pairs = align(before, after, {
    held: new Uint8Array(before.length),
    linked: new Uint8Array(before.length + 1),
  });
  const ids: (Id | null)[] = given.map(() => null);
  let [a, b] = [0, 0];
  const pairUp = (toA: number, toB: number) => {
    if (toA - a === toB - b) for (; a < toA; a++, b++) ids[b] = oldTurns[a]?.id ?? null;
  };
  for (const [index, at] of pairs.old.entries()) {
    const other = pairs.new[index] ?? 0;
    pairUp(at, other);
    ids[other] = oldTurns[at]?.id ?? null;
    a = at + 1;
    b = other + 1;
  }
  pairUp(before.length, after.length);
  return ids;
}
