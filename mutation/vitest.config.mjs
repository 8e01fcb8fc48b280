import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Only tests that need no database and no typesetting, so that a mutant is answered in milliseconds.
const needsMore = /from '[^']*(\.sql\.ts|\.routes\.ts|\/platform\/testing\/|\/server\/|\/documents\/|\/web\/|\.tsx)/;
const tests = globSync('src/{calendar,deadlines}/**/*.test.ts');

export default defineConfig({
  test: {
    include: tests.filter((file) => !needsMore.test(readFileSync(file, 'utf8'))),
    setupFiles: ['mutation/setup.mjs'],
    testTimeout: 60_000,
    isolate: false,
  },
});
