import { createCore } from './compose.ts';
import { type FromCore, type ParentPort, serveParent } from './corePort.ts';
import { coreOptions } from './folders.ts';

/**
 * Entry of the core process, which alone opens study files for the desktop app. The parent is Electron's main process, over a utility process's
 * port, or any Node process over a child process's channel with `serialization: 'advanced'`. Messages: see corePort.ts.
 */

/** `process.parentPort` of an Electron utility process. */
type UtilityPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
};

const port = parentPort();
if (port === null) {
  process.stderr.write("The core process is started by Ninefold's window. For the command line: npm run -s ninefold\n");
  process.exitCode = 2;
} else {
  const { close } = serveParent(
    port,
    options => createCore({ ...coreOptions(), ...options }),
    () => process.exit(0),
  );
  process.on('SIGTERM', () => void close());
  process.on('SIGINT', () => void close());
}

function parentPort(): ParentPort | null {
  if ('parentPort' in process && process.parentPort) return utilityPort(process.parentPort as UtilityPort);
  return process.send ? childPort() : null;
}

function utilityPort(port: UtilityPort): ParentPort {
  return {
    send: message => port.postMessage(message),
    onMessage: listener => port.on('message', event => listener(event.data)),
    onGone: listener => port.on('close', listener),
  };
}

function childPort(): ParentPort {
  return {
    send: (message: FromCore) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: listener => process.on('message', listener),
    onGone: listener => process.on('disconnect', listener),
  };
}
