import { withinSlips } from './spelling.ts';

/** What a template may name, in the order in which it is offered, each with what it prints. */
export const styleFields = {
  method: 'how the words were heard: Interview, FG, Advisory Group member, Email, Document',
  group: 'the group of the source: CYP',
  participant: 'the participant’s number or label: CYP1',
  phase: 'phase 1',
  speaker: 'the speaker as the transcript names them',
  role: 'staff or practitioner; the precise role only where it was decided that there is no risk',
  source: 'the title of the source',
  aside: 'Interviewer, or who speaks in support: Mentor supporting',
} as const;
export type StyleField = keyof typeof styleFields;
export const styleFieldNames = Object.keys(styleFields) as readonly StyleField[];

/** One of several things to print: the first that is known. Words of a fallback are always known. */
export type Alternative = { readonly field: StyleField } | { readonly words: string };

/** `option`: printed only where each field straight in it is known. */
export type StylePart =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'field'; readonly alternatives: readonly Alternative[] }
  | { readonly kind: 'option'; readonly parts: readonly StylePart[] };

/** What is wrong with a template; `at` is the place of the character, from 1. */
export type StyleProblem = { readonly at: number; readonly message: string };

export type ParsedStyle =
  | { readonly ok: true; readonly parts: readonly StylePart[] }
  | { readonly ok: false; readonly problem: StyleProblem };

/** Longest template, in UTF-16 units. */
export const longestTemplate = 500;

/**
 * Reads a template. `{method}` prints a field, `{participant|group}` the first that is known, `{phase|"phase not known"}` words where it is not,
 * `[, {phase}]` a part that goes away with its field; `{"["}` prints a bracket itself.
 */
export function parseStyle(template: string): ParsedStyle {
  try {
    if (template.trim() === '') fail(0, 'The template is empty. Write for example {method} {participant}, {phase}');
    if (template.length > longestTemplate) fail(longestTemplate, `A template holds ${longestTemplate} characters.`);
    const reading: Reading = { template, at: 0 };
    return { ok: true, parts: readParts(reading, null) };
  } catch (thrown) {
    if (thrown instanceof Problem) return { ok: false, problem: { at: thrown.at + 1, message: thrown.message } };
    throw thrown;
  }
}

type Reading = { readonly template: string; at: number };

class Problem extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

function fail(at: number, message: string): never {
  throw new Problem(at, message);
}

/** Parts up to the end, or to the bracket that ends an option which began at `opened`. */
function readParts(reading: Reading, opened: number | null): readonly StylePart[] {
  const { template } = reading;
  const parts: StylePart[] = [];
  while (reading.at < template.length) {
    const start = reading.at;
    const sign = template[start];
    if (sign === ']') {
      if (opened === null) fail(start, 'This ] has no [ before it. Write {"]"} to print the bracket itself.');
      return parts;
    }
    if (sign === '}') fail(start, 'This } has no { before it. Write {"}"} to print the brace itself.');
    if (sign === '{') {
      parts.push(readField(reading));
      continue;
    }
    if (sign === '[') {
      parts.push(readOption(reading));
      continue;
    }
    while (reading.at < template.length && !'[]{}'.includes(template[reading.at] ?? '')) reading.at++;
    const words = template.slice(start, reading.at);
    const control = /[\p{Cc}\u2028\u2029]/u.exec(words);
    if (control) fail(start + control.index, 'A template is one line: take the line break or tab out.');
    parts.push({ kind: 'words', words });
  }
  if (opened !== null) fail(opened, 'The part that begins with this [ has no ] at its end.');
  return parts;
}

function readOption(reading: Reading): StylePart {
  const opened = reading.at++;
  const parts = readParts(reading, opened);
  reading.at++;
  if (!parts.some(part => part.kind === 'field' && part.alternatives.every(one => 'field' in one))) {
    fail(opened, 'Nothing in this [ ] can be unknown, so it is always printed. Put a field into it, or take it off.');
  }
  return { kind: 'option', parts };
}

function readField(reading: Reading): StylePart {
  const { template } = reading;
  const opened = reading.at++;
  const alternatives: Alternative[] = [];
  for (;;) {
    alternatives.push(readAlternative(reading, opened));
    const sign = template[reading.at];
    if (sign === undefined) fail(opened, 'This { has no } after it.');
    if (sign !== '|' && sign !== '}')
      fail(reading.at, `Between { and } stand fields and "words", with | between them.`);
    reading.at++;
    if (sign === '}') return { kind: 'field', alternatives };
  }
}

function readAlternative(reading: Reading, opened: number): Alternative {
  const { template } = reading;
  skipSpace(reading);
  const start = reading.at;
  if (template[start] === '"') {
    const end = template.indexOf('"', start + 1);
    if (end < 0) fail(start, 'The words that begin with this " have no " at their end.');
    reading.at = end + 1;
    skipSpace(reading);
    return { words: template.slice(start + 1, end) };
  }
  while (reading.at < template.length && !/[|{}[\]"]/.test(template[reading.at] ?? '')) reading.at++;
  const written = template.slice(start, reading.at).trim();
  if (reading.at >= template.length) fail(opened, 'This { has no } after it.');
  if (written === '') fail(start, `Here a field is missing: ${fieldList()}.`);
  const field = styleFieldNames.find(name => name === written.toLowerCase());
  if (!field) fail(start, noField(written));
  return { field };
}

function skipSpace(reading: Reading): void {
  while (reading.template[reading.at] === ' ') reading.at++;
}

const fieldList = () => `${styleFieldNames.slice(0, -1).join(', ')} or ${styleFieldNames.at(-1) ?? ''}`;

function noField(written: string): string {
  const folded = written.toLowerCase();
  const near =
    styleFieldNames.find(name => withinSlips(folded, name, name.length > 5 ? 2 : 1)) ??
    styleFieldNames.find(name => folded.length > 2 && (name.startsWith(folded) || folded.startsWith(name)));
  return `There is no field “${written}”. ${near ? `Did you mean “${near}”?` : `There are ${fieldList().replace(' or ', ' and ')}.`}`;
}
