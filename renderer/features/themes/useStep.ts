import { useCallback } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import { CallError } from '../../client/client.ts';
import { toastError } from '../../ui/toast.tsx';
import type { Arranging } from './boardActs.ts';
import { useDoing } from './desk.tsx';

/** Puts themes elsewhere on the board. A step that is not ready becomes a question for the reason; any other refusal is said. */
export function useStep(): (moved: readonly Theme[], to: Arranging) => void {
  const { acts, ask } = useDoing();
  return useCallback(
    (moved, to) => {
      acts.arrange(moved, to).catch(thrown => {
        const missing = missingIn(thrown);
        if (missing) ask({ kind: 'reason for step', themes: moved.map(theme => theme.id), to, missing });
        else toastError(thrown);
      });
    },
    [acts, ask],
  );
}

/** What a refused step lacks, in plain words; null where it was refused for something else. */
export function missingIn(thrown: unknown): readonly string[] | null {
  if (!(thrown instanceof CallError) || thrown.code !== 'refused') return null;
  const { missing } = thrown.details;
  return Array.isArray(missing) ? missing.map(what => missingNames[String(what)] ?? String(what)) : null;
}

/** What a step asks for, by the core's word for it. */
const missingNames: Readonly<Record<string, string>> = {
  extracts: 'extracts',
  verdicts: 'a verdict on each of its extracts (level 1 of the review)',
  name: 'a name',
  concept: 'a central organising concept',
  scope: 'its scope',
  isNot: 'what it is not',
};
