import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FromCore } from '../../../electron/node/corePort.ts';
import { programFolder } from '../../../electron/node/folders.ts';
import type { Envelope } from '../../../shared/api/envelope.ts';
import type { InputOf, MethodName, OutputOf } from '../../../shared/api/methods.ts';
import { tempFolder } from '../../builders/studies.ts';
import { call } from '../../contract/client.ts';
import { fileOf, interviewText } from '../../contract/material.ts';
import { projectNode } from '../../contract/node.ts';
import { inProcess } from '../../contract/transports.ts';

let folder: ReturnType<typeof tempFolder>;
beforeEach(() => {
  folder = tempFolder();
});
afterEach(() => folder.remove());

const folders = () => ({ dataFolder: join(folder.path, 'data'), studiesFolder: folder.path });

/** The core in a process of its own, as the desktop has it, for the test to kill. */
function startCore() {
  const child = fork(join(programFolder(), 'electron', 'node', 'coreProcess.ts'), [], {
    execPath: projectNode(),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (envelope: Envelope) => void>();
  child.on('message', (message: FromCore) => {
    if (typeof message === 'object' && 'id' in message) waiting.get(message.id)?.(message.envelope);
  });
  let last = 0;
  child.send({ options: folders() });
  return {
    kill: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      expect((await exited)[1]).toBe('SIGKILL');
    },
    send: (name: string, input: unknown, answered: (envelope: Envelope) => void) => {
      waiting.set(++last, answered);
      child.send({ id: last, name, input });
    },
    ask: <Name extends MethodName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> =>
      new Promise((done, fail) => {
        waiting.set(++last, envelope =>
          envelope.ok ? done(envelope.value as OutputOf<Name>) : fail(new Error(envelope.error.message)),
        );
        child.send({ id: last, name, input });
      }),
  };
}

describe('a core killed in the middle of coding', () => {
  it.each([1, 25, 150])('after %i answers has kept every coding that it answered for', async enough => {
    const path = join(folder.path, 'boat.ninefold');
    const core = startCore();
    const { handle: study } = await core.ask('study.create', { title: 'Boat shed', coder: 'Ada', path });
    const [item] = await core.ask('import.preview', { study, files: [fileOf('robin.txt', interviewText)] });
    await core.ask('import.commit', { study, items: [{ draft: item!.draft! }] });
    const [source] = await core.ask('source.list', { study });

    const answered: string[] = [];
    await new Promise<void>((done, fail) => {
      // Many calls are under way when it is killed, so that some are surely cut off.
      for (let number = 0; number < enough + 200; number++) {
        const newCodes = [`Code ${number}`];
        core.send('coding.apply', { study, source: source!.id, start: 0, end: 30, codes: [], newCodes }, envelope => {
          if (!envelope.ok) return fail(new Error(envelope.error.message));
          for (const coding of envelope.value as readonly { readonly id: string }[]) answered.push(coding.id);
          if (answered.length === enough) done();
        });
      }
    });
    await core.kill();

    expect(existsSync(`${path}.lock`)).toBe(true);
    const stale = readFileSync(`${path}.lock`, 'utf8');
    const client = await inProcess(folders());
    try {
      const again = await call(client, 'study.open', { path });
      expect(readFileSync(`${path}.lock`, 'utf8')).not.toBe(stale);
      const { codings } = await call(client, 'source.get', { study: again.handle, source: source!.id });
      const kept = new Set<string>(codings.map(coding => coding.id));
      expect(answered.length).toBeGreaterThanOrEqual(enough);
      expect(answered.filter(id => !kept.has(id))).toEqual([]);
      expect((await call(client, 'study.check', { study: again.handle })).findings).toEqual([]);
      const { undo } = await call(client, 'history.state', { study: again.handle });
      expect(undo).toContain(`“Code ${codings.length - 1}”`);
    } finally {
      await client.close();
    }
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});
