import type { ReplacementKind } from '../../model/anonymity.ts';
import type { Span } from '../../model/entities.ts';

/** What was found by its form alone. */
export type Shaped = Span & { readonly kind: ReplacementKind; readonly reason: string; readonly weight: number };

type Pattern = {
  readonly kind: ReplacementKind;
  readonly reason: string;
  readonly weight: number;
  /** Stands in every match, and is looked for faster: a text without it need not be looked through. */
  readonly hint?: RegExp;
  /** Global. The group `it`, else the whole match, is what is shown. */
  readonly form: RegExp;
};

const digit = /\d/;
const units = 'one|two|three|four|five|six|seven|eight|nine';
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const spelt = `(?:(?:${tens})(?:[ -](?:${units}))?|${teens}|${units})`;
/** Years of life, from 3 to 99: of one and two there is too much other talk. */
const years = `(?:[3-9]|[1-9]\\d|(?:${tens})(?:[ -](?:${units}))?|${teens}|three|four|five|six|seven|eight|nine)`;
const month =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec';
const ordinal = `(?:[12]?\\d|3[01])(?:st|nd|rd|th)|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|twentieth|thirtieth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth`;
const spokenDigit = `(?:double |treble |triple )?(?:zero|nought|oh|${units})`;
/** What makes a number after "I’m" something else than an age. */
const noAge =
  "(?! ?(?:%|per ?cent|[.,:]\\d|st\\b|nd\\b|rd\\b|th\\b|-? ?(?:minutes?|mins?|hours?|weeks?|days?|quid|pounds?|miles?|stone|foot|feet|inch(?:es)?|o[’']clock|times|out of|of (?:us|them|the)|percent|grand|k\\b|am\\b|pm\\b|seconds?|steps?|people|sessions?|down|ahead|behind|more|other|different|in the)))";

