import { defineConfig } from 'vitest/config';

/** Suites without a browser: unit, contract, migrations. Each is chosen by its folder; see build/test.mjs. */
export default defineConfig({
  test: {
    include: ['tests/{unit,contract,migrations,property}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
