import type { Finding } from '../../model/disclosure.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureInput, DisclosureQuote } from './input.ts';
import { listed, quoteName } from './words.ts';

/** Sensitive extracts that would be printed, in whole or in part, without their second yes; and those whose second yes came from the one who marked them. */
export function sensitiveExtracts({ quotes, marks }: Pick<DisclosureInput, 'quotes' | 'marks'>): readonly Finding[] {
  if (marks.length === 0) return [];
  const bySource = Map.groupBy(quotes, quote => quote.source);
  return marks.flatMap(mark => {
    if (mark.agreed === 'other-coder') return [];
    const touching = (bySource.get(mark.source) ?? []).filter(quote =>
      quote.places.some(place => place.start < mark.end && mark.start < place.end),
    );
    if (touching.length === 0) return [];
    const named = listed(touching.map(quoteName));
    const place = {
      quotes: touching.map(foundQuote),
      words: { source: mark.source, start: mark.start, end: mark.end },
    };
    return mark.agreed === 'no'
      ? finding(
          'sensitive',
          [mark.id, mark.end - mark.start],
          `Words marked as sensitive (${mark.kind}) would be printed without a second yes: ${which(touching)} ${named}.`,
          'Have another coder read it and give the second yes with a reason, or hold the quote back.',
          place,
        )
      : finding(
          'same-coder',
          [mark.id, mark.end - mark.start],
          `The second yes for words marked as sensitive (${mark.kind}) came from the coder who marked them: ${which(touching)} ${named}.`,
          'Have another coder read it, too.',
          place,
        );
  });
}

const which = (quotes: readonly DisclosureQuote[]) => (quotes.length === 1 ? 'quote' : 'quotes');
