import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../electron/node/compose.ts';
import type { FromCore } from '../../electron/node/corePort.ts';
import { coreOptions, programFolder } from '../../electron/node/folders.ts';
import { startHttpHost } from '../../electron/node/httpHost.ts';
import { decodeWire, encodeWire } from '../../electron/node/wire.ts';
import type { Envelope } from '../../shared/api/envelope.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import type { Client, Transport } from './client.ts';
import { projectNode } from './node.ts';

/** The core in this very process, as the command line has it. What it gives must be plain data, which encoding proves. */
export const inProcess: Transport = async folders => {
  const core = createCore({ ...coreOptions(), ...folders });
  return {
    raw: async (name, input) => {
      const envelope = await core.call(name, input, { host: 'cli' });
      return decodeWire(encodeWire(envelope)) as Envelope;
    },
    subscribe: core.subscribe,
    close: () => core.close(),
  };
};

/** The core behind the loopback host, over real sockets and with the cookie of a real exchange. */
export const overHttp: Transport = async folders => {
  const appFolder = mkdtempSync(join(tmpdir(), 'ninefold-app-'));
  writeFileSync(join(appFolder, 'index.html'), '<!doctype html><title>Ninefold</title>');
  const core = createCore({ ...coreOptions(), ...folders });
  const host = await startHttpHost({ core, appFolder, stayOpen: true });
  const origin = `http://127.0.0.1:${host.port}`;
  const entry = await fetch(host.url, { redirect: 'manual' });
  const cookie = (entry.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  const listeners = new Set<(event: CoreEvent) => void>();
  const stream = await fetch(`${origin}/api/events`, { headers: { cookie } });
  const reading = readEvents(stream, event => {
    for (const listener of listeners) listener(event);
  });
  return {
    raw: async (name, input) => {
      const response = await fetch(`${origin}/api/${name}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: encodeWire(input),
      });
      return decodeWire(await response.text()) as Envelope;
    },
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await host.close();
      await reading;
      await core.close();
      rmSync(appFolder, { recursive: true });
    },
  };
};

async function readEvents(stream: Response, listener: (event: CoreEvent) => void): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const part of stream.body ?? []) {
      rest += decoder.decode(part, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith('data: ')) listener(decodeWire(block.slice('data: '.length)) as CoreEvent);
      }
    }
  } catch {
    // The host ended the stream: that is how a page learns it, too.
  }
}

/** The core in a process of its own, as the desktop has it. */
export const childProcess: Transport = async folders => {
  const child = fork(join(programFolder(), 'electron', 'node', 'coreProcess.ts'), [], {
    execPath: projectNode(),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const waiting = new Map<number, (envelope: Envelope) => void>();
  const listeners = new Set<(event: CoreEvent) => void>();
  child.on('message', (message: FromCore) => {
    if (message === 'closed') return;
    if ('event' in message) {
      for (const listener of listeners) listener(message.event);
    } else {
      waiting.get(message.id)?.(message.envelope);
      waiting.delete(message.id);
    }
  });
  let last = 0;
  child.send({ options: folders });
  return {
    raw: (name, input) =>
      new Promise(done => {
        waiting.set(++last, done);
        child.send({ id: last, name, input });
      }),
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      child.send('close');
      const [code] = await exited;
      if (code !== 0) throw new Error(`the core process ended with ${code}`);
    },
  } satisfies Client;
};
