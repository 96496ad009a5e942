import { useState } from 'react';
import type { CheckedFinding } from '../../../shared/model/disclosure.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Note } from '../../ui/signs.tsx';
import { figure, said, wordsOf } from '../../ui/words.ts';
import css from './Disclosure.module.css';
import { addressOfFinding, addressOfQuote, nameOfQuote } from './place.ts';
import { useAccepting } from './useDisclosure.ts';

/** Quotes named one by one; the rest are counted. */
const mostNamed = 8;

/** One finding: what it is, what to do, its quotes, and accepting it with a reason. `onLeave` runs when somebody goes to its place. */
export function FindingItem({
  finding,
  onLeave,
  remedy: tellsRemedy = true,
}: {
  readonly finding: CheckedFinding;
  readonly onLeave: () => void;
  /** False where what to do is said above. */
  readonly remedy?: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const { unaccept } = useAccepting();
  const [refused, setRefused] = useState<unknown>(null);
  const { accepted, message, remedy, place, key } = finding;
  const address = addressOfFinding(place);
  const show = () => {
    if (address === null) return;
    onLeave();
    location.assign(address);
  };
  return (
    <li className={css.finding} data-level={finding.level} data-finding={key}>
      <p className={css.message}>{message}</p>
      {accepted ? (
        <p className={css.quiet}>
          Accepted by {accepted.by}, {said(accepted.at)}: {accepted.reason}
        </p>
      ) : (
        tellsRemedy && <p className={css.remedy}>{remedy}</p>
      )}
      <QuoteLinks finding={finding} onLeave={onLeave} />
      {asking && !accepted ? (
        <AcceptForm finding={finding} onDone={() => setAsking(false)} />
      ) : (
        <div className={css.acts}>
          {address !== null && (
            <Button onPress={show} label={`Show: ${message}`}>
              Show
            </Button>
          )}
          {accepted ? (
            <Button look="quiet" label={`Take back: ${message}`} onPress={() => unaccept(key).catch(setRefused)}>
              Take back
            </Button>
          ) : (
            <Button look="quiet" label={`Accept: ${message}`} onPress={() => setAsking(true)}>
              Accept …
            </Button>
          )}
        </div>
      )}
      {refused !== null && <Note block>{wordsOf(refused)}</Note>}
    </li>
  );
}

function QuoteLinks({ finding, onLeave }: { readonly finding: CheckedFinding; readonly onLeave: () => void }) {
  const { quotes, where } = finding.place;
  if (quotes.length === 0) return where === null ? null : <p className={css.quiet}>In: {where}</p>;
  const rest = quotes.length - mostNamed;
  return (
    <ul className={css.quotes} aria-label="Quotes it is about">
      {quotes.slice(0, mostNamed).map(quote => {
        const to = addressOfQuote(quote);
        const name = nameOfQuote(quote);
        return (
          <li key={`${quote.id} ${quote.start}`}>
            {to === null ? (
              <span>{name}</span>
            ) : (
              <a href={to} onClick={onLeave} title={`${quote.label}, ${quote.themes.join(', ') || 'in no theme'}`}>
                {name}
              </a>
            )}
          </li>
        );
      })}
      {rest > 0 && <li className={css.quiet}>and {figure(rest)} more</li>}
    </ul>
  );
}

function AcceptForm({ finding, onDone }: { readonly finding: CheckedFinding; readonly onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const { accept } = useAccepting();
  const ready = reason.trim() !== '' && !busy;
  const save = async () => {
    if (!ready) return;
    setBusy(true);
    try {
      await accept(finding.key, reason.trim());
      onDone();
    } catch (thrown) {
      setRefused(thrown);
      setBusy(false);
    }
  };
  return (
    <div className={css.accept}>
      <TextArea
        label="Why it can be printed"
        rows={2}
        value={reason}
        onChange={setReason}
        hint="Kept with the finding and in the history of the study. It counts until what was found changes."
        autoFocus
        required
        onKeyDown={event => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onDone();
          }
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          void save();
        }}
      />
      {refused !== null && <Note block>{wordsOf(refused)}</Note>}
      <div className={css.acts}>
        <Button look="primary" disabled={!ready} onPress={() => void save()}>
          Accept the finding
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
