import { useMemo } from 'react';
import { isUnusedVivid, overuseOf, type ReadyFilter, readyFilters } from '../../../shared/analysis/quoteBoard.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Select } from '../../ui/Select.tsx';
import { counted } from '../../ui/words.ts';
import { readyNames } from './choice.ts';
import css from './Notices.module.css';
import type { Prepared } from './ready.ts';

/** Which quotes of a page are shown, and things to think about: one voice heard too much, vivid quotes not used yet, words to look at again, an order by hand. */
export function Notices({
  quotes,
  prepared,
  ready,
  onReady,
  onReportOrder,
}: {
  readonly quotes: readonly BundleQuote[];
  readonly prepared: Prepared;
  readonly ready: ReadyFilter;
  readonly onReady: (ready: ReadyFilter) => void;
  /** Null where the page has more than one section, or its quotes are in report order. */
  readonly onReportOrder: (() => void) | null;
}) {
  const heard = useMemo(() => quotes.filter(quote => quote.state !== 'held'), [quotes]);
  const overuse = useMemo(() => overuseOf(heard), [heard]);
  const vivid = heard.filter(isUnusedVivid).length;
  const again = heard.filter(quote => prepared.get(quote.key)?.again).length;
  const held = quotes.length - heard.length;
  return (
    <ul className={css.notices} aria-label="Notices">
      <li>
        <Select
          label="Which quotes"
          hideLabel
          look={ready === 'all' ? 'quiet' : 'cell'}
          value={ready}
          choices={readyFilters.map(id => ({ id, name: readyNames[id] }))}
          onChange={onReady}
        />
      </li>
      {again > 0 && (
        <li data-level="block">
          <Icon name="stop" size={14} />
          {counted(again, 'quote has', 'quotes have')} printed words that no longer stand in the passage. Nothing is
          exported with {again === 1 ? 'it' : 'them'}.
        </li>
      )}
      {overuse && (
        <li data-level="advice">
          <Icon name="info" size={14} />
          {overuse}
        </li>
      )}
      {vivid > 0 && (
        <li>
          <Icon name="starred" size={14} />
          {counted(vivid, 'vivid quote is', 'vivid quotes are')} not chosen yet.
          {ready !== 'vivid' && (
            <Button look="quiet" onPress={() => onReady('vivid')}>
              Show vivid quotes
            </Button>
          )}
        </li>
      )}
      {held > 0 && (
        <li>
          <Icon name="minus" size={14} />
          {counted(held, 'quote is', 'quotes are')} held back and {held === 1 ? 'does' : 'do'} not leave.
        </li>
      )}
      {onReportOrder && (
        <li>
          <Icon name="drag" size={14} />
          In an order by hand.
          <Button look="quiet" onPress={onReportOrder}>
            Back to report order
          </Button>
        </li>
      )}
    </ul>
  );
}
