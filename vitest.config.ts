import { defineConfig } from 'vitest/config';

const browser = '**/*.browser.test.ts';

export default defineConfig({
  test: {
    globalSetup: 'src/platform/testing/global-setup.ts',
    pool: 'forks',
    // Files share a worker, its modules and its Chromium, so they keep nothing in a module: what is theirs is a database
    // of their own, and pages of their own.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    projects: [
      // Longest first, and both kinds side by side: a worker with a browser waits while one with a database computes.
      { extends: true, test: { name: 'browser', include: [`{src,bin}/${browser}`] } },
      {
        extends: true,
        test: {
          name: 'unit+http',
          include: ['{src,bin,checks,seeds}/**/*.test.{ts,tsx}'],
          exclude: [browser, 'node_modules'],
        },
      },
    ],
  },
});
