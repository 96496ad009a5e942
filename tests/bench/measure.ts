/** Median and 95th percentile of timings in milliseconds. */
export type Timing = { readonly median: number; readonly p95: number; readonly runs: number };

/** Runs `work` some times after one warm-up and times each run on its own. `prepare` is not timed. */
export async function time<T>(
  runs: number,
  work: (given: T) => unknown,
  prepare: (run: number) => T | Promise<T>,
): Promise<Timing> {
  const taken: number[] = [];
  for (let run = -1; run < runs; run++) {
    const given = await prepare(run);
    const start = performance.now();
    await work(given);
    if (run >= 0) taken.push(performance.now() - start);
  }
  return timingOf(taken);
}

/** Median and 95th percentile of timings in milliseconds. */
export function timingOf(taken: readonly number[]): Timing {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95), runs: sorted.length };
}

export const ms = (value: number): string =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
