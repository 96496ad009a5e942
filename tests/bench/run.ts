import { benchBigStudy } from './big.ts';
import { fullSize, smallSize } from './bigStudy.ts';
import { benchDisclosure } from './disclosure.ts';
import { benchMainJob } from './mainJob.ts';
import { benchNames } from './names.ts';
import { benchOccurrences } from './occurrences.ts';
import { benchQuoteBundles } from './quoteBundles.ts';
import { runPart } from './report.ts';
import { benchThemes } from './themes.ts';
import { benchLargeWindow, benchWindow } from './window.ts';

/** `npm run bench [-- main|core|window|themes|names|quotes|large|small]…`: all parts but `small` unless some are named. Figures go to docs/bench.md; nothing passes or fails. */
const parts = {
  main: () => runPart('main', 'The main job', benchMainJob),
  core: () =>
    runPart('core', 'A large study: 2,000 sources, 16 million words, 500,000 codings', report =>
      benchBigStudy(report, fullSize),
    ),
  window: () => runPart('window', 'The window, in Chromium', benchWindow),
  themes: () => runPart('themes', 'Themes and their map: 60 themes, 400 codes, 10,000 extracts', benchThemes),
  names: () =>
    runPart('names', 'Names and their labels', async report => {
      await benchOccurrences(report);
      await benchNames(report);
      await benchDisclosure(report);
    }),
  quotes: () => runPart('quotes', 'Quotes in print', benchQuoteBundles),
  large: () => runPart('large', 'The window with the large study', benchLargeWindow),
  small: () => runPart('small', 'A tenth of the large study', report => benchBigStudy(report, smallSize)),
} as const;

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const chosen = asked.length > 0 ? asked : ['main', 'core', 'window', 'themes', 'names', 'quotes', 'large'];
  for (const name of chosen) await parts[name as keyof typeof parts]();
}
