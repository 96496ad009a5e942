import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findOccurrences, replaceWords } from '../../../shared/text/occurrences.ts';

type Options = Parameters<typeof findOccurrences>[2];

/** What was found, as "words how", with a question mark where it is not sure. */
const found = (text: string, terms: readonly string[], options?: Options) =>
  findOccurrences(text, terms, options).map(one => {
    expect(text.slice(one.start, one.end)).toBe(one.found);
    return `${one.found} ${one.how}${one.sure ? '' : '?'}`;
  });

describe('whole words', () => {
  test('not inside longer words', () => {
    expect(found('Kai, Kaiser, Makai, K2 and kai', ['Kai', 'K'])).toEqual(['Kai exact', 'kai case']);
  });

  test('a name with a number written to it is offered', () => {
    expect(found('Kezia2 said; Marcus Bell³, CYP2', ['Kezia', 'Marcus Bell'])).toEqual([
      'Kezia exact?',
      'Marcus Bell exact?',
    ]);
  });

  test('what can’t be seen ends a word, and hides no name; a hyphen at a line’s end doesn’t either', () => {
    expect(found('Hello\u200BKezia, Kezia\u2060Marlow, Ke\u200Bzia, So\u00ADphie', ['Kezia', 'Sophie'])).toEqual([
      'Kezia exact',
      'Kezia exact',
      'Ke\u200Bzia exact',
      'So\u00ADphie exact',
    ]);
    expect(found('Kezia\u2060Marlow', ['Kezia Marlow'])).toEqual(['Kezia\u2060Marlow case']);
    expect(found('in Brad-\nford, and Anne-\nMarie', ['Bradford', 'Anne-Marie'])).toEqual([
      'Brad-\nford case',
      'Anne-\nMarie exact',
    ]);
  });

  test('an address that holds a name is one place', () => {
    const text =
      'to kezia.brannigan@mail.org, kezia_b@x.org, KeziaB@x.org. See https://x.org/u/kezia-07/?q=1 or instagram.com/keziab, @kezia_b; and/or we@home';
    expect(found(text, ['Kezia', 'Brannigan'])).toEqual([
      'kezia.brannigan@mail.org exact',
      'kezia_b@x.org exact',
      'KeziaB@x.org exact',
      'https://x.org/u/kezia-07/?q=1 exact',
      'instagram.com/keziab exact?',
      '@kezia_b exact',
    ]);
    expect(replaceWords('Kezia: kezia.brannigan@mail.org.', [{ words: 'Kezia', label: '[friend]' }])).toBe(
      '[friend]: [friend].',
    );
  });

  test('names with apostrophes and hyphens, however those are typed', () => {
    expect(found("O’Brien, O'Brien and D´Souza", ["O'Brien", 'D’Souza'])).toEqual([
      'O’Brien exact',
      "O'Brien exact",
      'D´Souza exact',
    ]);
    expect(found('Anne-Marie and Anne‑Marie', ['Anne-Marie'])).toEqual(['Anne-Marie exact', 'Anne‑Marie exact']);
  });

  test('a part of a joined name is offered, not sure', () => {
    expect(found('Anne-Marie, O’Brien, kai_07', ['Anne', 'Brien', 'Kai'])).toEqual([
      'Anne exact?',
      'Brien exact?',
      'kai case?',
    ]);
    expect(found('an ex-Hillside lad, a Kai-like one', ['Hillside', 'Kai'])).toEqual(['Hillside exact', 'Kai exact']);
  });

  test('accents and composition do not matter', () => {
    expect(found('José, Jose, Jose\u0301 and JOSÉ', ['José'])).toEqual([
      'José exact',
      'Jose exact',
      'Jose\u0301 exact',
      'JOSÉ case',
    ]);
    expect(found('Zoë, Zoe, Søren, Łukasz', ['Zoe', 'Soren', 'Lukasz'])).toEqual([
      'Zoë exact',
      'Zoe exact',
      'Søren exact',
      'Łukasz exact',
    ]);
  });

  test('white space is one space, over one line break at most', () => {
    expect(found('Marcus  Bell, Marcus\nBell, Marcus\n\nBell', ['Marcus Bell'])).toEqual([
      'Marcus  Bell exact',
      'Marcus\nBell exact',
    ]);
    expect(found('St Mary’s, St. Mary’s', ["St Mary's"])).toEqual(['St Mary’s exact', 'St. Mary’s exact']);
  });

  test('possessives end before the ending, and short forms too', () => {
    expect(found('Kai’s, James’ and James’s; Kai’ll', ['Kai', 'James'])).toEqual([
      'Kai possessive',
      'James possessive',
      'James possessive',
      'Kai exact',
    ]);
  });

  test('addresses and handles are found with what stands at their edges', () => {
    expect(found('it’s @kai_07, or kai@wick.org, on J.P. or J.P', ['@kai_07', 'kai@wick.org', 'J.P.'])).toEqual([
      '@kai_07 exact',
      'kai@wick.org exact',
      'J.P. exact',
      'J.P exact',
    ]);
  });

  test('numbers and postcodes however their parts are set apart, not as parts of longer numbers', () => {
    const text = 'on 07700900123, 07700-900 123 or zx47td; 077009001234; at 14:30 he’s 14';
    expect(found('+44 7700 900123, +44 (0)7700 900123, 0044 7700900123', ['07700 900123'])).toEqual([
      '+44 7700 900123 exact',
      '+44 (0)7700 900123 exact',
      '0044 7700900123 exact',
    ]);
    expect(found('07700 900123', ['+44 7700 900123'])).toEqual(['07700 900123 exact']);
    expect(found(text, ['07700 900123', 'ZX4 7TD', '14'])).toEqual([
      '07700900123 exact',
      '07700-900 123 exact',
      'zx47td exact',
      '14 exact?',
      '14 exact',
    ]);
  });

  test('dashes between parts of a sentence part words, and a stammer is no name', () => {
    expect(found('Then—Kai came–Amina too. K-Kai, Kai-Kai', ['Kai', 'Amina'])).toEqual([
      'Kai exact',
      'Amina exact',
      'Kai exact',
      'Kai exact',
      'Kai exact',
    ]);
  });

  test('a mark at the edge of a term is not taken from the letter before', () => {
    expect(found('Jose\u0301[Kai', ['\u0301[Kai'])).toEqual(['Kai exact']);
  });

  test('a term without letters is never found', () => {
    expect(found('… — !', ['…', '', ' ', '—'])).toEqual([]);
  });
});

