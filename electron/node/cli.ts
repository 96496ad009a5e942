import { openInBrowser } from './cli/browser.ts';
import { baseFolder } from './cli/host.ts';
import { runCli } from './cli/run.ts';
import { createCore } from './compose.ts';
import { appFolder, coreOptions, programFolder, thisMachine } from './folders.ts';

/** Entry of the command line: `node electron/node/cli.ts <command> …`. */

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());

// A reader that closes early (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const machine = thisMachine();
process.exitCode = await runCli(process.argv.slice(2), {
  createCore: more => createCore({ ...coreOptions(machine), ...more }),
  stdout: text => void process.stdout.write(text),
  stderr: text => void process.stderr.write(text),
  env: machine.env,
  cwd: baseFolder(machine.env, process.cwd(), programFolder()),
  signal: stop.signal,
  appFolder: appFolder(machine),
  openBrowser: url => openInBrowser(url, machine.env, machine.platform),
});
