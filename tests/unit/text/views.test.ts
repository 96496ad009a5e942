import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../shared/model/entities.ts';
import { createView, spliceLabels } from '../../../shared/text/views.ts';

/** A text made of pieces that stay and pieces that are replaced, some of them adjacent, with pairs and marks in both. */
const words = fc.string({ unit: fc.constantFrom('a', 'é', 'e\u0301', '😀', ' ', '[', ']', '\n', '王'), maxLength: 6 });
const some = words.map(text => text || '𝒦');
const pieces = fc.array(fc.record({ stays: words, label: some, original: some }), { maxLength: 8 });
const material = fc.record({ pieces, tail: words });
type Material = typeof material extends fc.Arbitrary<infer T> ? T : never;

function build({ pieces, tail }: Material) {
  let printed = '';
  let spoken = '';
  const labels: (Span & { words: string })[] = [];
  const originals: (Span & { label: string })[] = [];
  for (const { stays, label, original } of pieces) {
    printed += stays;
    spoken += stays;
    labels.push({ start: printed.length, end: printed.length + label.length, words: original });
    originals.push({ start: spoken.length, end: spoken.length + original.length, label });
    printed += label;
    spoken += original;
  }
  return { printed: printed + tail, spoken: spoken + tail, labels, originals };
}

const isInside = (spans: readonly Span[], at: number) => spans.some(span => span.start < at && at < span.end);
const spanIn = (text: string, a: number, b: number): Span => {
  const [x, y] = [a % (text.length + 1), b % (text.length + 1)];
  return { start: Math.min(x, y), end: Math.max(x, y) };
};
const twoNats = [fc.nat(200), fc.nat(200)] as const;

