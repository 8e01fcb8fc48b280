import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../src/platform/config.ts';
import { endWith } from '../src/platform/startup-problem.ts';
import { compressAssets } from './compress.ts';

const sources = [
  'src/**/*.{ts,tsx,css,html,json,svg,webp,png}',
  'public/**/*',
  'index.html',
  'vite.config.ts',
  'bin/compress.ts',
  'package-lock.json',
];
const notForTheWeb = /\.(test|sql|across|routes)\.tsx?$|[\\/]src[\\/]server[\\/]|[\\/](testing|embedded)[\\/]/;
const config = join(repositoryRoot, 'vite.config.ts');
const stamp = join(repositoryRoot, 'dist', '.sources');

function digest(): string {
  const hash = createHash('sha256');
  const entries = globSync(sources, { cwd: repositoryRoot, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of files)
    if (!notForTheWeb.test(path)) hash.update(path.slice(repositoryRoot.length)).update(readFileSync(path));
  return hash.digest('hex');
}

async function build(log: (line: string) => void): Promise<void> {
  log('正在生成网页（约半分钟）… Building the web pages …');
  const vite = await import('vite');
  const before = process.env.NODE_ENV;
  // Tests build too, and what they build stays: with their own setting it would be React's development build.
  process.env.NODE_ENV = 'production';
  await vite.build({ configFile: config, logLevel: 'warn' }).finally(() => {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  });
  await compressAssets(join(repositoryRoot, 'dist', 'staff'));
}

/** Whether what browsers load is there, built from exactly these sources. */
export function webIsBuilt(): boolean {
  if (!existsSync(config)) return true;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest();
}

async function buildIfStale(log: (line: string) => void): Promise<void> {
  if (webIsBuilt()) return;
  const now = digest();
  rmSync(stamp, { force: true });
  await build(log);
  mkdirSync(join(repositoryRoot, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
}

if (process.argv[1] === import.meta.filename) await buildIfStale(console.log).catch(endWith);
