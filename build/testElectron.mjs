import { ensureInstalled, fail } from './lib/install.mjs';
import { makeTestElectron, testElectronFolder } from './lib/testElectron.mjs';

/** Makes the Electron that tests use where the app's own can't be fetched, and prints its folder, for ELECTRON_OVERRIDE_DIST_PATH. */
await ensureInstalled();
const made = await makeTestElectron();
if ('missing' in made) fail(`There is no test Electron: ${made.missing}.`);
process.stdout.write(`${testElectronFolder}\n`);
