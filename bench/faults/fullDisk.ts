import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/platform/ids.ts';
import { clerk, type House, openHouse, ready, register, stop } from './house.ts';

const SIZE_MB = 900;

/** Takes what is left, so that neither table nor log can grow. */
function fill(folder: string): string {
  const path = join(folder, 'filler');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(1 << 20);
  for (const bytes of [block, block.subarray(0, 4096)])
    try {
      for (;;) writeSync(file, bytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  closeSync(file);
  return path;
}

async function upload({ base }: House, cookie: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob(['x'.repeat(200_000)]), '说明.txt');
  const answer = await fetch(`${base}/api/uploads`, { method: 'POST', headers: { cookie }, body: form }).catch(
    () => undefined,
  );
  const body = (await answer?.json().catch(() => undefined)) as { error?: { code: string } } | undefined;
  return `${answer?.status ?? 0} ${body?.error?.code ?? ''}`;
}

/** What is answered while nothing can be written any more. */
async function whileFull(house: House, cookie: string): Promise<string[]> {
  const answers: string[] = [];
  for (let turn = 0; turn < 30; turn++) {
    const { status, refused } = await register(house, cookie, newId());
    answers.push(`register ${status} ${refused ?? ''}, upload ${await upload(house, cookie)}`);
    await pause(200);
  }
  return [...new Set(answers)];
}

async function onSmallDisk(dataDir: string): Promise<void> {
  const house = await openHouse({}, dataDir);
  const cookie = await clerk(house);
  const before = await register(house, cookie, newId());
  const filler = fill(dataDir);
  const during = await whileFull(house, cookie);
  const health = await fetch(`${house.base}/healthz`).then(
    ({ status }) => status,
    () => 0,
  );
  rmSync(filler);
  const seconds = await ready(house);
  const after = await register(house, cookie, newId());
  console.log(`before ${before.status}; full: ${during.join(' | ')}; /healthz ${health}`);
  console.log(`room again: ready after ${seconds.toFixed(1)} s, registered ${after.status}`);
  if (after.status !== 201) process.exitCode = 1;
  await stop(house);
}

/** The disk under data and log is full: nothing is acknowledged that is not kept, it is said as what it is, and it heals. */
export async function fullDisk(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-full-'));
  chmodSync(dataDir, 0o755);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=755`, 'tmpfs', dataDir]).status !== 0)
    return console.log('not run: this machine does not let us mount a small disk');
  try {
    await onSmallDisk(dataDir);
  } finally {
    spawnSync('umount', ['-l', dataDir]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}