describe('names of files, sources and people', () => {
  const name = (text: string, terms: readonly string[]) => found(text, terms, { name: true });

  test('end words at underscores, hyphens, digits and capitals', () => {
    expect(name('Interview_Kezia_2.txt', ['Kezia'])).toEqual(['Kezia exact']);
    expect(name('KeziaInterview.docx', ['Kezia'])).toEqual(['Kezia exact']);
    expect(name('02kezia07-Brannigan.txt', ['Kezia', 'Brannigan'])).toEqual(['kezia exact', 'Brannigan exact']);
    expect(name('CYPKezia', ['Kezia'])).toEqual(['Kezia exact']);
    expect(name('José\u0301Bell', ['Jose', 'Bell'])).toEqual(['José\u0301 exact', 'Bell exact']);
  });

  test('hold words of a term as one, or one word apart', () => {
    for (const file of ['Kezia_Brannigan', 'KeziaBrannigan', 'keziabrannigan', 'kezia-brannigan', 'Kezia (Brannigan'])
      expect(name(`${file}.txt`, ['Kezia Brannigan'])).toEqual([expect.stringContaining(`${file} `)]);
    expect(name('Anna_Marie.txt', ['Annamarie'])).toEqual(['Anna_Marie exact']);
    expect(name('obrien.txt', ['O’Brien'])).toEqual(['obrien exact']);
  });

  test('an everyday word is sure unless it stands in lower case between spaces', () => {
    expect(name('Will be there.txt', ['Will'])).toEqual(['Will exact']);
    expect(name('will.txt', ['Will'])).toEqual(['will exact']);
    expect(name('Notes on hope', ['Hope'])).toEqual(['hope case?']);
  });

  test('a name within a word is offered, a short number left in its name', () => {
    expect(name('keziainterview.txt', ['Kezia'])).toEqual(['keziainterview exact?']);
    expect(name('CYP14', ['14', 'CY'])).toEqual([]);
    expect(name('gracefully', ['Grace'])).toEqual([]);
  });
});

describe('capitals', () => {
  test('are sure, but for names that are everyday words', () => {
    expect(found('GRACE said grace; priya too', ['Grace', 'Priya'])).toEqual([
      'GRACE case',
      'grace case?',
      'priya case',
    ]);
  });

  test('an everyday word that only begins a sentence is not sure', () => {
    expect(found('Will you go? Will went. Yes. Will, the builder.', ['Will'])).toEqual([
      'Will exact?',
      'Will exact',
      'Will exact',
    ]);
  });
});

describe('other scripts', () => {
  test('where words are not parted, a name is found anywhere; one character is not sure', () => {
    expect(found('王小明去了北京', ['小明', '北京', '王'])).toEqual(['王 exact?', '小明 exact', '北京 exact']);
    expect(found('민수가 왔다', ['민수'])).toEqual(['민수 exact']);
  });

  test('Cyrillic and Arabic by whole words, with or without points', () => {
    expect(found('Иван и Иванов, ИВАН, Пётр', ['Иван', 'Петр'])).toEqual(['Иван exact', 'ИВАН case', 'Пётр exact']);
    expect(found('محمد و مُحَمَّد', ['محمد'])).toEqual(['محمد exact', 'مُحَمَّد exact']);
  });

  test('signs without which it is another word count', () => {
    expect(found('राम रमा か が', ['रम', 'か'])).toEqual(['か exact?']);
  });
});

