import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A demo of its own, thrown away afterwards. Answers its address when it serves. */
export async function throwAwayDemo(name: string): Promise<{ address: string; stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), `fengqiao-${name}-`));
  const env = { ...process.env, DATA_DIR: home, PORT: '0' };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const address = await new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      const found = /running: (http:\S+)/.exec(String(chunk))?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => resolve(undefined));
  });
  if (address) return { address, stop };
  await stop();
  throw new Error('the demo did not start');
}
