import type { Span } from '../model/entities.ts';

/** E-mail addresses, addresses of pages and handles ("@kezia_b") of a text, ascending. Offsets are UTF-16 units. */
export function addressesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { index } of text.matchAll(marks)) {
    const last = spans.at(-1)?.end ?? 0;
    if (index < last) continue;
    const span = around(text, index, last);
    if (address.test(text.slice(span.start, span.end))) spans.push(span);
  }
  return spans;
}

/** What stands in every address and hardly anywhere else. */
const marks = /@|:\/\/|\bwww\.|\.\p{L}{2,12}\//giu;
const address =
  /^(?:(?:mailto:)?[^@/:]+@[^@/]+\.\p{L}{2,}|@[\p{L}\p{N}_.]{2,}|\p{L}{2,10}:\/\/.+|www\..+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/.*)$/iu;
const outside = /[\s<>()[\]{}"“”‘«»,;|\u200B\u2060]/;
/** A longer stretch, in UTF-16 units to one side, is no address. */
const reach = 300;

/** The stretch without spaces, brackets and quotation marks around a place, less the punctuation at its ends. */
function around(text: string, at: number, least: number): Span {
  let start = at;
  while (start > least && at - start <= reach && !outside.test(text[start - 1] ?? ' ')) start--;
  let end = at;
  while (end < text.length && end - at <= reach && !outside.test(text[end] ?? ' ')) end++;
  if (at - start > reach || end - at > reach) return { start: at, end: at };
  while (start < at && /[.:!?'’*_-]/.test(text[start] ?? '')) start++;
  while (end > at + 1 && /[.:!?'’*_-]/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
