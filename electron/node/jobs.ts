import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StudyFile } from '../../db/studyFile.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import { type AnalysisMessage, type AnalysisRequest, type AnalysisWork, isSmall, runAnalysis } from './analysis.ts';

/** Beside this file when run from the sources, and beside the bundle of the core when built. */
const entry = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'analysisWorker.ts' : 'analysisWorker.mjs',
);

/** Work in the background, by study handle and name. */
export type Jobs = {
  /** @throws `cancelled` when the job is stopped, its study closed, or another of its name begun. */
  run(
    handle: string,
    name: string,
    file: StudyFile,
    request: AnalysisRequest,
    onProgress: (done: number, total: number) => void,
  ): Promise<unknown>;
  cancel(handle: string, name: string): void;
  /** Stops all work on a study. */
  cancelAll(handle: string): void;
};

export function createJobs(atOnce = isSmall): Jobs {
  const running = new Map<string, () => void>();
  const keyOf = (handle: string, name: string) => `${handle} ${name}`;
  const cancel = (handle: string, name: string) => running.get(keyOf(handle, name))?.();
  return {
    cancel,
    cancelAll: handle => {
      for (const [key, stop] of running) if (key.startsWith(`${handle} `)) stop();
    },
    run: async (handle, name, file, request, onProgress) => {
      if (atOnce(file.read, request)) return runAnalysis(file.read, request, onProgress);
      cancel(handle, name);
      const key = keyOf(handle, name);
      const work: AnalysisWork = { location: file.location, request };
      const worker = new Worker(entry, { workerData: work });
      try {
        return await new Promise((resolve, reject) => {
          running.set(key, () => {
            reject(new NinefoldError('cancelled', 'This was stopped before it was done. Nothing was changed.'));
          });
          worker.on('message', (message: AnalysisMessage) => {
            if ('result' in message) resolve(message.result);
            else if ('error' in message)
              reject(new NinefoldError(message.error.code, message.error.message, message.error.details));
            else onProgress(message.done, message.total);
          });
          worker.once('error', reject);
          worker.once('exit', code => reject(new Error(`the analysis ended early (${code})`)));
        });
      } finally {
        running.delete(key);
        await worker.terminate();
      }
    },
  };
}
