/** Longest stretch of work, in milliseconds, after which other calls are let in. */
const longest = 12;

/** To be awaited between the parts of long work: lets other calls be answered where the last time is a while ago. */
export function createBreather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < longest) return;
    // A call over HTTP comes in several parts, each in a turn of its own.
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    last = performance.now();
  };
}
