import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const keeper = JSON.stringify(join(import.meta.dirname, 'keep.mjs'));

/** Keeps a program of one line; answers how it ended and what was said. */
async function kept(program: string, chosen: object, afterwards?: (pid: number) => void) {
  const text = `const { keep } = await import(${keeper});
    const { spawn } = await import('node:child_process');
    const launch = () => spawn(process.execPath, ['-e', ${JSON.stringify(program)}], { stdio: 'inherit' });
    const stop = keep(launch, ${JSON.stringify({ again: true, firstMs: 1, mostMs: 4, stopMs: 200, ...chosen })});
    process.on('SIGTERM', () => stop('SIGTERM'));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  if (afterwards) child.stdout.once('data', () => afterwards(child.pid as number));
  const [code] = await once(child, 'close');
  return { code, said };
}

test('一再自己停下的，启动几次以后不再试，说一句话，用自己的代码结束', async () => {
  const { code, said } = await kept(`console.log('开门'); process.exit(3)`, { tries: 2 });
  expect(said.match(/开门/g)).toHaveLength(3);
  expect(said).toContain('已自动启动 2 次，不再试了');
  expect(code).toBe(70);
});

test('站住了几分钟的，从头数起', async () => {
  const book = join(mkdtempSync(join(tmpdir(), 'fengqiao-keep-')), 'starts');
  const fourth = `const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(book)}, '.');
    process.exit(fs.readFileSync(${JSON.stringify(book)}).length < 4 ? 3 : 0)`;
  expect(await kept(fourth, { tries: 1, calmMs: 0 })).toMatchObject({ code: 0 });
  rmSync(dirname(book), { recursive: true });
});

test('叫停时不肯停的，到时候强行结束，也不再启动', async () => {
  const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('开门')`;
  const { code, said } = await kept(stubborn, {}, (pid) => process.kill(pid, 'SIGTERM'));
  expect(said.match(/开门/g)).toHaveLength(1);
  expect(code).toBe(137);
});
