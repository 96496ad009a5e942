import { ensureInstalled, fail } from './lib/install.mjs';
import { run } from './lib/run.mjs';
import { isStale } from './lib/stale.mjs';
import { browserTool } from './lib/tools.mjs';

/** `npm run pictures`: makes docs/pictures anew from the sample study, in a browser, light and dark. */
await ensureInstalled();
if (isStale('dist/renderer/index.html')) await import('./bundle.mjs');
const tool = await browserTool();
if ('missing' in tool) fail(`The pictures could not be made: ${tool.missing}`);
const { code } = await run(
  tool.command,
  [...tool.before, 'node_modules/@playwright/test/cli.js', 'test', '--project=browser', 'pictures.spec'],
  { env: { ...tool.env, NINEFOLD_PICTURES: '1' } },
);
process.exitCode = code;
