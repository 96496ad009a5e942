import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Code, Coding, Span } from '../../../shared/model/entities.ts';
import type { CodeId, SourceId } from '../../../shared/model/ids.ts';
import { useOfferUndo, useUndo } from '../../app/undo.ts';
import { takeInCodings } from '../../client/codingDelta.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { announce } from '../../ui/announce.ts';
import { toastError } from '../../ui/toast.tsx';
import { noteUsed } from './recent.ts';

/** A code that is there, or the name of one to be made. */
export type Chosen = { readonly code: CodeId } | { readonly newCode: string };

export type CodingActs = {
  /** Codings made by the last act: the margin offers to take them back. */
  readonly fresh: ReadonlySet<string>;
  apply(span: Span, chosen: Chosen): Promise<void>;
  remove(coding: Coding): Promise<void>;
  recode(coding: Coding, chosen: Chosen): Promise<void>;
  resize(coding: Coding, span: Span): Promise<void>;
  split(coding: Coding, at: number): Promise<void>;
  undo(): void;
};

const nothing: ReadonlySet<string> = new Set();

/** What can be done to the codings of one source. Each act is said, and offers its own undo; a refusal says why and changes nothing. */
export function useCodingActs(source: SourceId, codes: readonly Code[]): CodingActs {
  const client = useClient();
  const queries = useQueryClient();
  const { handle: study } = useStudy();
  const { undo } = useUndo();
  const offerUndo = useOfferUndo();
  const [fresh, setFresh] = useState(nothing);
  return useMemo(() => {
    const nameOf = (coding: Coding) => codes.find(one => one.id === coding.code)?.name ?? 'the code';
    const attempt = async (act: () => Promise<void>) => {
      try {
        await act();
      } catch (thrown) {
        toastError(thrown);
      }
    };
    return {
      fresh,
      undo: () => {
        setFresh(nothing);
        undo();
      },
      apply: (span, chosen) =>
        attempt(async () => {
          const made = await client.call('coding.apply', {
            study,
            source,
            ...span,
            codes: 'code' in chosen ? [chosen.code] : [],
            ...('newCode' in chosen && { newCodes: [chosen.newCode] }),
          });
          takeInCodings(queries, study, { standing: made, gone: [] });
          setFresh(new Set(made.map(coding => coding.id)));
          noteUsed(
            study,
            made.map(coding => coding.code),
          );
          announce('Coded.');
        }),
      remove: coding =>
        attempt(async () => {
          await client.call('coding.remove', { study, codings: [coding.id] });
          await offerUndo(`Took “${nameOf(coding)}” off the extract.`);
        }),
      recode: (coding, chosen) =>
        attempt(async () => {
          await client.call('coding.recode', { study, codings: [coding.id], ...chosen });
          if ('code' in chosen) noteUsed(study, [chosen.code]);
          await offerUndo(`Took “${nameOf(coding)}” off and put another code on.`);
        }),
      resize: (coding, span) =>
        attempt(async () => {
          await client.call('coding.resize', { study, coding: coding.id, ...span });
        }),
      split: (coding, at) =>
        attempt(async () => {
          await client.call('coding.split', { study, coding: coding.id, at });
          await offerUndo(`Split “${nameOf(coding)}” in two.`);
        }),
    };
  }, [client, queries, study, source, codes, fresh, undo, offerUndo]);
}
