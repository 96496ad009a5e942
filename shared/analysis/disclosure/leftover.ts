import type { Finding } from '../../model/disclosure.ts';
import { findOccurrences } from '../../text/occurrences.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureInput, DisclosureQuote } from './input.ts';
import { inQuotes, quoteName } from './words.ts';

/** Something printed, and where. `offset`: where its words start in the source, or null where they are not words of it. */
type Piece = {
  readonly text: string;
  readonly where: string;
  /** Tells pieces of one quote apart in the key. */
  readonly part: string;
  readonly quote: DisclosureQuote | null;
  readonly offset: number | null;
};

/** Nothing that is looked for holds it, so that no occurrence runs from one piece into the next. */
const gap = '\n\u{2029}\n';

/** Words of the table of replacements that would still be printed: in quotes, labels, names of speakers and files, and in prose. All pieces are looked through at once. */
export function leftoverNames(input: DisclosureInput): readonly Finding[] {
  const { quotes, prose, terms } = input;
  if (terms === null || terms.length === 0) return [];
  const pieces = [...quotePieces(quotes), ...prosePieces([...prose, ...valueProse(input)])];
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length + gap.length;
  }
  const found = new Map<string, Finding>();
  let at = 0;
  for (const one of findOccurrences(pieces.map(piece => piece.text).join(gap), terms, { near: true }).toSorted(
    (a, b) => a.start - b.start,
  )) {
    while (at + 1 < pieces.length && (starts[at + 1] ?? 0) <= one.start) at++;
    const piece = pieces[at];
    const start = one.start - (starts[at] ?? 0);
    if (!piece || start + one.found.length > piece.text.length) continue;
    const made = left(piece, start, one.end - one.start, one.found, one.sure);
    if (!found.has(made.key)) found.set(made.key, made);
  }
  return [...found.values()];
}

function left(piece: Piece, start: number, length: number, words: string, sure: boolean): Finding {
  const { quote, offset, where, part } = piece;
  const substance = [quote?.identity ?? '', part, start, length];
  const place = {
    quotes: quote ? [foundQuote(quote)] : [],
    words:
      quote?.source && offset !== null
        ? { source: quote.source, start: offset + start, end: offset + start + length }
        : null,
    where: quote && offset !== null ? null : where,
  };
  return sure
    ? finding(
        'leftover-name',
        substance,
        `${inQuotes(words)} is in the table of replacements and would be printed: ${where}.`,
        'Apply its replacement there on the Names page, or hold the quote back.',
        place,
      )
    : finding(
        'near-name',
        substance,
        `${inQuotes(words)} is near to words in the table of replacements: ${where}.`,
        'Read it. If it is the same thing, apply the replacement there.',
        place,
      );
}

/** Printed words at their place where nothing was made ready, so that the very words can be shown. */
function quotePieces(quotes: readonly DisclosureQuote[]): readonly Piece[] {
  const files = new Set<string>();
  return quotes.flatMap(quote => {
    const name = quoteName(quote);
    const as = (text: string, part: string, where: string, offset: number | null = null): readonly Piece[] =>
      text === '' ? [] : [{ text, part, where, quote, offset }];
    const first = !files.has(quote.file);
    files.add(quote.file);
    return [
      ...as(quote.printed, 'printed', `quote ${name}`, quote.printed === quote.text ? quote.start : null),
      // Tables print the full passage beside the words made ready.
      ...(quote.printed === quote.text ? [] : as(quote.text, 'text', `passage of quote ${name}`, quote.start)),
      ...as(quote.leadIn, 'lead-in', `lead-in of quote ${name}`),
      ...as(quote.label, 'label', `attribution of quote ${name}`),
      ...as(quote.speakerName, 'speaker', `name of the speaker of quote ${name}`),
      ...(first ? as(quote.file, 'file', `name of the file that quote ${name} is from`) : []),
    ];
  });
}

const prosePieces = (prose: DisclosureInput['prose']): readonly Piece[] =>
  prose
    .filter(one => one.text !== '')
    .map(({ where, text }, index) => ({ text, where, part: `prose ${index}`, quote: null, offset: null }));

/** Attributes that are printed beside quotes, of the people who are quoted. */
function valueProse({ quotes, people, attributes }: DisclosureInput): DisclosureInput['prose'] {
  const heard = new Set(quotes.map(quote => quote.person));
  return people
    .filter(person => heard.has(person.id))
    .flatMap(person =>
      attributes.map(({ id, name }) => ({ where: `“${name}” of ${person.label}`, text: person.values[id] ?? '' })),
    );
}