const patterns: readonly Pattern[] = [
  {
    kind: 'contact',
    reason: 'looks like an e-mail address',
    weight: 0.99,
    hint: /@/,
    form: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  },
  {
    kind: 'contact',
    reason: 'looks like an e-mail address read aloud',
    weight: 0.9,
    hint: / dot /iu,
    form: /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,40}(?:(?: dot | underscore |[._])[\p{L}\p{N}]+){0,4} at [\p{L}\p{N}-]+(?: dot [\p{L}]{2,10}){1,3}(?![\p{L}\p{N}])/giu,
  },
  {
    kind: 'contact',
    reason: 'looks like a web address',
    weight: 0.9,
    hint: /:\/\/|www\.|[a-z0-9-]\.[a-z]/,
    form: /(?:https?:\/\/|www\.)[^\s<>"“”[\]]+[^\s<>"“”[\].,;:!?’')]|(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]+\.)+(?:com|org|net|uk|gov|edu|info|app|eu|scot|wales|ie)(?![\p{L}\p{N}])(?:\/[^\s<>"“”[\]]*[^\s<>"“”[\].,;:!?’')])?/gu,
  },
  {
    kind: 'contact',
    reason: 'looks like a name on social media',
    weight: 0.9,
    hint: /@/,
    form: /(?<![\p{L}\p{N}@._])@[\p{L}_][\p{L}\p{N}_.]{0,28}[\p{L}\p{N}_]/gu,
  },
  {
    kind: 'contact',
    reason: 'looks like a user name: follows a word like “insta”',
    weight: 0.8,
    hint: /insta|snap|tik|twitter|user|tag|handle/iu,
    form: /\b(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|twitter|user ?name|gamer ?tag|handle|tag)(?: name)?(?: is| was|[’']s|:)? (?<it>(?=\S*[\d_])[\p{L}\p{N}_.]{3,30}[\p{L}\p{N}_])/giu,
  },
  {
    kind: 'contact',
    reason: 'looks like a postcode',
    weight: 0.98,
    hint: digit,
    form: /(?<![\p{L}\p{N}])(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/giu,
  },
  {
    kind: 'contact',
    reason: 'looks like a telephone number',
    weight: 0.95,
    hint: digit,
    form: /(?<![\p{L}\p{N}+])(?:\+\d{1,3}[ -]?(?:\(0\)[ -]?)?|\(?0\d{2,4}\)?[ -]?)(?:\d[ -]?){5,9}\d(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'contact',
    reason: 'looks like a telephone number read aloud',
    weight: 0.9,
    hint: /\b(?:zero|nought|oh)[ ,]/iu,
    form: new RegExp(`\\b(?:zero|nought|oh)[ ,]+(?:${spokenDigit}[ ,]+){5,12}${spokenDigit}\\b`, 'gi'),
  },
  {
    kind: 'other',
    reason: 'looks like a National Insurance number',
    weight: 0.9,
    hint: digit,
    form: /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'other',
    reason: 'looks like the number plate of a car',
    weight: 0.6,
    hint: digit,
    form: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2} ?[A-Z]{3}(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'place',
    reason: 'looks like an address: a number and a street',
    weight: 0.95,
    hint: digit,
    form: /(?<![\p{L}\p{N}])(?:(?:[Ff]lat|[Nn]umber) )?\d{1,4}[a-d]? (?:\p{Lu}[\p{L}’'-]+ ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Way|Crescent|Terrace|Square|Gardens|Grove|Court|House|Place|Walk|Mews|Rise|Row|Hill|St|Rd|Ave)(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'date',
    reason: 'looks like a date of birth: follows a word like “born”',
    weight: 0.95,
    hint: /born|birth|d\.?o\.?b/iu,
    form: new RegExp(
      `\\b(?:born|birth ?day|date of birth|dob|d\\.o\\.b\\.?)(?:[’']s| is| was| on| in| the|:|,){0,3} (?<it>(?:(?:the )?(?:${ordinal}|\\d{1,2})(?: of)? (?:${month})(?:,? (?:\\d{4}))?|(?:${month}) (?:the )?(?:${ordinal}|\\d{1,2})(?:,? \\d{4})?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:19|20)\\d{2}))(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  },
  {
    kind: 'date',
    reason: 'is a full date',
    weight: 0.6,
    hint: digit,
    form: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?:${ordinal}|\\d{1,2})(?: of)? (?:${month}),? (?:19|20)\\d{2}|(?:${month}) (?:the )?(?:${ordinal}|\\d{1,2}),? (?:19|20)\\d{2}|\\d{1,2}([./-])\\d{1,2}\\1(?:19|20)?\\d{2}|(?:19|20)\\d{2}-[01]\\d-[0-3]\\d)(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  },
  {
    kind: 'date',
    reason: 'is a day of the year',
    weight: 0.45,
    hint: /Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec/,
    form: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?:${ordinal}|[12]?\\d|3[01]) (?:of )?(?:${month})|(?:${month}) (?:the )?(?:${ordinal}))(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  },
  {
    kind: 'date',
    reason: 'is an age, with years and months',
    weight: 0.6,
    hint: / year/iu,
    form: new RegExp(
      `\\b(?:\\d{1,2}|${spelt}) years?(?: old)?,? (?:and )?(?:a half|(?:\\d{1,2}|${spelt}) months?)(?: old)?(?![\\p{L}])`,
      'giu',
    ),
  },
  {
    kind: 'date',
    reason: 'is an age',
    weight: 0.5,
    hint: /\baged? |\bturn|[ -]year/iu,
    form: new RegExp(
      `\\b(?:(?:aged|age of|age|turned|turning) (?:\\d{1,2}|${spelt})${noAge}|(?:\\d{1,2}|${spelt})[ -]years?[ -]olds?)(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  },
  {
    kind: 'date',
    reason: 'may be an age: follows words like “I’m” or “she was”',
    weight: 0.4,
    hint: new RegExp(` (?:\\d|${tens}|${teens}|${units})`, 'iu'),
    form: new RegExp(
      `\\b(?:I[’']m|I am|I was|(?:he|she)(?:[’']s| is| was)|(?:he|she|they|we)(?:[’']re| are| were)|(?:he|she|I)[’']ll be|(?:my|his|her|our) (?:son|daughter|brother|sister|boy|girl|lad|youngest|eldest|oldest)(?:[’']s| is| was))(?: only| just| about| nearly| almost| like)? ${years}(?! ?(?:or|to|and) (?:so )?(?:minutes|hours|weeks|days))${noAge}(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  },
];

/** What its form gives away: contacts, dates, ages, numbers. Ascending for each pattern, the surest patterns first; where two touch, the later one is left out. UTF-16 spans. */
export function shapedIn(text: string): readonly Shaped[] {
  const found: Shaped[] = [];
  const taken = new Uint8Array(text.length);
  for (const { kind, reason, weight, hint, form } of patterns) {
    if (hint !== undefined && !hint.test(text)) continue;
    for (const match of text.matchAll(form)) {
      const it = match.groups?.it ?? match[0];
      const start = match.index + match[0].lastIndexOf(it);
      const end = start + it.length;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ start, end, kind, reason, weight });
    }
  }
  return found;
}
