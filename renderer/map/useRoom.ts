import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Room } from '../../shared/analysis/map/picture.ts';

/** The room there is for a picture, so that it is laid out anew where the window is narrow and its type keeps its size. Null until it is measured, which is before anything is painted. */
export function useRoom(): { readonly box: RefObject<HTMLDivElement | null>; readonly room: Room | null } {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const take = (width: number, height: number) =>
      setRoom(before => {
        const now = { width: Math.floor(width), height: Math.floor(height) };
        return before?.width === now.width && before.height === now.height ? before : now;
      });
    take(element.clientWidth, element.clientHeight);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) take(entry.contentRect.width, entry.contentRect.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, room };
}
