import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addPerson, signIn } from '../../src/people/testing/signedIn.ts';
import { repositoryRoot } from '../../src/platform/config.ts';
import { openDatabase } from '../../src/platform/db.ts';
import { placeData } from '../../src/platform/embedded/places.ts';
import { adminUrlOfRunning } from '../../src/platform/embedded-postgres.ts';
import { appUrl } from '../../src/platform/migrate.ts';
import { center, registration } from '../scene.ts';

/** A house of its own, started as people start it: supervisor, server, database, each a process of its own. */
export type House = {
  readonly dataDir: string;
  readonly base: string;
  readonly supervisor: ChildProcess;
  /** What it printed. */
  readonly said: () => string;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

export async function openHouse(
  env: NodeJS.ProcessEnv = {},
  dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-faults-')),
): Promise<House> {
  const port = await freePort();
  const supervisor = spawn(
    process.execPath,
    [join(repositoryRoot, 'bin/start.mjs'), '--without-demo', '--without-web'],
    {
      env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) stream?.on('data', (text) => (said += String(text)));
  const house = { dataDir, base: `http://127.0.0.1:${port}`, supervisor, said: () => said };
  await ready(house);
  return house;
}

const asked = (url: string): Promise<number> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    () => 0,
  );

/** Waits until the house can work again. Answers how many seconds that took; throws after two minutes. */
export async function ready({ base, supervisor, said }: House): Promise<number> {
  const from = performance.now();
  while ((await asked(`${base}/readyz`)) !== 200) {
    if (supervisor.exitCode !== null) throw new Error(`the house ended with ${supervisor.exitCode}:\n${said()}`);
    if (performance.now() - from > 120_000) throw new Error(`not ready after two minutes:\n${said().slice(-3000)}`);
    await pause(100);
  }
  return (performance.now() - from) / 1000;
}

/** The children of a process, from the kernel's own list. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}

export const serverPid = ({ supervisor }: House): number | undefined => childrenOf(supervisor.pid ?? 0)[0];
export function postmasterPid({ dataDir }: House): number | undefined {
  try {
    return Number(readFileSync(join(placeData(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** Somebody at the counter, logged in. */
export async function clerk({ dataDir }: House): Promise<string> {
  const db = openDatabase(appUrl(adminUrlOfRunning(dataDir) ?? ''), 1);
  try {
    return await signIn(db, await addPerson(db, '测试员', [{ role: 'receptionist', unitId: center }]));
  } finally {
    await db.close();
  }
}

export type Answer = {
  readonly commandId: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly refused?: string | undefined;
};

/** One registration over HTTP. Status 0: no answer, so nobody knows. */
export async function register({ base }: House, cookie: string, commandId: string): Promise<Answer> {
  try {
    const answer = await fetch(`${base}/api/disputes`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ ...registration(), title: commandId, commandId }),
      signal: AbortSignal.timeout(20_000),
    });
    const body = (await answer.json().catch(() => ({}))) as { code?: string; error?: { code: string } };
    return { commandId, status: answer.status, code: answer.ok ? body.code : undefined, refused: body.error?.code };
  } catch {
    return { commandId, status: 0, code: undefined };
  }
}

/** Asks it to end, as Ctrl-C does. Answers after how many seconds it was gone, and with which code. */
export async function stop({ supervisor }: House): Promise<{ seconds: number; code: number | null }> {
  const from = performance.now();
  if (supervisor.exitCode === null) {
    const ended = once(supervisor, 'exit');
    supervisor.kill('SIGINT');
    await ended;
  }
  return { seconds: (performance.now() - from) / 1000, code: supervisor.exitCode };
}
