import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapedIn } from '../../../shared/analysis/names/patterns.ts';
import { suggestNames } from '../../../shared/analysis/names/suggestNames.ts';
import type { SourceId } from '../../../shared/model/ids.ts';

const source = (
  text: string,
  more: { readonly speakers?: readonly string[]; readonly skip?: { start: number; end: number }[] } = {},
  id = 's',
) => ({
  id: id as SourceId,
  text,
  skip: more.skip ?? [],
  speakers: more.speakers ?? [],
});

const suggested = (text: string, known: readonly string[] = []) => suggestNames([source(text)], known);
/** "words kind" of each suggestion, in the order of the alphabet. */
const shown = (text: string, known: readonly string[] = []) =>
  suggested(text, known)
    .map(({ words, kind }) => `${words} ${kind}`)
    .sort();

describe('by form', () => {
  test.each([
    ['Ring 07700 900123 or write to post.box@wick.example', ['07700 900123 contact', 'post.box@wick.example contact']],
    [
      'it is on www.wick.example/about, or wick.example.org.',
      ['wick.example.org contact', 'www.wick.example/about contact'],
    ],
    ['i am @kay_07 there and my insta is kay.b_2', ['@kay_07 contact', 'kay.b_2 contact']],
    ['we live at ZX4 7TD, near zx4 7te', ['ZX4 7TD contact', 'zx4 7te contact']],
    [
      'it was oh seven seven double oh nine oh one two three, yes',
      ['oh seven seven double oh nine oh one two three contact'],
    ],
    ['i’m kay at wick dot example, write to me', ['kay at wick dot example contact']],
    ['they live at 14 Hollow Street', ['14 Hollow Street place']],
    ['She was born on 3 May 2009, or 03/05/2009', ['03/05/2009 date', '3 May 2009 date']],
    ['I’m 14, she was twelve and he’s 15% sure; I was 10 minutes late', ['I’m 14 date', 'she was twelve date']],
    ['when I was fifteen years and two months', ['fifteen years and two months date']],
    ['my lad is a 14-year-old and the other turned sixteen', ['14-year-old date', 'turned sixteen date']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test('what a text is looked through for does not depend on what else stands in it', () => {
    const said = ['I’m', 'she was', 'my son is', 'aged', 'turned', 'born on', 'birthday', 'dob:', 'insta is', 'tag'];
    const told = ['14', 'twelve', 'twenty-one', '3 May', 'the third of June', 'May 3rd', '03/05/2009', '2009-05-03'];
    const more = ['years old', 'years and two months', '-year-old', 'dot', 'at wick dot example', '@kay_07', 'kay_2'];
    const rest = ['www.wick.example', 'wick.org', 'ZX4 7TD', '07700 900123', 'oh seven seven oh nine oh one two'];
    const last = ['AB12 CDE', 'QQ 12 34 56 C', '14 Hollow Street', '10 minutes', 'and', '.', ',', '\n', 'DOB', 'AGED'];
    const words = fc.constantFrom(...said, ...told, ...more, ...rest, ...last);
    const all = [...said, ...told, ...more, ...rest, ...last].join(' ');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), parts => {
        const text = parts.join(' ');
        const beside = shapedIn(`${text}\n\n${all}`).filter(one => one.end <= text.length);
        expect(shapedIn(text)).toEqual(beside);
      }),
      { numRuns: 500 },
    );
  });

  test('numbers, times and years are left alone', () => {
    expect(
      shown(
        'In 2019 about 120 came, at 10:30, for 3.5 hours. It was 7 out of 10, 100 per cent. It is home.Then we ate.',
      ),
    ).toEqual([]);
  });
});

