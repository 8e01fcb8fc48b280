import { defineConfig } from 'vitest/config';

const browser = '**/*.browser.test.ts';
const test = ['{src,bin,checks,seeds}/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    globalSetup: 'src/platform/testing/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit+http', include: test, exclude: [browser, 'node_modules'] },
      },
      {
        extends: true,
        // One Chromium at a time, after the rest: two cores do not carry two of them beside a database.
        test: {
          name: 'browser',
          include: [`{src,bin}/${browser}`],
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
