import type { Bracket, BracketKind } from '../model/anonymity.ts';
import { explained, identifying, marks, pointing, supplied, wantsNoun } from './bracketWords.ts';

/**
 * The square brackets of a transcript, ascending, each with a guess by rule at what it is: on one line, up to 120 characters between them, the innermost where they are nested, not empty.
 * `words` are with their brackets; positions are UTF-16 units. Nobody has classed them: `id` and `replacement` are null.
 */
export function bracketsIn(text: string): readonly Bracket[] {
  const found: Bracket[] = [];
  for (const { 0: words, 1: inner, index } of text.matchAll(/\[([^[\]\r\n]{1,120})\]/g)) {
    if (!inner || inner.trim() === '') continue;
    const end = index + words.length;
    const before = text.slice(Math.max(0, index - 80), index);
    const kind = kindOf({ inner: inner.trim(), before, after: text.slice(end, end + 40) });
    found.push({ id: null, start: index, end, words, kind, replacement: null });
  }
  return found;
}

type Place = { readonly inner: string; readonly before: string; readonly after: string };
type Facts = Place & {
  /** Words of the bracket in lower case, with ’ for any apostrophe. */
  readonly words: readonly string[];
  /** The word directly before the bracket, as it is written; '' at the start of a sentence or after a mark of punctuation. */
  readonly last: string;
  readonly previous: string;
};

