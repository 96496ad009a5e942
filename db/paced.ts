/**
 * Work in steps. Each step yields how far it is (0 to 1), and is a place where whoever runs it may let others in, or give it up by throwing into it:
 * a transaction of its own is rolled back then.
 */
export type Paced<Result> = Generator<number, Result, undefined>;

/** Runs work to its end at once. */
export function atOnce<Result>(work: Paced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Short work as one step. */
export function* oneStep<Result>(work: () => Result): Paced<Result> {
  yield 0;
  return work();
}

/** Work that is the stretch from `from` to `to` (0 to 1) of a larger one. */
export function* stretch<Result>(from: number, to: number, work: Paced<Result>): Paced<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Does something with each item, with a step before each; what is work in steps itself is a stretch of the whole. */
export function* each<Item>(items: readonly Item[], work: (item: Item) => Paced<void> | void): Paced<void> {
  const whole = items.length;
  for (const [index, item] of items.entries()) {
    yield index / whole;
    const more = work(item);
    if (more) yield* stretch(index / whole, (index + 1) / whole, more);
  }
}
