import { useEffect, useState } from 'react';

/** Whether the picture has the window to itself: 'full' as it is, 'present' with larger type. */
export type Alone = 'full' | 'present' | null;

/** Gives the picture the whole window, and the whole screen where the host allows it; Escape gives it back. */
export function useAlone(): readonly [Alone, (alone: Alone) => void] {
  const [alone, setAlone] = useState<Alone>(null);
  const change = (next: Alone) => {
    setAlone(next);
    if (next === null) {
      if (document.fullscreenElement) void document.exitFullscreen();
    } else if (!document.fullscreenElement) {
      // The whole document, so that dialogs over the picture show, too. A host that refuses the screen leaves the window, which the page fills by its own style.
      document.documentElement.requestFullscreen().catch(() => undefined);
    }
  };
  useEffect(() => {
    if (alone === null) return;
    const left = () => {
      if (!document.fullscreenElement) setAlone(null);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) change(null);
    };
    document.addEventListener('fullscreenchange', left);
    addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      removeEventListener('keydown', leave);
    };
  });
  return [alone, change];
}