function kindOf(place: Place): BracketKind {
  const last = /([\p{L}\p{N}%](?:[\p{L}\p{N}%’'-]*[\p{L}\p{N}%])?)[”’"']*\s*$/u.exec(place.before)?.[1] ?? '';
  const facts = { ...place, words: wordsIn(place.inner), last, previous: lower(last) };
  return rules.find(rule => rule.holds(facts))?.kind ?? 'supplied';
}

type Rule = { readonly kind: BracketKind; readonly holds: (facts: Facts) => boolean };

/** The first rule that holds says what a bracket is. */
const rules: readonly Rule[] = [
  // […], [...], [cut]: words were left out.
  { kind: 'cut', holds: ({ inner }) => /^(?:[.…\s-]+|cut|snip|omitted|text omitted|words omitted)$/i.test(inner) },
  // [?], [00:12], [00:12:03.5]: a doubt or a time.
  { kind: 'mark', holds: ({ inner }) => /^(?:\?+|!+|\(?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d+)?\)?|sic)$/i.test(inner) },
  // [CYP2], [Q12], [FG1-P2], [12], [participant 3]: a code, with its number.
  {
    kind: 'code',
    holds: ({ inner }) =>
      /^(?:[A-Z]{0,6}[ -]?\d{1,4}[a-z]?(?:[-/][A-Z]{0,4}\d{1,4})?|[A-Z]{2,6}-[A-Z]\d{0,3})$/.test(inner),
  },
  {
    kind: 'code',
    holds: ({ inner }) =>
      /^(?:participant|respondent|interviewee|interviewer|speaker|parent|professional|child|mentor|question|p|r|s)\s?\d{1,3}$/i.test(
        inner,
      ),
  },
  // [pause], [laughs], [long pause], [inaudible 00:12], [CYP3 laughs], [laughs nervously], [background noise], [phone rings]: what is heard or seen.
  { kind: 'mark', holds: ({ words }) => words.length <= 5 && isMark(words) },
  // [name], [name of organisation], [place name], [named area], [redacted], [XXX]: names itself a replacement, whatever stands before.
  { kind: 'redaction', holds: ({ inner, words }) => namesItself(inner, words) },
  // "they [CYP]", "it’s [details of the work]", "him [my mentor]": explains the pronoun before it.
  { kind: 'gloss', holds: ({ previous, words }) => explained.has(previous) && !isSupplied(words) },
  // "YOT [Youth Offending Team]": spells out an abbreviation.
  { kind: 'gloss', holds: ({ last, words }) => isAbbreviation(last) && words.length > 1 },
  // "those [after school clubs] about": explains the pronoun before it.
  { kind: 'gloss', holds: ({ previous, words }) => /^(?:these|those)$/.test(previous) && !isSupplied(words) },
  // "that [being in a group] can help", "did that [close the club]": explains what is pointed at. But in "I think that [my mentor] is" it stands for somebody.
  {
    kind: 'gloss',
    holds: ({ previous, words }) =>
      pointing.has(previous) && !isSupplied(words) && !(words.length <= 2 && isIdentifying(words)),
  },
  // [was], [to], [I was], [that]: words of grammar.
  { kind: 'supplied', holds: ({ words }) => isSupplied(words) },
  // "their purpose [sharing data] and", "our roles [structures], an": explains the noun before it. After a word that wants a noun, it stands in place of words.
  {
    kind: 'gloss',
    holds: ({ previous, words, after }) =>
      previous !== '' &&
      !wantsNoun.has(previous) &&
      !pointing.has(previous) &&
      !isIdentifying(words) &&
      endsThere(after),
  },
  // [mentor], [my daughter], [city centre], [professional with high caseloads]: a noun for somebody or something, where a noun would stand.
  { kind: 'redaction', holds: ({ words }) => isIdentifying(words) },
  // [CYP], [SYVP], [Youth Club], [a Housing Officer]: a name or abbreviation in place of words.
  {
    kind: 'redaction',
    holds: ({ inner }) =>
      isAbbreviation(inner) || /^(?:(?:the|a|an|my) )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*$/u.test(inner),
  },
];

const lower = (word: string) => word.toLowerCase().replaceAll("'", '’');
const wordsIn = (inner: string) => lower(inner).match(/[\p{L}\p{N}’-]+/gu) ?? [];
const isAbbreviation = (word: string) => /^[A-Z]{2,6}s?$/.test(word);

function isMark(words: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (marks.has(first) && !(words.length > 2 && supplied.has(words[1] ?? ''))) return true;
  if (marks.has(last) && !supplied.has(first)) return true;
  return /^(?:(?:phone|telephone|mobile|bell|alarm|doorbell) (?:rings?|ringing)|(?:door|window) (?:opens?|closes?|slams?)|knock(?:s|ing)?(?: (?:at|on) (?:the )?door)?|shakes? (?:his |her |their )?head|(?:all|both|they|everyone) (?:talk|talking|speak|laugh|laughing|agree|nod)s?(?: .*)?|(?:talking|speaking) (?:over|at) .*|(?:end|start) of (?:recording|interview|tape|audio)|background .*|in tears|off mic)$/.test(
    words.join(' '),
  );
}

function namesItself(inner: string, words: readonly string[]): boolean {
  if (/^(?:x{2,}|_{2,}|\*{2,}|-{2,}|█+)$/i.test(inner)) return true;
  return words.some(
    (word, index) =>
      /^(?:redacted|anonymi[sz]ed|withheld|pseudonym)$/.test(word) ||
      (/^(?:name|names|named|surname)$/.test(word) && (index === 0 || index === words.length - 1)) ||
      (word === 'removed' && index > 0),
  );
}

/** Whether all words are words of grammar or everyday verbs. */
const isSupplied = (words: readonly string[]) => words.length <= 4 && words.every(word => supplied.has(word));

/** Whether the head of the noun phrase, before "of", "with", "who" or "and", stands for somebody or something that must not be named. */
function isIdentifying(words: readonly string[]): boolean {
  const tail = words.findIndex(
    (word, index) => index > 0 && /^(?:of|with|who|that|from|in|at|for|and|or|’s|where)$/.test(word),
  );
  const head = (tail < 0 ? words : words.slice(0, tail)).at(-1) ?? '';
  return identifying.has(head.replace(/’s$/, ''));
}

/** Whether the phrase before the bracket is at its end: a mark of punctuation follows, the line ends, or a word that goes on after a noun. */
function endsThere(after: string): boolean {
  return /^\s*(?:$|[.,;:!?…)\n”"]|(?:and|or|but|so|because|is|are|was|were|has|have|had|can|could|will|would|should|that|which|who|to|in|on|at|for|with|of|then|when|if)\b)/i.test(
    after,
  );
}
