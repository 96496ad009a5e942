import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateExtract, prepareText } from '../../../shared/text/locate.ts';

const find = (text: string, extract: string, spans?: readonly { readonly start: number; readonly end: number }[]) =>
  locateExtract(prepareText(text), extract, spans ? { spans } : {});
const words = (text: string, hit: ReturnType<typeof find>) =>
  hit.start === null ? null : text.slice(hit.start, hit.end);

/** Words of which each comes once, between marks that word processors change. */
const piece = fc.constantFrom(
  ' ',
  ', ',
  ' – ',
  '—',
  '… ',
  '...',
  ' “',
  '” ',
  '. ',
  '\n',
  '\n\n',
  '\u00A0',
  '’s ',
  ' ‘',
  "' ",
  '?! ',
);
const texts = fc
  .array(fc.tuple(fc.constantFrom('boat', 'Sal', 'naïve', 'e\u0301te\u0301', 'שלום', 'up'), piece), {
    minLength: 3,
    maxLength: 60,
  })
  .map(parts => parts.map(([word, mark], index) => ({ word: `${word}${index}x`, mark })));

/** What a word processor or a hand does to marks and spaces on the way. */
const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[“”]/g, ['"', '“', '«', '']],
  [/[‘’']/g, ["'", '’', '`']],
  [/[–—]/g, ['-', '–', '—', '--']],
  [/…|\.{3}/g, ['…', '...', '. . .']],
  [/\s+/g, [' ', '  ', '\n', '\t', '\u00A0', '\r\n']],
];
function mangle(text: string, choices: readonly number[]): string {
  let at = 0;
  const choose = (options: readonly string[]) => options[(choices[at++ % choices.length] ?? 0) % options.length] ?? '';
  return swaps.reduce((changed, [pattern, options]) => changed.replace(pattern, () => choose(options)), text);
}

describe('finding an extract', () => {
  it('any stretch of words is found where it stands, however quotes, dashes, dots and white space were changed', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.nat(),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 15 }),
        (parts, a, b, choices) => {
          const text = parts.map(part => part.word + part.mark).join('');
          const from = Math.min(a % parts.length, b % parts.length);
          const to = Math.max(a % parts.length, b % parts.length);
          const start = text.indexOf(parts[from]!.word);
          const end = text.indexOf(parts[to]!.word) + parts[to]!.word.length;
          const hit = find(text, mangle(text.slice(start, end), choices));
          expect(['exact', 'normalised']).toContain(hit.status);
          expect(hit).toMatchObject({ start, end, score: 1 });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('word for word is exact, outer white space aside', () => {
    const text = 'I turn up. At school as well \u{1F6A3} — most days.';
    expect(find(text, ' At school as well \u{1F6A3} ')).toEqual({ status: 'exact', score: 1, start: 11, end: 31 });
  });

  it('case is the last of what is looked past', () => {
    expect(find('We built a BOAT from nothing.', 'we built a boat')).toEqual({
      status: 'normalised',
      score: 1,
      start: 0,
      end: 15,
    });
  });

  it('takes in the marks at either end that the extract has too, and no others', () => {
    const text = 'She said “I came back.” Then she left.';
    expect(words(text, find(text, '"I came back."'))).toBe('“I came back.”');
    expect(words(text, find(text, 'I  came back.'))).toBe('I came back.');
    expect(words(text, find(text, 'I  came back'))).toBe('I came back');
    expect(words(text, find(text, '"I  came back'))).toBe('“I came back');
    const trail = 'I don’t know … “really”';
    expect(words(trail, find(trail, "I don't know"))).toBe('I don’t know');
  });

  it('a whole word goes before the same letters within another', () => {
    const text = 'Then she said it. Later he said it.';
    expect(find(text, 'he said it')).toMatchObject({ status: 'exact', start: 24 });
  });

  it('several places as good as each other are ambiguous, unless one is the speaker’s', () => {
    const text = 'I trust Sal. No. I trust Sal. Yes.';
    expect(find(text, 'I trust Sal')).toEqual({ status: 'ambiguous', score: 1, start: null, end: null });
    expect(find(text, 'I trust Sal', [{ start: 16, end: 34 }])).toMatchObject({ status: 'exact', start: 17 });
    expect(find(text, 'I trust Sal', [{ start: 0, end: 34 }]).status).toBe('ambiguous');
    expect(find(text, 'I  trust Sal', [{ start: 0, end: 13 }])).toMatchObject({ status: 'normalised', start: 0 });
  });

  it('the speaker named does not hide the one place there is', () => {
    expect(find('I trust Sal. No.', 'I trust Sal', [{ start: 13, end: 16 }])).toMatchObject({ status: 'exact' });
  });

  it('a few other words are looked past, with a score', () => {
    const text = 'Before. We built a rowing boat from nothing, and Sal showed me how to measure twice. After.';
    const hit = find(text, 'We built a big rowing boat from nothing and Sal showed us how to measure twice');
    expect(hit.status).toBe('approximate');
    expect(hit.score).toBeGreaterThanOrEqual(0.8);
    expect(hit.score).toBeLessThan(1);
    expect(words(text, hit)).toBe('We built a rowing boat from nothing, and Sal showed me how to measure twice');
  });

  it('likeness looks in the turns of the speaker named first, but not only there', () => {
    const said = 'We built a rowing boat from nothing and it took all winter.';
    const other = 'We built a sailing boat from nothing and it took all the winter.';
    const text = `${said} ${other} Nothing.`;
    const span = { start: said.length + 1, end: said.length + 1 + other.length };
    const extract = 'We built a small rowing boat from nothing and it took all winter';
    expect(find(text, extract)).toMatchObject({ status: 'approximate', start: 0 });
    expect(find(text, extract, [span])).toMatchObject({ status: 'approximate', start: span.start });
    expect(find(text, extract, [{ start: span.end, end: text.length }])).toMatchObject({ start: 0 });
  });

  it('words cut out with an ellipsis are looked past', () => {
    const text =
      'We built a rowing boat from nothing, and that took all of the winter, and Sal showed me how to measure twice.';
    const hit = find(text, 'We built a rowing boat from nothing … Sal showed me how to measure twice');
    expect(hit.status).toBe('approximate');
    expect(words(text, hit)).toBe(text.slice(0, -1));
  });

  it('an approximate place with a rival is ambiguous', () => {
    const line = 'We built a rowing boat from nothing and it took all winter.';
    expect(find(`${line} ${line}`, 'We built a small rowing boat from nothing and it took all winter')).toMatchObject({
      status: 'ambiguous',
      start: null,
    });
  });

  it('too little in common is not found', () => {
    const text = 'We built a rowing boat from nothing, and Sal showed me how to measure twice.';
    expect(find(text, 'The weather was bad and nobody wanted to go out').status).toBe('not-found');
    expect(find(text, 'boat weather').status).toBe('not-found');
    expect(find('', 'anything').status).toBe('not-found');
    expect(find(text, ' \n').status).toBe('not-found');
    expect(find(text, '…').status).toBe('not-found');
  });

  it('never cuts a character in two', () => {
    expect(find('\u{1F331}\u{1F332}', '\uDF31').status).toBe('not-found');
  });

  it('any extract against any text gives a span within it, or none', () => {
    const any = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', 'b', ' ', '.', '“', '…', 'İ'),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
      ),
    });
    fc.assert(
      fc.property(any, any, (text, extract) => {
        const hit = find(text, extract);
        expect(hit.score).toBeGreaterThanOrEqual(0);
        expect(hit.score).toBeLessThanOrEqual(1);
        if (hit.start === null) return;
        expect(0 <= hit.start && hit.start < hit.end && hit.end <= text.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a whole transcript given as an extract is answered before long', () => {
    const [list] = fc.sample(fc.array(fc.nat(900), { minLength: 20_000, maxLength: 20_000 }), { numRuns: 1, seed: 7 });
    const text = list!.map(number => `w${number}`).join(' ');
    const prepared = prepareText(text);
    const from = text.indexOf(' ', 30_000) + 1;
    const extract = text.slice(from, from + 10_000).replaceAll('w7', 'other');
    const start = performance.now();
    expect(locateExtract(prepared, extract)).toMatchObject({ status: 'approximate', start: from });
    expect(locateExtract(prepared, text.replaceAll('w7', 'other')).status).toBe('not-found');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
