import { useMemo } from 'react';
import { sharedWords } from '../../../shared/analysis/quoteBoard.ts';
import { OutcomeTab } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { addressOf } from './address.ts';
import { everyone, type Heard, isHeard, type Section } from './choice.ts';
import { printedWords } from './copy.ts';
import { printedIn, sharingWords } from './passages.ts';
import css from './QuotePanel.module.css';
import { quotesOf, type Row } from './report.ts';

/** Where else in the report the chosen quote stands, and which other quotes repeat words of it. */
export function Elsewhere({
  row,
  sections,
  heard,
}: {
  readonly row: Row;
  readonly sections: readonly Section[];
  readonly heard: Heard;
}) {
  const all = useMemo(() => quotesOf(sections), [sections]);
  const again = printedIn(row.quote, sections).filter(section => section.key !== row.section.key);
  const sharing = sharingWords(row.quote, all);
  return (
    <section>
      <h3>Printed elsewhere</h3>
      {again.length === 0 && sharing.length === 0 && (
        <p className={css.quiet}>Nowhere else: neither this quote nor words of it.</p>
      )}
      {again.length > 0 && <PlaceLinks quote={row.quote.id} places={again} heard={heard} />}
      {sharing.map(quote => (
        <div key={quote.id} className={css.sharing}>
          <p>
            {shares(row, quote)} <q>{shortened(printedWords(quote))}</q>
            {quote.state === 'held' && ' That quote is held back.'}
          </p>
          <PlaceLinks
            quote={quote.id}
            places={printedIn(quote, sections)}
            heard={isHeard(quote, heard) ? heard : everyone}
          />
        </div>
      ))}
    </section>
  );
}

/** Places of the report, each a link to its page. */
function PlaceLinks({
  quote,
  places,
  heard,
}: {
  readonly quote: string;
  readonly places: readonly Section[];
  readonly heard: Heard;
}) {
  if (places.length === 0) return <p className={css.quiet}>In no theme</p>;
  return (
    <ul className={css.places}>
      {places.map(({ key, outcome, theme }) => (
        <li key={key}>
          {outcome && <OutcomeTab number={outcome.number} title={outcome.title} />}
          {theme && (
            <a href={addressOf({ of: 'theme', theme: theme.id, under: outcome?.id ?? null }, heard, quote)}>
              {theme.name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a quote shares with another one: "All of it is also in", "12 words are also in". */
function shares({ quote }: Row, other: Parameters<typeof sharedWords>[1]): string {
  const shared = sharedWords(quote, other);
  if (shared?.whole && other.end - other.start >= quote.end - quote.start) return 'All of it is also in';
  const words = shared?.words ?? 0;
  return `${counted(words, 'word')} ${words === 1 ? 'is' : 'are'} also in`;
}

/** The first words of a quote, enough to know it by. */
const shortened = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 88).trimEnd()} …`);
