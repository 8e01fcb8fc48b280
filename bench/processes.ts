import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The real server in a process of its own, and where it listens. */
export async function served(adminUrl: string, dataDir: string): Promise<{ server: ChildProcess; base: string }> {
  const server = fork(join(import.meta.dirname, 'served.ts'), {
    env: { ...process.env, ADMIN_URL: adminUrl, DATA_DIR: dataDir },
  });
  const base = await new Promise<string>((resolve, reject) => {
    server.once('message', (address) => resolve(String(address)));
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { server, base };
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' '))
    .filter((each) => each !== '')
    .map(Number);

function pss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** MiB that a process has for itself and its share of what it has with others; and all that it has started. */
export function memoryOf({ pid = 0 }: ChildProcess): { own: number; all: number; apart: number } {
  const own = pss(pid);
  const apart = childrenOf(pid).map(pss);
  return { own, all: own + apart.reduce((sum, each) => sum + each, 0), apart: apart.length };
}
