import { join } from 'node:path';
import { createCore } from '../../electron/node/compose.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/api/methods.ts';

export type BenchCore = {
  /** @throws if the core refuses. */
  call<Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  close(): Promise<void>;
};

/** The real core in this process, with its own folder for what it keeps. */
export function benchCore(folder: string): BenchCore {
  const core = createCore({
    dataFolder: join(folder, 'data'),
    studiesFolder: folder,
    version: 'bench',
    sampleFolder: join(import.meta.dirname, '../../electron/node/sample'),
  });
  return {
    call: async <Name extends MethodName>(name: Name, input: InputOf<Name>) => {
      const answer = await core.call(name, input, { host: 'cli' });
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
      return answer.value as OutputOf<Name>;
    },
    close: () => core.close(),
  };
}
