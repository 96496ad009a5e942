import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Paced } from '../../db/paced.ts';
import type { StudyFile } from '../../db/studyFile.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import { type AnalysisRequest, isSmall, runAnalysis } from './analysis.ts';
import { createBreather } from './breather.ts';
import type { Tell, ThreadMessage, ThreadWork } from './threadWork.ts';

/** Beside this file when run from the sources, and beside the bundle of the core when built. */
const entry = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'threadEntry.ts' : 'threadEntry.mjs');

/** Work that takes a while, by study handle and name. Each is stopped by `cancel`, when its study is closed, or when another of its name begins: it rejects with `cancelled` then. */
export type Jobs = {
  /** Figures: in a thread, unless the study is small. */
  run(handle: string, name: string, file: StudyFile, request: AnalysisRequest, tell: Tell): Promise<unknown>;
  inThread(handle: string, name: string, work: ThreadWork, tell: Tell): Promise<unknown>;
  /** Work in steps over the study's own connection. Between them the core answers what does not concern the study. */
  paced<Result>(handle: string, name: string, work: Paced<Result>, tell: Tell): Promise<Result>;
  cancel(handle: string, name: string): void;
  /** Stops all work on a study. */
  cancelAll(handle: string): void;
};

export function createJobs(atOnce = isSmall): Jobs {
  const running = new Map<string, () => void>();
  const keyOf = (handle: string, name: string) => `${handle} ${name}`;
  const cancel = (handle: string, name: string) => running.get(keyOf(handle, name))?.();
  const begin = (handle: string, name: string, stop: () => void) => {
    cancel(handle, name);
    const key = keyOf(handle, name);
    running.set(key, stop);
    return () => {
      if (running.get(key) === stop) running.delete(key);
    };
  };
  const inThread = async (handle: string, name: string, work: ThreadWork, tell: Tell): Promise<unknown> => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const end = begin(handle, name, () => reject(stopped()));
    const worker = new Worker(entry, { workerData: work });
    worker.on('message', (message: ThreadMessage) => {
      if ('result' in message) resolve(message.result);
      else if ('error' in message)
        reject(new NinefoldError(message.error.code, message.error.message, message.error.details));
      else tell(message.done, message.total);
    });
    worker.once('error', reject);
    worker.once('exit', code => reject(new Error(`the work ended early (${code})`)));
    try {
      return await promise;
    } finally {
      end();
      await worker.terminate();
    }
  };
  return {
    cancel,
    cancelAll: handle => {
      for (const [key, stop] of running) if (key.startsWith(`${handle} `)) stop();
    },
    inThread,
    run: async (handle, name, file, request, tell) =>
      atOnce(file.read, request)
        ? runAnalysis(file.read, request, tell)
        : inThread(handle, name, { kind: 'analysis', location: file.location, request }, tell),
    paced: async (handle, name, work, tell) => {
      let given: NinefoldError | null = null;
      const end = begin(handle, name, () => {
        given = stopped();
      });
      const breathe = createBreather();
      const told = hundredths(tell);
      try {
        for (;;) {
          const step = given === null ? work.next() : work.throw(given);
          if (step.done) return step.value;
          told(step.value);
          await breathe();
        }
      } finally {
        end();
      }
    },
  };
}

const stopped = () => new NinefoldError('cancelled', 'This was stopped before it was done. Nothing was changed.');

/** Tells each hundredth of the work once. */
function hundredths(tell: Tell): (part: number) => void {
  let last = -1;
  return part => {
    const now = Math.floor(part * 100);
    if (now <= last) return;
    last = now;
    tell(now, 100);
  };
}
