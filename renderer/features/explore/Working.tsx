import { CallError } from '../../client/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/signs.tsx';
import { figure } from '../../ui/words.ts';
import css from './Explore.module.css';
import type { Progress } from './useJob.ts';

/** Counting that takes a while: how far it is, and the way to stop it. */
export function Working({ progress, onStop }: { readonly progress: Progress | null; readonly onStop: () => void }) {
  return (
    <div className={css.working} role="status">
      <span>{progress ? `${figure(progress.done)} of ${figure(progress.total)} codings` : 'Counting …'}</span>
      <progress aria-label="Counting" {...(progress && { value: progress.done, max: Math.max(1, progress.total) })} />
      <Button onPress={onStop}>Stop</Button>
    </div>
  );
}

/** Why there are no counts, and the way to count again. */
export function NotCounted({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const stopped = error instanceof CallError && error.code === 'cancelled';
  return (
    <div className={css.working}>
      {stopped ? <span role="status">Stopped before it was done.</span> : <Note block>{error.message}</Note>}
      <Button onPress={onAgain}>Count again</Button>
    </div>
  );
}
