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

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['dot'], ['json']] : [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
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
