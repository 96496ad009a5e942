import { useEffect, useState } from 'react';

/** Rows drawn at once, and those added each time the window is idle, unless told. */
const rows = { first: 120, step: 240 };

/** How many of `count` rows to draw now: a screenful at once, then more as the window has time, until all are there. */
export function useProgressive(count: number, { first, step } = rows): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= count) return;
    const idle = requestIdleCallback(() => setDrawn(now => now + step));
    return () => cancelIdleCallback(idle);
  }, [drawn, count, step]);
  return Math.min(drawn, count);
}
