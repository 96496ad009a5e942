import { useEffect, useRef } from 'react';
import { nameOf } from '../../app/pressed.ts';

/** Runs on Ctrl+Enter whatever has the focus: a button would take it as its own Enter before any command is asked. Not while a dialog is open. */
export function useCtrlEnter(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (nameOf(event) !== 'Ctrl+Enter' || document.querySelector('[aria-modal="true"], [role="alertdialog"]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
