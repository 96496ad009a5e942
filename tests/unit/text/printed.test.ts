import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPrinted } from '../../../shared/text/printed.ts';
import { differenceInWords, printedErrorInWords } from '../../../shared/text/printedWords.ts';

const passage = 'then we went – she said “don’t wait” – and [mentor] came, with the boat [pause] in the rain.';

/** Differences as their kinds and words; errors as their kinds, places and words. */
function said(of: string, printed: string) {
  const checked = checkPrinted(of, printed);
  return checked.ok
    ? checked.differences.map(one => `${one.kind}: ${one.mark}|${one.words}`)
    : checked.errors.map(one => `${one.kind} at ${one.start}-${one.end}: ${one.words}|${one.passage}`);
}
const house = (of: string, printed: string) => {
  const checked = checkPrinted(of, printed);
  return checked.ok ? checked.printed : checked.errors.map(printedErrorInWords);
};

describe('words made ready for print', () => {
  it('are those of the passage, whatever the white space and the forms of quotation marks, dashes and dots', () => {
    expect(said(passage, passage)).toEqual([]);
    expect(
      said(passage, ` then we\nwent - she said "don't  wait" — and [mentor] came, with the boat [pause] in the rain. `),
    ).toEqual([]);
  });

  it('mark what is cut, in one style', () => {
    for (const mark of ['…', '...', '[...]', '[…]', ' . . . ', '[ ... ]'])
      expect(house(passage, `then we went ${mark} in the rain.`)).toBe('then we went […] in the rain.');
    expect(house(passage, 'then we went…in the rain.')).toBe('then we went […] in the rain.');
    expect(said(passage, 'then we went – [...] [mentor] came, […] rain.')).toEqual([
      'cut: […]|she said “don’t wait” – and',
      'cut: […]|with the boat [pause] in the',
    ]);
  });

  it('keep an ellipsis that stands in the passage, and may still cut at one', () => {
    const trailing = 'I was ... I was nine … and then it stopped';
    expect(said(trailing, trailing)).toEqual([]);
    expect(house(trailing, 'I was … I was nine')).toBe('I was … I was nine');
    expect(house(trailing, 'I was … and then … stopped')).toBe('I was […] and then […] stopped');
    expect(said('so [...] it was', 'so […] it was')).toEqual([]);
  });

  it('may leave off start and end without a mark, and say that more was said with one', () => {
    expect(said(passage, 'she said “don’t wait”')).toEqual([
      'start: |then we went –',
      'end: |– and [mentor] came, with the boat [pause] in the rain.',
    ]);
    expect(said('It was good.', '… It was good. …')).toEqual(['cut: […]|', 'cut: […]|']);
    expect(said('One. Two. Three.', '… Two. …')).toEqual(['cut: […]|One.', 'cut: […]|Three.']);
  });

  it('may add words in brackets, and put a bracket in place of up to six', () => {
    expect(said('They came and she helped.', 'They [the two boys] came and [the mentor] helped.')).toEqual([
      'added: [the two boys]|',
      'stands: [the mentor]|she',
    ]);
    expect(said('so the man with the red boat came', 'so [he] came')).toEqual([
      'stands: [he]|the man with the red boat',
    ]);
    expect(said('so the man with the very red boat came', 'so [he] came')).toEqual([
      'long-bracket at 3-3: |the man with the very red boat',
    ]);
  });

  it('may put letters of a word in brackets', () => {
    expect(said(passage, '[T]hen we went')).toEqual(['stands: [T]hen|then', expect.stringMatching(/^end/)]);
    expect(said('we help them', 'we help[ed] them')).toEqual(['stands: help[ed]|help']);
    expect(said('we’re going', '[they]’re going')).toEqual(['stands: [they]’re|we’re']);
    expect(said('[mentor]’s boat [T]he', '[mentor]’s boat [T]he')).toEqual([]);
    expect(said(passage, '[W]hen we went')).toEqual(['stands: [W]hen|then', expect.stringMatching(/^end/)]);
    expect(said(passage, '[T]hem we went')[0]).toBe('changed at 0-6: [T]hem|then');
  });

  it('keep brackets of the passage like its words', () => {
    expect(said(passage, 'and [mentor] came, with the boat in the rain.')).toEqual(['left-out at 33-33: |[pause]']);
    expect(said(passage, 'with the boat […] in the rain.')).toContain('cut: […]|[pause]');
    expect(said(passage, 'and [Mentor] came,')).toContain('stands: [Mentor]|[mentor]');
  });

  it('are wrong where a word was changed, added, moved or left out', () => {
    expect(said(passage, 'then we ran')).toEqual(['changed at 8-11: ran|went']);
    expect(said(passage, 'then we all went')).toEqual(['added at 8-11: all|']);
    expect(said(passage, 'then we went she said')).toEqual(['left-out at 13-13: |–']);
    expect(said('a b c d', 'b a c d').join()).toMatch(/added|changed|left-out/);
    expect(house(passage, 'Then we went')).toEqual(['“Then” is “then” in the passage. Write “[T]hen”.']);
    expect(said(passage, 'then we went … – she')).toEqual(['no-cut at 13-14: …|']);
    expect(said(passage, 'then [] we [went')).toEqual([
      'empty-bracket at 5-7: []|',
      expect.stringMatching(/^open-bracket at 11-12/),
    ]);
    expect(said(passage, '[nobody knows]')).toEqual(['nothing-left at 0-14: [nobody knows]|']);
    expect(said(passage, ' ')).toEqual(['nothing-left at 0-1:  |']);
    expect(said('', 'x').length).toBe(1);
  });

  it('are checked in other scripts', () => {
    expect(said('我很高兴认识你', '我[…]认识你')).toEqual(['cut: […]|很高兴']);
    expect(said('我很高兴认识你', '我很高兴认识他')).toEqual(['changed at 6-7: 他|你']);
    expect(said('Dwi’n hapus iawn yma', 'Dwi’n […] yma')).toEqual(['cut: […]|hapus iawn']);
    expect(said('Zażółć gęślą', 'Zażółć gęślą'.normalize('NFD'))).toEqual([]);
  });

  it('of great length are refused rather than waited for, and long ones are checked at once', () => {
    const long = Array.from({ length: 1500 }, (_, index) => `word${index}`);
    expect(said(long.join(' '), long.filter((_, index) => index !== 700).join(' '))).toEqual([
      expect.stringMatching(/^left-out .*word700$/),
    ]);
    const longer = [...long, ...long].join(' ');
    expect(said(longer, longer)[0]).toMatch(/^too-long/);
  });

  it('are told of in words', () => {
    const checked = checkPrinted('so she came by boat', 'she [mother] came […]');
    expect(checked.ok && checked.differences.map(differenceInWords)).toEqual([
      { what: 'Start left off', words: '“so”' },
      { what: 'Added', words: '[mother]' },
      { what: 'Cut', words: '“by boat”' },
    ]);
  });
});