describe('near spellings', () => {
  const near = { near: true };

  test('only when asked for, and never sure', () => {
    expect(found('Markus and Marcsu', ['Marcus'])).toEqual([]);
    expect(found('Markus, Marcsu, Amrcus and Darcus', ['Marcus'], near)).toEqual([
      'Markus near?',
      'Marcsu near?',
      'Amrcus near?',
    ]);
  });

  test('two slips in long names, none in short ones', () => {
    expect(found('Alexandr, Aleksander; Kia', ['Alexander', 'Kai'], near)).toEqual([
      'Alexandr near?',
      'Aleksander near?',
    ]);
  });

  test('everyday words and words seen in lower case are no misspelt names', () => {
    expect(found('There, Theresa and Therese; a marker, Marker', ['Theres', 'Marke'], near)).toEqual([
      'Theresa near?',
      'Therese near?',
    ]);
  });

  test('joints left out or changed, and a possessive without its apostrophe', () => {
    expect(
      found('OBrien, Anne Marie, St Marys, Kais mum', ["O'Brien", 'Anne-Marie', "St Mary's", 'Kai'], near),
    ).toEqual(['OBrien near?', 'Anne Marie near?', 'St Marys near?', 'Kais near?']);
  });
});

describe('overlaps', () => {
  test('the longest goes first', () => {
    expect(found('Marcus Bell and Bell', ['Bell', 'Marcus', 'Marcus Bell'])).toEqual([
      'Marcus Bell exact',
      'Bell exact',
    ]);
  });

  test('what is sure goes before what is longer and not', () => {
    expect(found('Marcus Bel', ['Marcus', 'Marcus Bell'], { near: true })).toEqual(['Marcus exact']);
  });

  test('the very words go to the term that is written so', () => {
    const terms = ['jose', 'José', 'Jose'];
    expect(findOccurrences('Jose José jose', terms).map(one => terms[one.term])).toEqual(['Jose', 'José', 'jose']);
  });

  test('what touches a span to skip is left alone', () => {
    expect(found('[Kai] Kai', ['Kai'], { skip: [{ start: 0, end: 5 }] })).toEqual(['Kai exact']);
  });
});

const alphabet = [
  'Kai',
  'kai',
  'José',
  'Jose\u0301',
  "O'Brien",
  'O’Brien',
  '王',
  '小明',
  'Grace',
  '😀',
  ' ',
  ' ',
  '\n',
  '-',
  "'",
  '’s',
  '.',
  'a\u0301',
  '\u0301',
  '𝒦ai',
  'Marcus',
  'Markus',
  'ß',
  'é',
  '[',
  '@',
  '\u200B',
  '2',
  '_',
  '@x.org',
  'www.x.org/',
];
const texts = fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map(parts => parts.join(''));
const termLists = fc.array(fc.oneof(texts, fc.constantFrom(...alphabet), fc.string({ unit: 'binary', maxLength: 6 })), {
  maxLength: 6,
});

test('any text and terms: spans ascend apart, hold what was found, and never part a letter from its marks', () => {
  fc.assert(
    fc.property(
      fc.oneof(texts, fc.string({ unit: 'binary' })),
      termLists,
      fc.boolean(),
      fc.boolean(),
      (text, terms, near, name) => {
        let last = 0;
        for (const one of findOccurrences(text, terms, { near, name })) {
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(one.end).toBeGreaterThan(one.start);
          expect(text.slice(one.start, one.end)).toBe(one.found);
          for (const edge of [one.start, one.end]) {
            expect(/[\uD800-\uDBFF]$/.test(text.slice(0, edge)) && /^[\uDC00-\uDFFF]/.test(text.slice(edge))).toBe(
              false,
            );
            expect(
              /^\p{M}/u.test(text.slice(edge, edge + 2)) && edge > 0 && /[\p{L}\p{N}]$/u.test(text.slice(0, edge)),
            ).toBe(false);
          }
          last = one.end;
        }
      },
    ),
    { numRuns: 600 },
  );
});

test('a term that stands between spaces is always found', () => {
  fc.assert(
    fc.property(termLists, fc.nat(), (terms, pick) => {
      const term = terms[pick % Math.max(1, terms.length)]?.trim() ?? '';
      fc.pre(/^[\p{L}\p{N}]/u.test(term) && /[\p{L}\p{N}]$/u.test(term) && !/\s|[\uD800-\uDFFF]/.test(term));
      const text = `so ${term} then`;
      const all = findOccurrences(text, [term]);
      expect(all.map(one => one.found)).toContain(term);
    }),
  );
});

describe('replacing words', () => {
  const terms = [
    { words: 'Kai', label: '[mentor]' },
    { words: 'Grace', label: '[CYP2]' },
    { words: 'mentor', label: '[Kai]' },
  ];

  test('where they are sure, keeping possessives', () => {
    expect(replaceWords('Kai’s mate Grace, by grace of KAI', terms)).toBe(
      '[mentor]’s mate [CYP2], by grace of [mentor]',
    );
  });

  test('can be done again', () => {
    fc.assert(
      fc.property(texts, text => {
        const once = replaceWords(text, terms.slice(0, 2));
        expect(replaceWords(once, terms.slice(0, 2))).toBe(once);
        const named = replaceWords(text, terms.slice(0, 2), { name: true });
        expect(replaceWords(named, terms.slice(0, 2), { name: true })).toBe(named);
      }),
    );
  });
});
