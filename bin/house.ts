import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningOn } from '../src/platform/embedded/instance.ts';
import { placeData } from '../src/platform/embedded/places.ts';

/** A whole installation of its own, started as people start it, to see what it does when something goes wrong. */
export type House = {
  readonly address: string;
  readonly dataDir: string;
  /** What it printed so far. */
  said(): string;
  /** Process ids: what `npm start` leaves, what serves, and its database. */
  readonly keeper: number;
  server(): number;
  database(): number;
  signal(signal: NodeJS.Signals): void;
  /** Resolves with its code once all of it has ended. */
  readonly ended: Promise<number>;
  /** Resolves once the address answers with this status. */
  answers(path: string, status: number, withinMs?: number): Promise<void>;
  stop(): Promise<void>;
};

type Chosen = { readonly dataDir?: string; readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv };

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export const statusOf = (url: string): Promise<number> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );

async function until(what: () => Promise<boolean> | boolean, withinMs: number, told: () => string): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await what())) {
    if (performance.now() > end) throw new Error(told());
    await pause(50);
  }
}

function remove(dataDir: string): void {
  const data = placeData(dataDir);
  rmSync(data.startsWith(dataDir) ? data : dirname(data), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

function kept(child: ChildProcess, dataDir: string, port: number, text: () => string): House {
  const address = `http://127.0.0.1:${port}`;
  const ended = once(child, 'exit').then(([code, signal]) => (signal === null ? (code as number) : -1));
  return {
    address,
    dataDir,
    said: text,
    keeper: child.pid ?? 0,
    server: () => (JSON.parse(readFileSync(join(dataDir, 'postgres.owner'), 'utf8')) as { pid: number }).pid,
    database: () => runningOn(placeData(dataDir))?.pid ?? 0,
    signal: (signal) => void child.kill(signal),
    ended,
    answers: (path, status, withinMs = 60_000) =>
      until(
        async () => child.exitCode === null && (await statusOf(address + path)) === status,
        withinMs,
        () => `${path} never answered ${status}:\n${text()}`,
      ),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (existsSync(dataDir)) remove(dataDir);
    },
  };
}

/** Starts it; nothing is waited for but the process itself. */
export async function startHouse({ dataDir, args = [], env = {} }: Chosen = {}): Promise<House> {
  const home = dataDir ?? mkdtempSync(join(tmpdir(), 'fengqiao-house-'));
  const port = await freePort();
  const { npm_lifecycle_event: _of, DATABASE_URL: _url, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.mjs'), ...args], {
    env: { ...inherited, DATA_DIR: home, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  return kept(child, home, port, () => said);
}