const word = fc.oneof(
  fc.constantFrom(
    'the',
    'the',
    'boat',
    'a',
    'I',
    'don’t',
    'Sal',
    '[mentor]',
    '[pause]',
    'été',
    '\u{1F6A3}',
    '…',
    '“so”',
    'no,',
    'yes.',
    '–',
    'ok...',
  ),
  fc.stringMatching(/^[a-z]{1,6}$/),
);
const words = fc.array(word, { minLength: 1, maxLength: 30 });
const gloss = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,3}$/).map(inner => `[${inner}]`);
type Edit = { readonly kind: 'keep' | 'cut' | 'add' | 'stand'; readonly length: number; readonly gloss: string };
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('keep', 'keep', 'keep', 'cut', 'add', 'stand') as fc.Arbitrary<Edit['kind']>,
    length: fc.integer({ min: 1, max: 5 }),
    gloss,
  }),
  { maxLength: 20 },
);

/** Prepares words by edits, one after the other; the first word always stays. */
function prepared(said: readonly string[], made: readonly Edit[], marks: readonly string[]): string {
  const shown = [said[0]!];
  let at = 1;
  for (const [index, { kind, length, gloss: bracket }] of made.entries()) {
    const taken = said.slice(at, at + (kind === 'stand' ? Math.min(length, 3) : length));
    if (kind === 'add') shown.push(bracket);
    else if (taken.length > 0) {
      at += taken.length;
      shown.push(...(kind === 'keep' ? taken : [kind === 'cut' ? marks[index % marks.length]! : bracket]));
    }
  }
  return shown.join(' ');
}

