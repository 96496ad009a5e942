import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { type Acting, acting } from './acting.ts';
import { boardActs } from './boardActs.ts';
import { evidenceActs } from './evidenceActs.ts';
import { outcomeActs } from './outcomeActs.ts';
import { reshapeActs } from './reshapeActs.ts';

/** Everything this place changes in a study; the same object as long as the study is open. */
export function useThemeActs(): ThemeActs {
  const client = useClient();
  const { handle: study } = useStudy();
  const queries = useQueryClient();
  const offerUndo = useOfferUndo();
  const latest = useRef(offerUndo);
  latest.current = offerUndo;
  return useMemo(() => actsOn(acting(client, study, queries, said => latest.current(said))), [client, study, queries]);
}

export type ThemeActs = ReturnType<typeof actsOn>;

const actsOn = (on: Acting) => ({ ...boardActs(on), ...outcomeActs(on), ...reshapeActs(on), ...evidenceActs(on) });
