/** Runs `onIdle` once, `ms` after the last `start()` that no `stop()` followed. */
export type IdleTimer = { start(): void; stop(): void };

/** While `busy()` holds, the end is put off by another `ms`. The timer alone doesn't keep the process alive. */
export function createIdleTimer(ms: number, busy: () => boolean, onIdle: () => void): IdleTimer {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const start = () => {
    stop();
    timer = setTimeout(() => {
      if (busy()) start();
      else onIdle();
    }, ms);
    timer.unref();
  };
  return { start, stop };
}
