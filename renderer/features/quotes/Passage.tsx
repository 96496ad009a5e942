import { useMemo } from 'react';
import type { Quote, Span, Transcript } from '../../../shared/model/entities.ts';
import { passageOf } from './passages.ts';
import css from './QuotePanel.module.css';

/** The turns a quote stands in, whole, with the turn before and the turn after. */
export function Passage({
  transcript,
  quote,
  bounds: { start, end },
}: {
  readonly transcript: Transcript;
  readonly quote: Quote;
  /** Of the words that are marked: the quote's own, unless it takes in more or less. */
  readonly bounds: Span;
}) {
  const turns = useMemo(() => passageOf(transcript, { start, end }, 1), [transcript, start, end]);
  const first = turns.find(one => one.quoted)?.turn.ordinal;
  return (
    <>
      <p className={css.quiet}>
        {quote.attribution}
        {first !== undefined && `, turn ${first} of ${transcript.turns.length}`}
      </p>
      <div className={css.passage}>
        {turns.map(({ turn, who, asks, quoted, parts }) => (
          <div key={turn.id} className={`${quoted ? '' : css.around} ${asks ? css.asks : ''}`}>
            <b>{who}</b>
            <p>
              {parts.map(({ words, marked }) =>
                marked ? <mark key="marked">{words}</mark> : <span key={words}>{words}</span>,
              )}
            </p>
          </div>
        ))}
      </div>
    </>
  );
}
