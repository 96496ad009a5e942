import type { Finding } from '../../model/disclosure.ts';
import { findOccurrences } from '../../text/occurrences.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureInput, DisclosureQuote, PrintedProse } from './input.ts';
import { inQuotes, quoteName } from './words.ts';

/** Something printed, and where. `offset`: where its words start in the source, or null where they are not words of it. */
type Piece = {
  readonly text: string;
  readonly where: string;
  /** Whose words they are; see PrintedProse. */
  readonly owner: string;
  readonly quote: DisclosureQuote | null;
  readonly offset: number | null;
};
type Hit = { readonly piece: Piece; readonly start: number; readonly end: number; readonly sure: boolean };

const word = /[\p{L}\p{N}]+/gu;

/** Nothing that is looked for holds it, so that no occurrence runs from one piece into the next. */
const gap = '\n\u{2029}\n';

/** Words of the table of replacements that would still be printed: in quotes, labels, names of speakers and files, in prose, and in whatever else the file is made of. All pieces are looked through at once. */
export function leftoverNames(input: DisclosureInput): readonly Finding[] {
  const { quotes, prose, rest, terms, seal } = input;
  if (terms === null || terms.length === 0) return [];
  const named = [...quotePieces(quotes), ...prosePieces([...prose, ...valueProse(input)])];
  const known = new Set(named.map(piece => piece.text));
  const others = prosePieces(rest).filter(piece => !known.has(piece.text));
  const hits = hitsIn([...named, ...others], terms);
  const first = new Set(named);
  const told = hits.filter(hit => first.has(hit.piece));
  const byWords = Map.groupBy(told, wordsOf);
  const more = hits.filter(
    hit => !first.has(hit.piece) && !byWords.get(wordsOf(hit))?.some(one => isSame(one.piece, hit)),
  );
  return [...new Map([...told, ...more].toReversed().map(hit => [keyOf(hit, seal), hit]))]
    .toReversed()
    .map(([key, hit]) => left(hit, key));
}

const wordsOf = ({ piece, start, end }: Hit): string => piece.text.slice(start, end);

function hitsIn(pieces: readonly Piece[], terms: readonly string[]): readonly Hit[] {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length + gap.length;
  }
  let at = 0;
  return findOccurrences(pieces.map(piece => piece.text).join(gap), terms, { near: true })
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end, sure }): readonly Hit[] => {
      while (at + 1 < pieces.length && (starts[at + 1] ?? 0) <= start) at++;
      const piece = pieces[at];
      const from = starts[at] ?? 0;
      return piece && end - from <= piece.text.length ? [{ piece, start: start - from, end: end - from, sure }] : [];
    });
}

/** Whether a hit is one of a piece that was told already: one of both texts is a part of the other. Texts of few words are alike by chance, and are told again. */
function isSame({ text: told }: Piece, { piece: { text }, start, end }: Hit): boolean {
  const [part, whole] = told.length < text.length ? [told, text] : [text, told];
  if ((part.match(word) ?? []).length < (text.slice(start, end).match(word) ?? []).length + 3) return false;
  if (whole === told) return told.includes(part);
  for (let at = whole.indexOf(part); at >= 0 && at <= start; at = whole.indexOf(part, at + 1))
    if (end <= at + part.length) return true;
  return false;
}

/** How many words before and after are part of what makes a hit the same one another time. */
const around = 4;

/** The same for the same words among the same words of the same owner, wherever that stands. All of it is sealed: keys are kept in the study. */
function keyOf({ piece: { text, owner }, start, end }: Hit, seal: DisclosureInput['seal']): string {
  const before = text.slice(Math.max(0, start - 200), start).match(word) ?? [];
  const after = text.slice(end, end + 200).match(word) ?? [];
  const words = [...before.slice(-around), text.slice(start, end), ...after.slice(0, around)];
  return seal(JSON.stringify([owner, Math.min(before.length, around), ...words]));
}

function left({ piece, start, end, sure }: Hit, key: string): Finding {
  const { quote, offset, where, text } = piece;
  const words = text.slice(start, end);
  const place = {
    quotes: quote ? [foundQuote(quote)] : [],
    words: quote?.source && offset !== null ? { source: quote.source, start: offset + start, end: offset + end } : null,
    where: quote && offset !== null ? null : where,
  };
  return sure
    ? finding(
        'leftover-name',
        [key],
        `${inQuotes(words)} is in the table of replacements and would be printed: ${where}.`,
        'Apply its replacement there on the Names page, or hold the quote back.',
        place,
      )
    : finding(
        'near-name',
        [key],
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
    const as = (
      text: string,
      part: string,
      where: string,
      { offset = null, owner = quote.identity }: { readonly offset?: number | null; readonly owner?: string } = {},
    ): readonly Piece[] => (text === '' ? [] : [{ text, owner: `${owner}:${part}`, where, quote, offset }]);
    const first = !files.has(quote.file);
    files.add(quote.file);
    const { source, printed, text, start } = quote;
    return [
      ...as(printed, 'printed', `quote ${name}`, { offset: printed === text ? start : null }),
      // Tables print the full passage beside the words made ready.
      ...(printed === text ? [] : as(text, 'text', `passage of quote ${name}`, { offset: start })),
      ...as(quote.leadIn, 'lead-in', `lead-in of quote ${name}`),
      ...as(quote.label, 'label', `attribution of quote ${name}`),
      ...as(quote.speakerName, 'speaker', `name of the speaker of quote ${name}`),
      ...(first
        ? as(quote.file, 'file', `name of the file that quote ${name} is from`, { owner: source ?? quote.identity })
        : []),
    ];
  });
}

const prosePieces = (prose: readonly PrintedProse[]): readonly Piece[] =>
  prose.filter(one => one.text !== '').map(one => ({ ...one, quote: null, offset: null }));

/** Attributes that are printed beside quotes, of the people who are quoted. */
function valueProse({ quotes, people, attributes }: DisclosureInput): readonly PrintedProse[] {
  const heard = new Set(quotes.map(quote => quote.person));
  return people
    .filter(person => heard.has(person.id))
    .flatMap(person =>
      attributes.map(({ id, name }) => ({
        where: `“${name}” of ${person.label}`,
        text: person.values[id] ?? '',
        owner: `participant:${person.id}:${id}`,
      })),
    );
}
