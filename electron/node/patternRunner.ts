import { Worker } from 'node:worker_threads';
import type { Span } from '../../shared/model/entities.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import type { Pattern } from '../../shared/text/pattern.ts';

/** Runs one pattern over texts in a thread of its own. */
export type PatternRunner = {
  /** Where it stands in each text, at most `most` places in each; places without a character are left out. @throws `pattern-too-slow`. */
  find(texts: readonly string[]): Promise<readonly (readonly Span[])[]>;
  close(): Promise<void>;
};

/** How long one batch may take, in milliseconds: a sound pattern needs a hundredth of it for a million characters. */
export const patternTime = 2_000;

/**
 * The thread's program, as text so that it runs alike from source and from a bundle. Takes { texts }, answers with one array of positions a text: start, end, start, end, …
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const pattern = new RegExp(workerData.source, workerData.flags);
parentPort.on('message', texts => {
  parentPort.postMessage(texts.map(text => {
    const found = [];
    for (const match of text.matchAll(pattern)) {
      if (match[0].length > 0) found.push(match.index, match.index + match[0].length);
    }
    return Int32Array.from(found);
  }));
});
`;

/** Starts a thread for a pattern that compiles. A batch that takes longer than `time` ends the thread; nothing else waits for it. */
export function startPattern(pattern: Pattern, time = patternTime): PatternRunner {
  const worker = new Worker(program, { eval: true, workerData: pattern });
  return {
    find: texts =>
      new Promise((done, refuse) => {
        const stop = () => {
          clearTimeout(timer);
          worker.off('message', answer);
          worker.off('error', refuse);
        };
        const answer = (found: readonly Int32Array[]) => {
          stop();
          done(found.map(spansOf));
        };
        const timer = setTimeout(() => {
          stop();
          void worker.terminate();
          refuse(
            new NinefoldError(
              'pattern-too-slow',
              `This regular expression takes too long and was stopped. Nothing was changed. Repeats inside repeats, such as (a+)+, are the usual cause: write it without them.`,
              { pattern: pattern.source },
            ),
          );
        }, time);
        worker.once('message', answer);
        worker.once('error', refuse);
        worker.postMessage(texts);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

function spansOf(places: Int32Array): readonly Span[] {
  return Array.from({ length: places.length / 2 }, (_, index) => ({
    start: places[index * 2] ?? 0,
    end: places[index * 2 + 1] ?? 0,
  }));
}
