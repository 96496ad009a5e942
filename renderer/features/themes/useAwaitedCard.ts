import { useCallback, useRef, useState } from 'react';
import type { ThemeId } from '../../../shared/model/ids.ts';
import type { AwaitedCard, Desk } from './desk.tsx';

/** The card that takes the focus when it next stands on the board; none while a dialog has it. */
export function useAwaitedCard(dialog: boolean): Pick<Desk, 'awaited' | 'onAwait' | 'isAwaited'> {
  const [awaited, setAwaited] = useState<AwaitedCard | null>(null);
  const now = useRef<AwaitedCard | null>(null);
  const onAwait = useCallback((card: AwaitedCard | null) => {
    now.current = card;
    setAwaited(card);
  }, []);
  const isAwaited = useCallback((id: ThemeId) => now.current?.id === id, []);
  return { awaited: dialog ? null : awaited, onAwait, isAwaited };
}
