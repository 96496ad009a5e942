import { parseArgs } from 'node:util';
import type { StudyInfo } from '../../shared/model/entities.ts';
import { NinefoldError } from '../../shared/model/errors.ts';
import { openInBrowser } from './cli/browser.ts';
import { createCore } from './compose.ts';
import type { Caller } from './core.ts';
import { appFolder, coreOptions, thisMachine } from './folders.ts';
import { startHttpHost } from './httpHost.ts';

/** Entry of the app in a browser: `node electron/node/serveApp.ts [STUDY] [--sample] [--port N] [--no-open]`. Without a study it begins at the welcome screen. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'boolean' },
    port: { type: 'string' },
    'no-open': { type: 'boolean' },
    browser: { type: 'boolean' },
  },
});
const machine = thisMachine();
const browser: Caller = { host: 'browser' };
let handle: string | null = null;
const core = createCore({ ...coreOptions(machine), openStudy: () => handle });

async function openFirst(): Promise<void> {
  const [path] = positionals;
  if (path === undefined && !values.sample) return;
  const answer =
    path === undefined
      ? await core.call('study.sample', {}, browser)
      : await core.call('study.open', { path }, browser);
  if (!answer.ok) throw new NinefoldError(answer.error.code, answer.error.message, answer.error.details);
  handle = (answer.value as StudyInfo).handle;
}

const { promise: ended, resolve: end } = Promise.withResolvers<void>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end());
try {
  await openFirst();
  const open = !values['no-open'];
  const port = values.port === undefined ? {} : { port: Number(values.port) };
  const host = await startHttpHost({ core, appFolder: appFolder(machine), stayOpen: true, onIdle: end, ...port });
  process.stdout.write(`Ninefold is open at ${host.url}\n`);
  const shown = open && openInBrowser(host.url, machine.env, machine.platform);
  if (!shown) process.stdout.write('Open this address in a browser on this computer. Ctrl+C here closes Ninefold.\n');
  await ended;
  await host.close();
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
} finally {
  await core.close();
}
