import { type ChildProcess, fork } from 'node:child_process';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { Envelope } from '../../shared/api/envelope.ts';
import type { CoreEvent } from '../../shared/api/events.ts';
import type { CoreProgram } from './coreProgram.ts';

/** The main process's line to the core, which alone opens study files. */
export type CoreLink = {
  call(name: string, input: unknown): Promise<Envelope>;
  /** Closes all studies and ends the core. */
  close(): Promise<void>;
};

type Listeners = {
  readonly onEvent: (event: CoreEvent) => void;
  /** The core ended without being asked to. */
  readonly onGone: () => void;
};
type Line = {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
};

const gone: Envelope = {
  ok: false,
  error: {
    code: 'study-closed',
    message:
      'The part of Ninefold that keeps studies has stopped. Everything that was saved is in the study. Start Ninefold again.',
    details: {},
  },
};

/** Starts the core as a utility process; or `asChild` (tests with an older Electron), as a child process of the Node at NINEFOLD_CORE_NODE. */
export function startCore({ entry, env, asChild }: CoreProgram, { onEvent, onGone }: Listeners): CoreLink {
  const line = asChild ? childLine(entry, env) : utilityLine(entry, env);
  const waiting = new Map<number, (envelope: Envelope) => void>();
  let next = 1;
  let closing = false;
  let ended = false;
  const { promise: exited, resolve: exit } = Promise.withResolvers<void>();
  line.onMessage(message => {
    if (isAnswer(message)) {
      waiting.get(message.id)?.(message.envelope);
      waiting.delete(message.id);
    } else if (isEvent(message)) onEvent(message.event);
  });
  line.onExit(() => {
    ended = true;
    for (const answer of waiting.values()) answer(gone);
    waiting.clear();
    exit();
    if (!closing) onGone();
  });
  return {
    call: (name, input) => {
      if (ended) return Promise.resolve(gone);
      const id = next++;
      return new Promise(answer => {
        waiting.set(id, answer);
        line.send({ id, name, input });
      });
    },
    close: () => {
      closing = true;
      if (!ended) line.send('close');
      return exited;
    },
  };
}

function utilityLine(entry: string, env: NodeJS.ProcessEnv): Line {
  const child: UtilityProcess = utilityProcess.fork(entry, [], { serviceName: 'Ninefold core', stdio: 'inherit', env });
  return {
    send: message => child.postMessage(message),
    onMessage: listener => {
      child.on('message', listener);
    },
    onExit: listener => {
      child.once('exit', listener);
    },
  };
}

function childLine(entry: string, env: NodeJS.ProcessEnv): Line {
  const execPath = env.NINEFOLD_CORE_NODE;
  if (!execPath) throw new Error('NINEFOLD_CORE is "child", but NINEFOLD_CORE_NODE names no Node to run it on.');
  const child: ChildProcess = fork(entry, [], {
    execPath,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  });
  return {
    send: message => {
      if (child.connected) child.send(message as object);
    },
    onMessage: listener => {
      child.on('message', listener);
    },
    onExit: listener => {
      child.once('exit', listener);
    },
  };
}

function isAnswer(message: unknown): message is { readonly id: number; readonly envelope: Envelope } {
  return typeof message === 'object' && message !== null && 'id' in message && 'envelope' in message;
}

function isEvent(message: unknown): message is { readonly event: CoreEvent } {
  return typeof message === 'object' && message !== null && 'event' in message;
}
