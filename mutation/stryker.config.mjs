// What a date is and says: the calendar, the arithmetic of clocks and their states. Not SQL, routes, types, tables of data.
const files = (pattern) => [`src/calendar/${pattern}`, `src/deadlines/${pattern}`];
const left = [
  '*.test.ts',
  '*.sql.ts',
  '*.routes.ts',
  '{notices,office,rules.*,clockRule,grounds,extension,steps,statutory}.ts',
];

export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'mutation/vitest.config.mjs', related: false },
  mutate: [...files('*.ts'), ...left.flatMap(files).map((pattern) => `!${pattern}`)],
  // The sandbox gets what the pure files and their tests need.
  ignorePatterns: ['**', '!src/**', '!mutation/*.mjs', '!package.json'],
  tempDirName: 'dist/mutation',
  inPlace: false,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 3000,
  reporters: ['clear-text', 'progress', 'json', 'html'],
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: 'dist/mutation.json' },
  htmlReporter: { fileName: 'dist/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
