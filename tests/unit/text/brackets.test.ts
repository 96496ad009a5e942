import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketsIn } from '../../../shared/text/brackets.ts';

const kinds = (text: string) => bracketsIn(text).map(one => one.kind);

test('brackets with their places and words', () => {
  const text = '😀 She [my tutor] said [pause] hi';
  expect(bracketsIn(text)).toEqual([
    { id: null, start: 7, end: 17, words: '[my tutor]', kind: 'gloss', replacement: null },
    { id: null, start: 23, end: 30, words: '[pause]', kind: 'mark', replacement: null },
  ]);
  expect(bracketsIn('no [ ] [] ] [ open\nand [over\nlines] and [[inner] one]').map(one => one.words)).toEqual([
    '[inner]',
  ]);
  expect(bracketsIn(`[${'a'.repeat(120)}] [${'a'.repeat(121)}]`)).toHaveLength(1);
});

describe('kinds', () => {
  test.each(['[…]', '[...]', '[ … ]', '[cut]'])('%s is a cut', words => {
    expect(kinds(`We went ${words} and came home.`)).toEqual(['cut']);
  });

  test.each([
    '[pause]',
    '[long pause]',
    '[laughs]',
    '[Laughter]',
    '[sighs]',
    '[inaudible 00:12]',
    '[00:12:03]',
    '[crosstalk]',
    '[crying]',
    '[?]',
    '[sic]',
    '[laughs nervously]',
    '[CYP3 laughs]',
    '[phone rings]',
    '[shakes her head]',
    '[background noise]',
    '[both laugh]',
    '[end of recording]',
    '[unclear]',
  ])('%s is a mark of the transcriber', words => {
    expect(kinds(`We went ${words} and came home.`)).toEqual(['mark']);
    expect(kinds(`and then they ${words} came home.`)).toEqual(['mark']);
  });

  test.each(['[CYP2]', '[Q12]', '[FG1-P2]', '[P-03]', '[participant 4]', '[12]'])('%s is a code', words => {
    expect(kinds(`Come on, ${words}, she goes.`)).toEqual(['code']);
  });

  test.each([
    'They [CYP] live from day to day',
    'He [my mentor] would wait outside',
    'what they’ve [the lads] been doing',
    "and it's [the boxing] a bit of a laugh",
    'because I knew her [mentor] before',
    'We rang the YOT [Youth Offending Team] twice',
    'and that [being out at night] can go wrong',
    'there were those [evening clubs] about',
    'why they did that [close the club] I don’t know',
    'It has a shared purpose [keeping children safe], and that’s it',
    '‘look up to them’ [the older lads] and all',
  ])('a gloss: %s', text => {
    expect(kinds(text)).toEqual(['gloss']);
  });

  test.each([
    'I met [name] there',
    'He rang [name of organisation] for me',
    'down in [city centre] on a Friday',
    'before I met [mentor], I was angry',
    '[School] was hard',
    'you can talk to [my daughter] now',
    'as a [professional with a high caseload] I can’t',
    'I think that [mentor] is great',
    'one of the [mentors] came',
    'we were at [named area] and they [name removed] rang',
    'ask the [SYVP] workers',
    'we asked [Housing Officer] about it',
    'I saw [XXXX] there',
    'she goes to [place name]',
  ])('a redaction: %s', text => {
    expect(new Set(kinds(text))).toEqual(new Set(['redaction']));
  });

  test.each([
    'I [was] going to meetings',
    'so we went [to] town',
    'managed to do [that].',
    '[I was] going to say',
    'he’d always buy me [a treat] in the morning',
    'and they want to [follow] him',
    'it is where [the work] needs to be',
  ])('supplied: %s', text => {
    expect(kinds(text)).toEqual(['supplied']);
  });
});

test('any text: brackets ascend apart, on one line, and hold what they say', () => {
  const unit = fc.constantFrom('[', ']', '[name]', 'they ', 'a', ' ', '\n', '…', '😀', '.', 'CYP2', '’');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), text => {
      let last = 0;
      for (const { start, end, words } of bracketsIn(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(words);
        expect(words).toMatch(/^\[[^[\]\n]+\]$/);
        last = end;
      }
    }),
  );
});
