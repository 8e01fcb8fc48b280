// Decisions and arithmetic of the calendar and of clocks: not SQL, not routes, not tables of data, not types.
const files = (pattern) => [`src/calendar/${pattern}`, `src/deadlines/${pattern}`];

export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'mutation/vitest.config.mjs', related: false },
  mutate: [
    ...files('*.ts'),
    ...files('*.test.ts').map((pattern) => `!${pattern}`),
    ...files('*.sql.ts').map((pattern) => `!${pattern}`),
    ...files('*.routes.ts').map((pattern) => `!${pattern}`),
    ...files('{notices,office,rules.*,rule,grounds,extension,steps}.ts').map((pattern) => `!${pattern}`),
  ],
  // The sandbox gets what the pure files and their tests need.
  ignorePatterns: ['**', '!src/**', '!mutation/*.mjs', '!package.json'],
  tempDirName: 'dist/mutation',
  inPlace: false,
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 8000,
  reporters: ['clear-text', 'progress', 'json', 'html'],
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: 'dist/mutation.json' },
  htmlReporter: { fileName: 'dist/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