describe('by capitals and the words around', () => {
  test.each([
    ['so I rang my mentor Tobiah about it', 'Tobiah person', /my mentor/],
    ['there was a lad called Jorvik in it', 'Jorvik person', /called/],
    ['I told Mr O’Dwyer that', 'Mr O’Dwyer person', /“Mr”/],
    ['then Mrs. Anning-Hale came', 'Mrs. Anning-Hale person', /“Mrs”/],
    ['I was at Thornwick School then', 'Thornwick School school', /School/],
    ['I was at Thornwick school then', 'Thornwick school', /before “school”/],
    ['he lives on Marram Street now', 'Marram Street place', /Street/],
    ['we go to the Brightside Youth Centre', 'Brightside Youth Centre organisation', /Centre/],
    ['we moved to Thornwick when', 'Thornwick place', /moved to/],
    ['it was in Leeds we met', 'Leeds place', /town/],
    ['she saw Priya Anand there', 'Priya Anand person', /first name/],
    ['and then Xanthe came', 'Xanthe person', /never without/],
    ['and Anne-Marie said it', 'Anne-Marie person', /first name/],
    ['it was run by the PQZR then', 'PQZR organisation', /abbreviation/],
    ['and then kayleigh said so', 'kayleigh person', /lower case/],
    ['tell Grace about it', 'Grace person', /first name/],
  ])('%s', (text, expected, reason) => {
    const found = suggested(text);
    expect(found.map(({ words, kind }) => `${words} ${kind}`)).toEqual([expected]);
    expect(found[0]?.reason).toMatch(reason);
  });

  test('words that only begin a sentence, days, months and what everybody says are left alone', () => {
    const text =
      'Well, I went. Everything was fine. Honestly it was. Volcanoes came up. “Running is hard,” he goes. I’d do it on Friday or in March. OK. Then Mum and Nan rang the Police. [Pause] I did GCSE Maths. And Football was on TV. It’s on Facebook. Ours is English.';
    expect(shown(text)).toEqual([]);
  });

  test('in headings and shouting capitals say nothing', () => {
    expect(
      shown('What We Did With The Second Volcano After Priya Left\nAND THEN THEY ALL SHOUTED AT THE DOOR AGAIN'),
    ).toEqual(['Priya person']);
  });

  test('a name that only begins sentences is shown for what it does, low down', () => {
    const [one, ...rest] = suggested('Zephon said no. Nobody minded.');
    expect(one).toMatchObject({ words: 'Zephon', kind: 'person' });
    expect(one?.weight).toBeLessThan(0.4);
    expect(rest).toEqual([]);
  });

  test('an everyday word with a capital is weighed against how it is written elsewhere', () => {
    expect(shown('we met at the yard, the yard was open. Yard work.')).toEqual([]);
    const weights = ['we met at the yard, then the Yard shut', 'we met at the Yard, then the Yard shut'].map(text => {
      const [one] = suggested(text);
      expect(one).toMatchObject({ words: 'Yard', kind: 'place' });
      return one?.weight;
    });
    expect(weights[0]).toBeLessThan(weights[1] ?? 0);
  });

  test('the parts of a full name are found alone, also where they begin a sentence', () => {
    const found = suggested('It was Priya Brennock. Brennock again. Priya’s fine.');
    expect(found.map(({ words, places }) => [words, places.length])).toEqual(
      expect.arrayContaining([
        ['Priya Brennock', 1],
        ['Brennock', 1],
        ['Priya', 1],
      ]),
    );
  });
});

describe('together', () => {
  test('all places of one thing in all sources, the likeliest thing first', () => {
    const a = 'my mate Jorvik. Jorvik’s mum, JORVIK!';
    const found = suggestNames([source(a, {}, 'a'), source('Jorvik went. mail: x@wick.example', {}, 'b')], []);
    expect(found.map(one => one.words)).toEqual(['x@wick.example', 'Jorvik']);
    expect(found[1]?.places).toEqual([
      { source: 'a', start: 8, end: 14 },
      { source: 'a', start: 16, end: 22 },
      { source: 'a', start: 30, end: 36 },
      { source: 'b', start: 0, end: 6 },
    ]);
  });

  test('names of speakers, but not their codes and roles', () => {
    const speakers = ['CYP1', 'Interviewer', 'Parent/Carer', 'Advisory Group member', 'Tobiah Wren', 'P3'];
    const found = suggestNames([source('so tobiah, P3 and the interviewer said', { speakers })], []);
    expect(found.map(one => [one.words, one.reason])).toEqual([['Tobiah', 'is the name of a speaker']]);
  });

  test('what is in the table or already replaced is left out', () => {
    expect(shown('my mate Jorvik and my mate Tobiah', ['jorvik'])).toEqual(['Tobiah person']);
    const text = 'my mate Jorvik and my mate Tobiah';
    expect(suggestNames([source(text, { skip: [{ start: 8, end: 14 }] })], []).map(one => one.words)).toEqual([
      'Tobiah',
    ]);
    expect(shown('ring 07700 900123', ['07700 900123'])).toEqual([]);
  });

  test('says how far it is, and can be stopped', () => {
    const done: number[] = [];
    const sources = ['one', 'two', 'three', 'four'].map(text => source(text));
    suggestNames(sources, [], at => done.push(at));
    expect(done[0]).toBe(0);
    expect(done.at(-1)).toBe(4);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => suggestNames(sources, [], stop)).toThrow('stopped');
  });
});

test('any text: places hold words, lie apart from what is skipped, and never part a pair', () => {
  const unit = fc.constantFrom(
    'Kai',
    'kai ',
    'Mr ',
    'my mate ',
    'Jor',
    'vik ',
    '😀',
    ' ',
    '. ',
    '\n',
    'I’m 14',
    '@a_1',
    'School',
    '’s ',
    '-',
    'É',
    'e\u0301',
    'ZX4 7TD ',
    '07700 900123',
    '王',
    '[',
    ']',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), fc.nat(), fc.nat(30), (text, at, length) => {
      const start = at % (text.length + 1);
      const skip = { start, end: Math.min(text.length, start + length) };
      for (const { places, weight, words } of suggestNames([source(text, { skip: [skip] })], [])) {
        expect(places.length).toBeGreaterThan(0);
        expect(words).not.toBe('');
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(1);
        for (const place of places) {
          expect(place.start).toBeLessThan(place.end);
          expect(place.end).toBeLessThanOrEqual(text.length);
          expect(skip.start < skip.end && place.start < skip.end && skip.start < place.end).toBe(false);
          expect(/[\uD800-\uDBFF]$/.test(text.slice(0, place.end))).toBe(false);
        }
      }
    }),
    { numRuns: 400 },
  );
});
