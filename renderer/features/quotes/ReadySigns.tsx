import { useMemo } from 'react';
import type { PreparedQuote } from '../../../shared/model/preparedQuotes.ts';
import { checkPrinted } from '../../../shared/text/printed.ts';
import { cutInWords } from '../../../shared/text/printedWords.ts';
import { Icon } from '../../ui/icons.tsx';
import { counted } from '../../ui/words.ts';
import css from './QuoteRow.module.css';
import { stateNames, stateOf } from './ready.ts';
import type { Row, Shared } from './report.ts';

/** What is to be known of a quote besides its words: how it was made ready, and where its words are printed besides. */
export function ReadySigns({
  row,
  ready,
  shared,
  unsaved,
}: {
  readonly row: Row;
  readonly ready: PreparedQuote | undefined;
  readonly shared: Shared | undefined;
  readonly unsaved: boolean;
}) {
  const { quote, again } = row;
  const state = stateOf(quote);
  const edit = useEdit(ready);
  return (
    <>
      {quote.vivid && (
        <span className={css.vivid}>
          <Icon name="starred" size={13} /> Vivid
        </span>
      )}
      {state !== 'candidate' && (
        <span className={css.state} data-state={state}>
          {state !== 'held' && <Icon name="check" size={13} />}
          {stateNames[state]}
        </span>
      )}
      {ready?.again && (
        <span className={css.again}>
          <Icon name="stop" size={13} /> Look at its words again
        </span>
      )}
      {unsaved && <span className={css.unsaved}>Not saved yet</span>}
      {!ready?.again && edit && <span>{edit}</span>}
      {again && <span>Also printed above</span>}
      {shared && state !== 'held' && <span>{sharedInWords(row, shared)}</span>}
    </>
  );
}

/** How the printed words differ, in few words: "Cut to 31 of 112 words", "Edited". Null where they are those of the source. */
function useEdit(ready: PreparedQuote | undefined): string | null {
  const [passage, printed] = [ready?.passage ?? '', ready?.printed ?? null];
  return useMemo(() => {
    if (printed === null) return null;
    const checked = checkPrinted(passage, printed);
    if (!checked.ok) return null;
    return cutInWords(passage, checked.differences) ?? (checked.differences.length > 0 ? 'Edited' : 'Other bounds');
  }, [passage, printed]);
}

/** Where else words of a quote are printed: "12 words also in “Learning to wait”". */
function sharedInWords({ quote, section }: Row, { words, whole, other }: Shared): string {
  const all = whole && other.end - other.start >= quote.end - quote.start;
  const theme = other.themes.find(name => name !== section.theme?.name);
  return `${all ? 'All of it' : counted(words, 'word')} also in ${theme === undefined ? 'another quote' : `“${theme}”`}`;
}
