import { useMemo } from 'react';
import { type PreparedQuote, type QuoteState, quoteStates } from '../../../shared/model/preparedQuotes.ts';
import type { BundleQuote } from '../../../shared/model/quotes.ts';
import { checkPrinted, type Difference } from '../../../shared/text/printed.ts';
import { differenceInWords } from '../../../shared/text/printedWords.ts';
import { countWords } from '../../../shared/text/words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { Kbd, Note } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { printedWords } from './copy.ts';
import css from './ReadyPane.module.css';
import { stateNames, stateOf } from './ready.ts';

/** How the chosen quote is printed: how far it has come, its star, its lead-in, and each difference of its words from the passage. */
export function ReadyPane({
  quote,
  ready,
  onState,
  onStar,
  onEdit,
  onBack,
}: {
  readonly quote: BundleQuote;
  readonly ready: PreparedQuote | undefined;
  readonly onState: (state: QuoteState) => void;
  readonly onStar: () => void;
  readonly onEdit: () => void;
  /** Takes its words back to the passage. */
  readonly onBack: () => void;
}) {
  const words = printedWords(quote);
  const passage = ready?.passage ?? quote.text;
  const edited = ready?.printed != null;
  return (
    <section aria-label="In print">
      <div className={css.head}>
        <h3>In print</h3>
        <small>{counted(countWords(words), 'word')}</small>
        <IconButton
          icon={quote.vivid ? 'starred' : 'star'}
          label={quote.vivid ? 'Vivid: take the star off' : 'Star as vivid'}
          shortcut="S"
          pressed={quote.vivid}
          onPress={onStar}
        />
      </div>
      <Segmented
        label="How far it has come"
        value={stateOf(quote)}
        choices={quoteStates.map(id => ({ id, name: id === 'held' ? 'Held' : stateNames[id] }))}
        onChange={onState}
      />
      <p className={css.keys} aria-hidden="true">
        <Kbd>A</Kbd> chosen <Kbd>U</Kbd> used <Kbd>H</Kbd> held back
      </p>
      {ready?.again && (
        <Note
          block
          title="Look at its words again"
          action={
            <>
              <Button onPress={onEdit}>Edit its words</Button>
              <Button look="quiet" onPress={onBack}>
                Back to the passage
              </Button>
            </>
          }
        >
          {ready.again} Since it was made ready, the passage has changed. Nothing with this quote is exported until its
          words are edited or it is held back.
        </Note>
      )}
      {quote.leadIn && (
        <p className={css.leadIn}>
          <b>Lead-in</b> {quote.leadIn}
        </p>
      )}
      {edited && !ready.again && <Differences passage={passage} printed={words} />}
      {!edited && <p className={css.quiet}>Its words are those of the source.</p>}
      {!ready?.again && (
        <div className={css.buttons}>
          <Button onPress={onEdit}>
            Edit words <Kbd>E</Kbd>
          </Button>
          {edited && (
            <Button look="quiet" onPress={onBack}>
              Back to the passage
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Differences({ passage, printed }: { readonly passage: string; readonly printed: string }) {
  const differences = useMemo(() => {
    const checked = checkPrinted(passage, printed);
    return checked.ok ? checked.differences : [];
  }, [passage, printed]);
  return <DifferenceList differences={differences} />;
}

/** Each difference from the passage, in the order of the words. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className={css.quiet}>Its words are those of its passage.</p>;
  return (
    <ul className={css.differences} aria-label="Differences from the passage">
      {differences.map(difference => {
        const { what, words } = differenceInWords(difference);
        return (
          <li key={`${difference.at.start} ${difference.from.start} ${difference.kind}`} data-kind={difference.kind}>
            <b>{what}</b> <span>{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