describe('any passage', () => {
  const marks = fc.constantFrom(['[…]'], ['...', '[...]'], ['…', '[…]']);
  it('passes with cuts and brackets, and what it gives passes again as it is', () => {
    fc.assert(
      fc.property(
        words.filter(all => /[a-z]/i.test(all[0]!)),
        edits,
        marks,
        (list, made, style) => {
          const of = list.join(' ');
          const checked = checkPrinted(of, prepared(list, made, style));
          if (!checked.ok) throw new Error(checked.errors.map(printedErrorInWords).join('\n'));
          const again = checkPrinted(of, checked.printed);
          expect(again).toEqual(checked);
          for (const { at, from } of checked.kept)
            expect(dots(checked.printed.slice(at.start, at.end))).toBe(dots(of.slice(from.start, from.end)));
          for (const one of checked.differences) {
            expect(of.slice(one.from.start, one.from.end)).toBe(one.words);
            expect(checked.printed.slice(one.at.start, one.at.end)).toBe(one.mark);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('fails with one word changed, added or moved, and the place is told', () => {
    fc.assert(
      fc.property(
        words.filter(all => /^[a-z]+$/i.test(all[0]!)),
        edits,
        fc.nat(),
        fc.boolean(),
        (list, made, number, put) => {
          const of = list.join(' ');
          const shown = prepared(list, made, ['[…]']).split(' ');
          const plain = shown.flatMap((one, index) =>
            /^[a-z’é]+$/i.test(one) && !inBracket(shown, index) ? index : [],
          );
          const at = plain[number % plain.length]!;
          const changed = [...shown.slice(0, at), 'Xylem', ...shown.slice(put ? at : at + 1)];
          const checked = checkPrinted(of, changed.join(' '));
          if (checked.ok) throw new Error(checked.printed);
          const place = changed.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
          expect(checked.errors.some(one => one.start <= place && place < one.end && one.words.includes('Xylem'))).toBe(
            true,
          );
        },
      ),
      { numRuns: 600 },
    );
  });

  it('fails with two different words of it exchanged', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (list, a, b) => {
          const [first, second] = [a % list.length, b % list.length];
          fc.pre(first !== second);
          const moved = list.with(first, list[second]!).with(second, list[first]!);
          expect(checkPrinted(list.join(' '), moved.join(' ')).ok).toBe(false);
        },
      ),
    );
  });

  it('never makes the check throw, whatever is typed', () => {
    const any = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^[ab .…[\]’"-]{0,40}$/));
    fc.assert(
      fc.property(any, any, (of, typed) => {
        const checked = checkPrinted(of, typed);
        if (checked.ok) expect(checkPrinted(of, checked.printed)).toEqual(checked);
        else for (const error of checked.errors) expect(typed.slice(error.start, error.end)).toBe(error.words);
      }),
      { numRuns: 500 },
    );
  });
});

const dots = (text: string) => text.replace(/\.\.\./g, '…');

/** Whether a word stands between brackets that hold several. */
function inBracket(shown: readonly string[], index: number): boolean {
  const before = shown.slice(0, index + 1).join(' ');
  return before.lastIndexOf('[') > before.lastIndexOf(']');
}
