import { useEffect, useState } from 'react';
import { useLongAct } from '../client/longActs.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { toastError } from '../ui/toast.tsx';
import { figure } from '../ui/words.ts';
import css from './LongActDialog.module.css';

/** What is done sooner than this shows nothing, ms. */
const patience = 400;

/** How far an act is that takes a while, and the way to stop it. Other acts on the study wait for it. */
export function LongActDialog() {
  const act = useLongAct();
  const [shown, setShown] = useState(false);
  const running = act !== null;
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setShown(true), patience);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [running]);
  if (!act || !shown) return null;
  const { name, file, done } = act;
  const stop = () => void act.stop().catch(toastError);
  const stands = done === 100;
  return (
    <Dialog
      title={`${name} …`}
      role="alertdialog"
      width={420}
      onClose={stop}
      foot={
        <Button large onPress={stop} disabled={stands} autoFocus>
          Stop
        </Button>
      }
    >
      <progress className={css.bar} aria-label={name} max={100} {...(done !== null && !stands && { value: done })} />
      <p className={css.words} role="status">
        {stands
          ? 'It is saved. The room that the words stood in is being cleared.'
          : `${done === null ? '' : `${figure(done)}%. `}${file ? 'No file is left if it is stopped.' : 'Nothing is changed until all of it is done.'}`}
      </p>
    </Dialog>
  );
}
