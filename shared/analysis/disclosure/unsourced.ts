import type { Finding } from '../../model/disclosure.ts';
import { finding, foundQuote } from './finding.ts';
import type { DisclosureQuote } from './input.ts';
import { counted, listed, quoteName } from './words.ts';

/** The house style's words for a source of which nothing is known. */
const notKnown = 'Source not known';

/** Quotes that can't be told where they come from, and quotes whose words are not those of their source. */
export function unsourced(quotes: readonly DisclosureQuote[]): readonly Finding[] {
  const unknown = quotes.filter(quote => quote.source !== null && quote.label.startsWith(notKnown));
  return [
    ...quotes.flatMap(quote => missing(quote) ?? differing(quote) ?? []),
    ...(unknown.length === 0
      ? []
      : [
          finding(
            'unknown-source',
            unknown.map(quote => quote.identity),
            `${counted(unknown.length, 'quote is', 'quotes are')} attributed to “${notKnown}”: ${listed(unknown.map(quoteName))}.`,
            'Say on the Sources page what kind of source it is, and whose.',
            { quotes: unknown.map(foundQuote), label: notKnown },
          ),
        ]),
  ];
}

function missing(quote: DisclosureQuote): Finding | null {
  if (quote.source !== null && quote.label.trim() !== '') return null;
  return finding(
    'no-source',
    [quote.identity],
    quote.source === null
      ? `Quote ${quoteName(quote)} has no source: “${quote.file}” is not in the study.`
      : `Quote ${quoteName(quote)} would be printed without an attribution.`,
    quote.source === null
      ? 'Import the source again and code the words there, or take the quote out.'
      : 'Choose an attribution style that names every source, or say on the Sources page what this one is.',
    { quotes: [foundQuote(quote)] },
  );
}

function differing(quote: DisclosureQuote): Finding | null {
  const moved = quote.inText !== quote.text;
  if (!moved && quote.fault === null) return null;
  return finding(
    'words-differ',
    [quote.identity, quote.text.length, quote.printed.length, moved ? 1 : 0],
    moved
      ? `The words of quote ${quoteName(quote)} are not those that stand in “${quote.file}” at its place.`
      : `Quote ${quoteName(quote)} as made ready is not its passage: ${quote.fault}`,
    moved
      ? 'Open the transcript there and code the words again.'
      : 'Mark each cut and each addition where the quote is made ready, or go back to the words of the passage.',
    { quotes: [foundQuote(quote)] },
  );
}
