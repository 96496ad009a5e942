import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../shared/text/align.ts';
import { editText } from '../../../shared/text/edit.ts';
import { fewestChanges } from '../../../shared/text/fewestChanges.ts';

/** A text of turns with one blank line between, and where each stands. */
function laid(turns: readonly string[]) {
  let at = 0;
  const spans = turns.map((text, id) => {
    const start = at;
    at += text.length + 2;
    return { id, start, end: start + text.length };
  });
  return { text: turns.join('\n\n'), spans };
}

/** Edits turns that keep their names; `marked` is the old text of a place. */
function edit(
  before: readonly string[],
  after: readonly (string | readonly [number | null, string])[],
  marked: string,
) {
  const { text, spans } = laid(before);
  const start = text.indexOf(marked);
  const turns = after.map((turn, id) =>
    typeof turn === 'string' ? { id, text: turn } : { id: turn[0], text: turn[1] },
  );
  const made = editText(text, spans, turns, [{ key: 'place', start, end: start + marked.length }]);
  const place = made.places.get('place') ?? null;
  return { made, words: place && made.text.slice(place.start, place.end), same: place?.same ?? false };
}

describe('mending a transcript', () => {
  test.each([
    ['words before', ['I think teh boat leaked.'], ['I think the boat leaked.'], 'boat leaked', 'boat leaked', true],
    ['a word inside', ['the old teh boat leaked'], ['the old the boat leaked'], 'old teh boat', 'old the boat', false],
    ['the first word', ['we saw teh boat'], ['we saw the boat'], 'teh boat', 'the boat', false],
    ['the only word', ['we saw teh boat'], ['we saw the boat'], 'teh', 'the', false],
    ['the last word', ['we saw the baot go'], ['we saw the boat go'], 'the baot', 'the boat', false],
    ['an edge written anew', ['um I think so'], ['well I think so'], 'um I think', 'well I think', false],
    ['words put in', ['the boat went'], ['the small boat went'], 'the boat', 'the small boat', false],
    ['words put before it', ['the boat went'], ['then the boat went'], 'the boat', 'the boat', true],
    ['words put after it', ['the boat went'], ['the boat, he said, went'], 'the boat', 'the boat', true],
    ['words taken out', ['the small boat went'], ['the boat went'], 'the small boat', 'the boat', false],
    ['what repeats before it', ['yes yes no'], ['yes no'], 'yes no', 'yes no', true],
    ['a part of a word', ['the rowingboat went'], ['then the rowingboat went'], 'boat', 'boat', true],
    ['white space inside', ['the  boat went'], ['the boat went'], 'the  boat', 'the boat', false],
  ])('carries a place over: %s', (_, before, after, marked, expected, same) => {
    const { words, same: found } = edit(before, after, marked);
    expect(words).toBe(expected);
    expect(found).toBe(same);
  });

  test('loses a place with the last of its words', () => {
    expect(edit(['the boat went home'], ['the went home'], 'boat').words).toBeNull();
    expect(edit(['we said boat'], ['we said nothing of it'], 'boat').words).toBeNull();
    expect(
      edit(
        ['one', 'two', 'three'],
        [
          [0, 'one'],
          [2, 'three'],
        ],
        'two',
      ).words,
    ).toBeNull();
  });

  test('carries a place over where a turn is split, joined, or its words given to the next speaker', () => {
    expect(
      edit(
        ['I went home and she laughed'],
        [
          [0, 'I went home'],
          [null, 'and she laughed'],
        ],
        'she laughed',
      ),
    ).toMatchObject({ words: 'she laughed', same: true });
    expect(edit(['I went', 'home again'], [[0, 'I went home again']], 'home again')).toMatchObject({
      words: 'home again',
      same: true,
    });
    expect(edit(['I went home', 'and so on'], ['I went', 'home and so on'], 'home')).toMatchObject({
      words: 'home',
      same: true,
    });
    expect(edit(['I went', 'home'], [[0, 'I went home']], 'I went\n\nhome')).toMatchObject({
      words: 'I went home',
      same: false,
    });
  });

  test('drops turns without words, trims the others, and takes line ends as one', () => {
    const { made } = edit(['one', 'two'], ['  one\r\nand a half ', ' \n '], 'one');
    expect(made.text).toBe('one\nand a half');
    expect(made.turns).toEqual([{ id: 0, from: 0, start: 0, end: 14 }]);
  });

  test('does not follow words to another turn when those at the edge are written anew', () => {
    expect(edit(['the boat', 'went'], ['a ship', 'went'], 'boat\n\nwent').words).toBe('went');
  });

  test('carries places over in a long turn of which both ends change', () => {
    const middle = Array.from({ length: 9_000 }, (_, n) => `word${n % 700} and${n}`).join(' ');
    const started = performance.now();
    const { words, same } = edit([`aa ${middle} zz`], [`bb ${middle} yy`], 'word5 and5');
    expect({ words, same }).toEqual({ words: 'word5 and5', same: true });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('aligning long sequences', () => {
  const none = (length: number) => ({ held: new Uint8Array(length), linked: new Uint8Array(length + 1) });

  test('where all repeats, the fewest changes decide', () => {
    const before = Int32Array.from({ length: 30_000 }, (_, n) => n % 7);
    const after = Int32Array.from([...before].flatMap((item, n) => (n % 1_000 === 0 ? [99, item] : [item])));
    const { old, new: now } = align(before, after, none(before.length));
    expect(old).toHaveLength(before.length);
    expect(old.every((at, index) => before[at] === after[now[index]!])).toBe(true);
  });

  test('the fewest changes keep as many items as any way can', () => {
    const items = fc.array(fc.nat(3), { maxLength: 12 });
    fc.assert(
      fc.property(items, items, (left, right) => {
        const [a, b] = [Int32Array.from(left), Int32Array.from(right)];
        const pairs = fewestChanges(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length })!;
        const most = left.reduceRight<number[]>(
          (below, item) => {
            const row = Array.from(below);
            for (let at = right.length - 1; at >= 0; at--)
              row[at] = item === right[at] ? (below[at + 1] ?? 0) + 1 : Math.max(below[at] ?? 0, row[at + 1] ?? 0);
            return row;
          },
          Array<number>(right.length + 1).fill(0),
        )[0];
        expect(pairs).toHaveLength(most!);
        for (const [index, [x, y]] of pairs.entries()) {
          expect(a[x]).toBe(b[y]);
          if (index > 0) expect(x > pairs[index - 1]![0] && y > pairs[index - 1]![1]).toBe(true);
        }
      }),
    );
  });
});

const word = fc.constantFrom('yes', 'no', 'boat', 'the', 'a', 'teh', 'home', '—', 'd’accord', '🚣', 'é', '我们');
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most });
const separators = fc.constantFrom(' ', '  ', '\n', ', ');
const turn = fc.tuple(words(12), separators).map(([list, space]) => list.join(space));

/** How often words stand in a text, also where they overlap. */
function times(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++;
  return count;
}

describe('for all texts and edits', () => {
  test('an edit outside the places does not change their words, unless it takes out the same words elsewhere', () => {
    const scene = fc
      .record({
        turns: fc.array(words(8), { minLength: 1, maxLength: 4 }),
        seed: fc.nat(),
        count: fc.integer({ min: 1, max: 3 }),
      })
      .chain(({ turns, seed, count }) =>
        fc.record({
          turns: fc.constant(turns),
          marks: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 4 })), { minLength: count, maxLength: count }),
          edits: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.array(word, { maxLength: 3 })), { maxLength: 4 }),
          seed: fc.constant(seed),
        }),
      );
    fc.assert(
      fc.property(scene, ({ turns, marks, edits }) => {
        // Words carry a mark of their own while they are edited, so that the truth is known without the diff.
        const list = turns.flatMap((turnWords, t) => turnWords.map((text, w) => ({ text, t, id: `${t}.${w}` })));
        const places = marks.map(([from, length]) => {
          const start = from % list.length;
          const one = list.slice(start, start + length);
          return one.filter(item => item.t === one[0]?.t).map(item => item.id);
        });
        const held = new Set(places.flat());
        const inner = new Set(places.flatMap(ids => ids.slice(1)));
        let edited: { text: string; t: number; id: string | null }[] = [...list];
        for (const [from, drop, put] of edits) {
          const at = from % (edited.length + 1);
          const next = edited[at];
          if (next?.id && inner.has(next.id)) continue;
          const gone = edited.slice(at, at + drop);
          if (gone.some(item => item.id !== null && held.has(item.id))) continue;
          const t = next?.t ?? edited.at(-1)?.t ?? 0;
          edited = [...edited.slice(0, at), ...put.map(text => ({ text, t, id: null })), ...edited.slice(at + drop)];
        }
        const lay = (items: readonly { text: string; t: number }[]) =>
          turns.map((_, t) =>
            items
              .filter(item => item.t === t)
              .map(item => item.text)
              .join(' '),
          );
        const before = laid(lay(list));
        const startOf = (id: string) => {
          const [t = 0, w = 0] = id.split('.').map(Number);
          return (
            (before.spans[t]?.start ?? 0) + (turns[t] ?? []).slice(0, w).reduce((sum, text) => sum + text.length + 1, 0)
          );
        };
        const spans = places.map((ids, key) => {
          const last = ids.at(-1) ?? '';
          return {
            key,
            start: startOf(ids[0] ?? ''),
            end: startOf(last) + (list.find(item => item.id === last)?.text.length ?? 0),
          };
        });
        const made = editText(
          before.text,
          before.spans,
          lay(edited).map((text, id) => ({ id, text })),
          spans,
        );
        for (const span of spans) {
          const was = before.text.slice(span.start, span.end);
          // Which of several the edit took out can't be told from the two texts.
          if (lay(edited).some((text, t) => times(text, was) < times(lay(list)[t] ?? '', was))) continue;
          const now = made.places.get(span.key);
          expect(now && made.text.slice(now.start, now.end)).toBe(was);
          expect(now?.same).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('every place stands on words of the text, on whole characters, or is lost only if none of its words is there', () => {
    const scene = fc.record({
      before: fc.array(turn, { minLength: 1, maxLength: 5 }),
      after: fc.array(fc.tuple(fc.option(fc.nat(4)), turn), { maxLength: 5 }),
      places: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(scene, ({ before, after, places }) => {
        const { text, spans } = laid(before);
        let last = -1;
        const turns = after.map(([id, words]) => {
          if (id === null || id <= last || id >= before.length) return { id: null, text: words };
          last = id;
          return { id, text: words };
        });
        const placed = places
          .map(([from, to], key) => {
            const ends = [from % (text.length + 1), to % (text.length + 1)].sort((a, b) => a - b);
            return { key, start: ends[0] ?? 0, end: ends[1] ?? 0 };
          })
          .filter(
            place =>
              place.start < place.end &&
              text.slice(place.start, place.end).isWellFormed() &&
              text.slice(place.start, place.end).trim() === text.slice(place.start, place.end),
          );
        const made = editText(text, spans, turns, placed);
        let reached = 0;
        for (const one of made.turns) {
          expect(one.start).toBeGreaterThanOrEqual(reached);
          expect(made.text.slice(one.start, one.end).trim()).not.toBe('');
          reached = one.end;
        }
        for (const place of placed) {
          const now = made.places.get(place.key);
          if (!now) continue;
          expect(now.start).toBeGreaterThanOrEqual(0);
          expect(now.end).toBeLessThanOrEqual(made.text.length);
          const words = made.text.slice(now.start, now.end);
          expect(words.isWellFormed()).toBe(true);
          expect(words).not.toBe('');
          expect(words.trim()).toBe(words);
          expect(now.same).toBe(words === text.slice(place.start, place.end));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('nothing changes where nothing was edited', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (turns, from, length) => {
        const kept = turns.map(one => one.trim());
        const { text, spans } = laid(kept);
        const start = from % text.length;
        const end = Math.min(text.length, start + 1 + (length % 9));
        const made = editText(
          text,
          spans,
          spans.map(one => ({ id: one.id, text: text.slice(one.start, one.end) })),
          [{ key: 1, start, end }],
        );
        expect(made.text).toBe(text);
        const now = made.places.get(1);
        const words = text.slice(start, end);
        if (words.trim() === words && /[\p{L}\p{N}]/u.test(words)) expect(now).toEqual({ start, end, same: true });
      }),
    );
  });
});
