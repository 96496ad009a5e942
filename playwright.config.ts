import { defineConfig } from '@playwright/test';
import { findChromium } from './build/lib/chromium.mjs';
import { builtTestElectron } from './build/lib/testElectron.mjs';

/** Two projects: `browser` (the app as served to a browser) and `electron` (the desktop app). Neither needs the network. */
const chromium = findChromium();
const electron = builtTestElectron();
if (electron && !process.env.NINEFOLD_TEST_ELECTRON) {
  process.env.NINEFOLD_TEST_ELECTRON = electron;
  process.env.NINEFOLD_CORE = 'child';
}

const wholeRun = Boolean(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  // A whole run tries a failed test once more, with a trace, and names it in its summary: one that passes only then is a fault to look for, not to live with.
  retries: wholeRun ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: wholeRun ? [['dot'], ['json']] : [['list']],
  use: { trace: wholeRun ? 'on-first-retry' : 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'browser',
      testDir: 'tests/e2e/browser',
      use: {
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        colorScheme: 'light',
        launchOptions: chromium ? { executablePath: chromium } : {},
      },
    },
    { name: 'electron', testDir: 'tests/e2e/electron' },
  ],
});
