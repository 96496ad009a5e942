import { useMemo } from 'react';
import type { PreparedQuote } from '../../../shared/model/preparedQuotes.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { checkPrinted } from '../../../shared/text/printed.ts';
import css from './QuoteRow.module.css';

/** The full passage of a quote, with what is not printed of it set apart. */
export function PassageInRow({
  quote,
  ready,
}: {
  readonly quote: BundleQuote;
  readonly ready: PreparedQuote | undefined;
}) {
  const [passage, printed] = [ready?.passage ?? quote.text, ready?.printed ?? null];
  const parts = useMemo(() => partsOf(passage, printed), [passage, printed]);
  return (
    <div className={css.passage}>
      <b>Passage</b>
      <p>{parts.map(({ at, words, left }) => (left ? <s key={at}>{words}</s> : <span key={at}>{words}</span>))}</p>
    </div>
  );
}

type Part = { readonly at: number; readonly words: string; readonly left: boolean };

/** The passage in its parts: those that are printed, and those that are left out or stood for. */
function partsOf(passage: string, printed: string | null): readonly Part[] {
  const checked = checkPrinted(passage, printed ?? passage);
  if (!checked.ok) return [{ at: 0, words: passage, left: false }];
  const parts: Part[] = [];
  let at = 0;
  const until = (end: number, left: boolean) => {
    if (end > at) parts.push({ at, words: passage.slice(at, end), left });
    at = Math.max(at, end);
  };
  for (const { from, words } of checked.differences.toSorted((a, b) => a.from.start - b.from.start)) {
    if (words === '') continue;
    until(from.start, false);
    until(from.end, true);
  }
  until(passage.length, false);
  return parts;
}
