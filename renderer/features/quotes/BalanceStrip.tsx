import { useMemo } from 'react';
import type { Quote, Source } from '../../../shared/model/entities.ts';
import css from './BalanceStrip.module.css';
import { balanceInWords, balanceOf, quotesPerMark, rowsInWords, rowsOf } from './balance.ts';

/** No row of marks is longer than this, so that five groups fit on a line. */
const mostMarks = 6;

/** Who is quoted how often: one mark a quote, groups from left to right, phases one above the other; pale where the study has sources that are not quoted. */
export function BalanceStrip({
  quotes,
  sources,
}: {
  readonly quotes: readonly Quote[];
  readonly sources: readonly Source[];
}) {
  const balance = useMemo(() => balanceOf(quotes, sources), [quotes, sources]);
  const each = quotesPerMark(balance, mostMarks);
  const rows = rowsInWords(balance);
  return (
    <div className={css.balance}>
      <span className={css.balanceName}>Balance</span>
      <div className={css.groups} role="img" aria-label={`Quotes by group and phase. ${balanceInWords(balance)}`}>
        {balance.map(group => (
          <span key={group.group} className={group.total === 0 ? css.silentGroup : ''}>
            <span className={css.marks}>
              {rowsOf(group).map(({ row, present, count }) => (
                <span key={row}>
                  {count > 0 ? marks(Math.ceil(count / each)) : <i data-mark={present ? 'silent' : 'absent'} />}
                </span>
              ))}
            </span>
            {group.group}
            <b>{group.total}</b>
          </span>
        ))}
      </div>
      <span className={css.balanceKey}>
        {[rows, each > 1 ? `one mark is ${each} quotes` : null].filter(Boolean).join('; ')}
      </span>
    </div>
  );
}

const marks = (count: number) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: marks of a row are alike and have no other identity
  Array.from({ length: count }, (_, index) => <i key={index} data-mark="quoted" />);
