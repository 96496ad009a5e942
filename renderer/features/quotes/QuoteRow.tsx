import { memo } from 'react';
import type { PreparedQuote } from '../../../shared/model/preparedQuotes.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/signs.tsx';
import { printedWords } from './copy.ts';
import { PassageInRow } from './PassageInRow.tsx';
import css from './QuoteRow.module.css';
import { ReadySigns } from './ReadySigns.tsx';
import { nameOfRow, type Row, type Shared } from './report.ts';
import { useRowDrag } from './useRowDrag.ts';
import { Words } from './Words.tsx';

/** What a row can be asked for; the same functions as long as the page is there. */
export type RowActs = {
  readonly choose: (row: Row) => void;
  readonly copy: (row: Row) => void;
  readonly open: () => void;
  readonly edit: (row: Row) => void;
  readonly star: (row: Row) => void;
  readonly togglePassage: () => void;
  /** Puts a quote of the same section beside this row's. */
  readonly drop: (row: Row, moved: string, side: 'before' | 'after') => void;
};

type Shown = {
  readonly row: Row;
  readonly chosen: boolean;
  readonly ready: PreparedQuote | undefined;
  readonly shared: Shared | undefined;
  readonly unsaved: boolean;
  /** Whether its passage is shown under its words. */
  readonly passage: boolean;
  readonly acts: RowActs;
};

/** One quote of the page as it is printed: number, words, attribution; the chosen one offers what can be done with it. */
export const QuoteRow = memo(function QuoteRow({ row, chosen, ready, shared, unsaved, passage, acts }: Shown) {
  const { number, quote } = row;
  const { over, grip, place } = useRowDrag(row, acts.drop);
  const held = quote.state === 'held';
  return (
    <li className={`${css.row} ${chosen ? css.chosen : ''} ${held ? css.held : ''}`} data-over={over} {...place}>
      <span className={css.grip} title="Drag to another place (Alt ↑ ↓)" {...grip}>
        <Icon name="drag" size={14} />
      </span>
      <article
        data-row={row.key}
        aria-label={nameOfRow(row)}
        tabIndex={chosen ? 0 : -1}
        onFocus={() => acts.choose(row)}
        {...(chosen && { 'aria-current': 'true' as const })}
      >
        <span className={css.number} aria-hidden="true">
          {number ?? '–'}
        </span>
        <div>
          {quote.leadIn && <p className={css.leadIn}>{quote.leadIn}</p>}
          <blockquote>
            <Words text={printedWords(quote)} />
          </blockquote>
          <div className={css.attribution}>
            <p>{quote.attribution}</p>
            <ReadySigns {...{ row, ready, shared, unsaved }} />
          </div>
          {passage && <PassageInRow quote={quote} ready={ready} />}
        </div>
      </article>
      {chosen && (
        <div className={css.acts}>
          <Button look="quiet" onPress={() => acts.edit(row)}>
            Edit words <Kbd>E</Kbd>
          </Button>
          <Button look="quiet" onPress={() => acts.star(row)}>
            {quote.vivid ? 'Take the star off' : 'Star'} <Kbd>S</Kbd>
          </Button>
          <Button look="quiet" onPress={() => acts.copy(row)}>
            Copy <Kbd>C</Kbd>
          </Button>
          {quote.printed !== undefined && (
            <Button look="quiet" onPress={acts.togglePassage}>
              {passage ? 'Hide the passage' : 'Passage'} <Kbd>P</Kbd>
            </Button>
          )}
          <Button look="quiet" onPress={acts.open}>
            Open in transcript <Kbd>Enter</Kbd>
          </Button>
        </div>
      )}
    </li>
  );
}, isSame);

/** Rows are numbered anew with every change; only what shows counts. */
function isSame(a: Shown, b: Shown): boolean {
  return (
    a.row.key === b.row.key &&
    a.row.quote === b.row.quote &&
    a.row.number === b.row.number &&
    a.row.again === b.row.again &&
    a.chosen === b.chosen &&
    a.ready === b.ready &&
    a.shared?.words === b.shared?.words &&
    a.shared?.other === b.shared?.other &&
    a.unsaved === b.unsaved &&
    a.passage === b.passage &&
    a.acts === b.acts
  );
}
