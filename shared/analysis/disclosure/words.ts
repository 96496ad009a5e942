/** A number with its noun: "1 quote", "3 quotes". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

/** Things one after the other, the last after "and"; more than `most` are counted. */
export function listed(all: readonly string[], most = 5): string {
  const shown = all.slice(0, most);
  const rest = all.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest.toLocaleString('en-GB')} more`] : shown;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** How a quote is spoken of: by the team's own number, else by its file and place. */
export const quoteName = (quote: {
  readonly id: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}): string => (/^[0-9a-f]{8}-|:\d+-\d+$/.test(quote.id) ? `${quote.file} ${quote.start}–${quote.end}` : quote.id);

export const inQuotes = (words: string): string => `“${words}”`;
