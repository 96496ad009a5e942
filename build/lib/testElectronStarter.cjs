/** What the test Electron runs to start the app named on its command line, as Electron's own default app does: `electron [switches] FOLDER [arguments]`. */
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const named = process.argv.slice(1).find(argument => !argument.startsWith('-'));
if (named === undefined) {
  process.stderr.write('The test Electron needs the folder of an app.\n');
  app.exit(2);
} else {
  const folder = resolve(named);
  const { main, name, productName, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(productName ?? name);
  Object.assign(process, { defaultApp: true });
  const undocumented = /** @type {{ setVersion(version: string): void, setAppPath(path: string): void }} */ (
    /** @type {unknown} */ (app)
  );
  undocumented.setVersion(version);
  undocumented.setAppPath(folder);
  require(join(folder, main));
}
