import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Span, Transcript } from '../../../shared/model/entities.ts';
import { asSpoken } from '../../../shared/text/spoken.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useKeyState } from '../key/useKey.ts';

/** Whether words are wanted as spoken: until the app is closed, kept nowhere. */
let wanted = false;
const listeners = new Set<() => void>();
const want = (spoken: boolean) => {
  wanted = spoken;
  for (const listener of listeners) listener();
};
const useWanted = () =>
  useSyncExternalStore(
    changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => wanted,
  );

export type Shown = {
  /** The transcript in the view that is shown. Spans of the screen stand in it. */
  readonly transcript: Transcript;
  readonly spoken: boolean;
  /** From the view that is shown to the text as printed, in which everything is kept. */
  readonly toPrinted: (span: Span) => Span;
  readonly toShown: (span: Span) => Span;
  /** Words that are replaced in print, as spoken; none as printed. */
  readonly marks: readonly Span[];
  /** The key is asked for, since words are wanted as spoken and it is closed. */
  readonly asking: boolean;
  /** Turns to the other view; asks for the key where it is closed. */
  readonly turn: () => void;
  readonly stopAsking: () => void;
  readonly show: () => void;
};

const same = (span: Span): Span => span;

/** A transcript as printed or, with the open key, as spoken. */
export function useSpoken(printed: Transcript): Shown {
  const client = useClient();
  const { handle: study } = useStudy();
  const { data: key } = useKeyState();
  const [asking, setAsking] = useState(false);
  const on = useWanted() && key?.state === 'open';
  const source = printed.source.id;
  const { data } = useQuery({
    queryKey: keys.anonymity(study, 'spoken', source),
    queryFn: on ? () => client.call('source.spoken', { study, source }) : skipToken,
    gcTime: 0,
  });
  const view = useMemo(() => {
    // What was read of an earlier text fits no more; it is being read again.
    const fits = data?.redactions.every(
      ({ start, end }) => printed.text[start] === '[' && printed.text[end - 1] === ']',
    );
    return on && data && fits ? asSpoken(printed, data.redactions) : null;
  }, [on, data, printed]);
  return {
    transcript: view?.transcript ?? printed,
    spoken: view !== null,
    toPrinted: view?.view.toPrinted ?? same,
    toShown: view?.view.toSpoken ?? same,
    marks: view?.view.marks ?? none,
    asking,
    turn: () => {
      if (view) want(false);
      else if (key?.state === 'open') want(true);
      else setAsking(true);
    },
    stopAsking: () => setAsking(false),
    show: () => want(true),
  };
}

const none: readonly Span[] = [];
