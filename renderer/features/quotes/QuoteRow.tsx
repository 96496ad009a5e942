import { memo } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/signs.tsx';
import css from './Quotes.module.css';
import type { Row } from './report.ts';

/** One quote of the page: number, words, attribution; the chosen one offers what can be done with it. */
export const QuoteRow = memo(function QuoteRow({
  row,
  chosen,
  onChoose,
  onCopy,
  onOpen,
}: {
  readonly row: Row;
  readonly chosen: boolean;
  readonly onChoose: (row: Row) => void;
  readonly onCopy: (row: Row) => void;
  readonly onOpen: () => void;
}) {
  const { number, quote, again } = row;
  return (
    <li className={`${css.row} ${chosen ? css.chosen : ''}`}>
      <article
        data-row={row.key}
        aria-label={`Quote ${number}`}
        tabIndex={chosen ? 0 : -1}
        onFocus={() => onChoose(row)}
        {...(chosen && { 'aria-current': 'true' as const })}
      >
        <span className={css.number} aria-hidden="true">
          {number}
        </span>
        <div>
          <blockquote>{quote.text}</blockquote>
          <p className={css.attribution}>
            <span>{quote.attribution}</span>
            {again && <small>Also printed above</small>}
          </p>
        </div>
      </article>
      {chosen && (
        <div className={css.acts}>
          <Button look="quiet" onPress={() => onCopy(row)}>
            Copy <Kbd>C</Kbd>
          </Button>
          <Button look="quiet" onPress={onOpen}>
            Open in transcript <Kbd>Enter</Kbd>
          </Button>
        </div>
      )}
    </li>
  );
});
