import type { Theme } from '../../../shared/model/entities.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { useDoing } from './desk.tsx';
import css from './Page.module.css';
import { useAdvice } from './readings.ts';

/** Things to think about, quietly; each can be set aside with a reason, and what was set aside can be taken back. */
export function AdviceNotes({ theme }: { readonly theme: Theme }) {
  const { acts, ask } = useDoing();
  const { data = [] } = useAdvice();
  // That a theme without codes has no extracts goes without saying.
  const mine = data.filter(one => one.theme === theme.id && (one.kind !== 'no-extracts' || theme.codes.length > 0));
  const aside = mine.filter(one => one.dismissed !== null);
  const standing = mine.filter(one => one.dismissed === null);
  if (mine.length === 0) return null;
  return (
    <section className={css.advice} aria-label="Advice">
      {standing.map(one => (
        <Note
          key={one.kind}
          action={
            <Button
              look="quiet"
              className={css.add}
              onPress={() => ask({ kind: 'set aside', theme: theme.id, advice: one.kind, message: one.message })}
            >
              Set aside …
            </Button>
          }
        >
          {one.message}
        </Note>
      ))}
      {aside.length > 0 && (
        <details className={css.aside}>
          <summary>{counted(aside.length, 'advice', 'pieces of advice')} set aside</summary>
          {aside.map(one => (
            <div key={one.kind}>
              <p>{one.message}</p>
              <p>
                {one.dismissed?.coderName}: {one.dismissed?.reason}
              </p>
              <Button look="quiet" className={css.add} onPress={() => void acts.recall(one).catch(toastError)}>
                Show it again
              </Button>
            </div>
          ))}
        </details>
      )}
    </section>
  );
}
