import { spawn } from 'node:child_process';
import { answersFresh } from './answers-fresh.ts';
import { circles } from './circles.ts';
import { direction, inBrowser } from './direction.ts';
import { english } from './english.ts';
import { folders } from './folders.ts';
import { forced } from './forced.ts';
import { glossary } from './glossary.ts';
import { legal } from './legal.ts';
import { schemaFresh, withMigrated } from './schema-fresh.ts';
import { keyRules, schemaFindings } from './schema-lint.ts';
import { rightsRules } from './schema-rights.ts';
import { sizes } from './sizes.ts';
import { inWords, root, sourcesOf } from './source.ts';
import { sqlText } from './sql-text.ts';
import { stack } from './stack.ts';
import { words } from './words.ts';

const tools = {
  biome: [
    'node_modules/@biomejs/biome/bin/biome',
    'ci',
    '--colors=off',
    '--diagnostic-level=error',
    '--reporter=summary',
  ],
  tsc: ['node_modules/typescript/bin/tsc', '-p', '.', '--pretty', 'false'],
  knip: ['node_modules/knip/bin/knip.js', '--no-progress'],
};

/** Quiet when it finds nothing; otherwise says what it says. */
async function runTool(name: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) console.log(`${name}:\n${said.trimEnd()}`);
  return code === 0;
}

const sources = sourcesOf('**/*.{ts,tsx,mjs,sql,md,json,css,html,typ}', '.ci/*');
const map = sources.find(({ path }) => path === 'GLOSSARY.md');
const own = [direction, inBrowser, circles, english, folders, forced, legal, sizes, sqlText, words, stack].flatMap(
  (check) => check(sources),
);
const migrated = await withMigrated(async (client) => [
  ...(await schemaFindings(client, [...keyRules, ...rightsRules])),
  ...(await schemaFresh(client, sources)),
]);
const findings = [...own, ...answersFresh(sources), ...glossary(map?.text ?? '', sources), ...migrated];
for (const finding of findings) console.log(inWords(finding));
const clean = await Promise.all(Object.entries(tools).map(([name, args]) => runTool(name, args)));
const failed = findings.length + clean.filter((each) => !each).length;
console.log(failed === 0 ? 'All checks passed.' : `${findings.length} findings of our own rules; see above.`);
process.exitCode = failed === 0 ? 0 : 1;