describe('the view as spoken', () => {
  test('an edge at a border stays there, one inside moves outward', () => {
    const view = createView('So [mentor] rang [place].', [
      { start: 3, end: 11, words: 'Kai' },
      { start: 17, end: 24, words: 'the Wick' },
    ]);
    expect(view.spoken).toBe('So Kai rang the Wick.');
    expect(view.marks.map(({ start, end }) => view.spoken.slice(start, end))).toEqual(['Kai', 'the Wick']);
    expect(view.toSpoken({ start: 3, end: 11 })).toEqual({ start: 3, end: 6 });
    expect(view.toSpoken({ start: 5, end: 19 })).toEqual({ start: 3, end: 20 });
    expect(view.toSpoken({ start: 6, end: 6 })).toEqual({ start: 3, end: 6 });
    expect(view.toSpoken({ start: 11, end: 11 })).toEqual({ start: 6, end: 6 });
    expect(view.toPrinted({ start: 5, end: 14 })).toEqual({ start: 3, end: 24 });
  });

  test('is the spoken text, and the words outside labels are the same in both views', () => {
    fc.assert(
      fc.property(material, made => {
        const { printed, spoken, labels, originals } = build(made);
        const view = createView(printed, labels);
        expect(view.spoken).toBe(spoken);
        expect(view.marks).toEqual(originals.map(({ start, end }) => ({ start, end })));
        let from = 0;
        for (const label of [...labels, { start: printed.length, end: printed.length }]) {
          const stretch = { start: from, end: label.start };
          const there = view.toSpoken(stretch);
          expect(spoken.slice(there.start, there.end)).toBe(printed.slice(stretch.start, stretch.end));
          from = label.end;
        }
      }),
    );
  });

  test('there and back gives the same span, unless an edge lay inside a label: then the whole label is in', () => {
    fc.assert(
      fc.property(material, ...twoNats, (made, a, b) => {
        const { printed, labels } = build(made);
        const view = createView(printed, labels);
        const span = spanIn(printed, a, b);
        const back = view.toPrinted(view.toSpoken(span));
        const inside = (at: number) => labels.find(label => label.start < at && at < label.end);
        expect(back).toEqual({
          start: inside(span.start)?.start ?? span.start,
          end: inside(span.end)?.end ?? span.end,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('back and there, too', () => {
    fc.assert(
      fc.property(material, ...twoNats, (made, a, b) => {
        const { printed, spoken, labels, originals } = build(made);
        const view = createView(printed, labels);
        const span = spanIn(spoken, a, b);
        fc.pre(!isInside(originals, span.start) && !isInside(originals, span.end));
        expect(view.toSpoken(view.toPrinted(span))).toEqual(span);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the order of places, and never parts a pair that was whole', () => {
    fc.assert(
      fc.property(material, fc.array(fc.nat(200), { minLength: 2, maxLength: 12 }), (made, ats) => {
        const { printed, labels } = build(made);
        const view = createView(printed, labels);
        const places = ats.map(at => at % (printed.length + 1)).sort((a, b) => a - b);
        let last = { start: 0, end: 0 };
        for (const at of places) {
          const there = view.toSpoken({ start: at, end: at });
          expect(there.start).toBeGreaterThanOrEqual(last.start);
          expect(there.end).toBeGreaterThanOrEqual(last.end);
          expect(there.end).toBeLessThanOrEqual(view.spoken.length);
          last = there;
          if (isPairParted(printed, at)) continue;
          expect(isPairParted(view.spoken, there.start) || isPairParted(view.spoken, there.end)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [
      'descending',
      [
        { start: 3, end: 4, words: 'x' },
        { start: 0, end: 1, words: 'y' },
      ],
    ],
    [
      'overlapping',
      [
        { start: 0, end: 3, words: 'x' },
        { start: 2, end: 4, words: 'y' },
      ],
    ],
    ['empty', [{ start: 1, end: 1, words: 'x' }]],
    ['without words', [{ start: 1, end: 2, words: '' }]],
    ['past the end', [{ start: 1, end: 9, words: 'x' }]],
  ])('refuses redactions that are %s', (_, redactions) => {
    expect(() => createView('abcde', redactions)).toThrow(RangeError);
  });
});

const isPairParted = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');

describe('putting labels in', () => {
  test('gives the printed text, from which the view gives back the spoken one', () => {
    fc.assert(
      fc.property(material, fc.infiniteStream(fc.nat()), (made, random) => {
        const { printed, spoken, labels, originals } = build(made);
        const shuffled = originals
          .map(one => ({ one, by: random.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        const done = spliceLabels(spoken, shuffled);
        expect(done.text).toBe(printed);
        for (const [index, { start, end }] of done.labels.entries())
          expect(printed.slice(start, end)).toBe(shuffled[index]!.label);
        expect(createView(done.text, labels).spoken).toBe(spoken);
      }),
    );
  });

  test('moves spans as the view does, and says which take in more than they did', () => {
    fc.assert(
      fc.property(material, ...twoNats, (made, a, b) => {
        const { printed, spoken, labels, originals } = build(made);
        const span = spanIn(spoken, a, b);
        const { same, ...there } = spliceLabels(spoken, originals).map(span);
        expect(there).toEqual(createView(printed, labels).toPrinted(span));
        expect(same).toBe(!isInside(originals, span.start) && !isInside(originals, span.end));
        if (same) expect(createView(printed, labels).toSpoken(there)).toEqual(span);
      }),
      { numRuns: 500 },
    );
  });

  test('a span that holds whole replaced words is the same extract', () => {
    const { map } = spliceLabels('So Kai rang Kai.', [
      { start: 12, end: 15, label: '[mentor]' },
      { start: 3, end: 6, label: '[mentor]' },
    ]);
    expect(map({ start: 3, end: 11 })).toEqual({ start: 3, end: 16, same: true });
    expect(map({ start: 4, end: 11 })).toEqual({ start: 3, end: 16, same: false });
    expect(map({ start: 12, end: 15 })).toEqual({ start: 17, end: 25, same: true });
  });

  test('overlapping replacements are refused, and both are named', () => {
    const both = [
      { start: 7, end: 11, label: '[surname]' },
      { start: 0, end: 11, label: '[mentor]' },
    ];
    expect(() => spliceLabels('Marcus Bell', both)).toThrow(RangeError);
    expect(() => spliceLabels('Marcus Bell', both)).toThrow(/“Marcus Bell” at 0–11 \(“\[mentor\]”\).*“Bell” at 7–11/);
    expect(() => spliceLabels('Kai', [{ start: 0, end: 4, label: '[x]' }])).toThrow(RangeError);
  });
});
