// Mutation tests, apart from the product. Valid on Node 20: installs what is missing here, then runs on the pinned Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOnNode24 } from '../bin/node24.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const core = join('node_modules', '@stryker-mutator', 'core', 'package.json');
const read = (file) => JSON.parse(readFileSync(join(here, file), 'utf8'));

const wanted = read('package.json').devDependencies['@stryker-mutator/core'];
if (!existsSync(join(here, core)) || read(core).version !== wanted) {
  console.log('正在安装变异测试的依赖… Installing what mutation tests need …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

const stryker = join('mutation', 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
runOnNode24([stryker, 'run', join('mutation', 'stryker.config.mjs'), ...process.argv.slice(2)]);
