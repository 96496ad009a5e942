import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { a4, type Room } from '../../shared/analysis/map/picture.ts';

/** The room there is for a picture, so that it is laid out anew where the window is narrow and its type keeps its size. */
export function useRoom(): { readonly box: RefObject<HTMLDivElement | null>; readonly room: Room } {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>(a4);
  useLayoutEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setRoom({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, room };
}
