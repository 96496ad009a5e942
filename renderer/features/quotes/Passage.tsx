import { useMemo } from 'react';
import type { Quote, Transcript } from '../../../shared/model/entities.ts';
import { passageOf } from './passages.ts';
import css from './Quotes.module.css';

/** The turns a quote stands in, whole, with the turn before and the turn after. */
export function Passage({ transcript, quote }: { readonly transcript: Transcript; readonly quote: Quote }) {
  const turns = useMemo(() => passageOf(transcript, quote, 1), [transcript, quote]);
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
