import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const PATIENCE_MS = 60_000;

/** A server process that folds beside the walk. */
export function startFolder(appUrl: string, counties: readonly string[]): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(new URL('./folder.ts', import.meta.url))], {
    env: { ...process.env, APP_URL: appUrl, COUNTIES: counties.join(',') },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

export async function killFolder(folder: ChildProcess): Promise<void> {
  if (folder.exitCode !== null || folder.signalCode !== null) return;
  const ended = once(folder, 'exit');
  folder.kill('SIGKILL');
  await ended;
}

async function connected(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl });
  // Whoever kills the database under it does not want to hear of it.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Runs once it can be asked again; its keeper starts it anew. */
async function isBack(adminUrl: string): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; ; await pause(100))
    try {
      const client = await connected(adminUrl);
      return await client.end();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
}

type Victims = { readonly database: boolean; readonly folder: ChildProcess | undefined };

/**
 * Kills whom it is told to while a fold has taken changes off the list and has not written its sums: they are locked, so it
 * stands there and waits. `change`: something that has to be folded.
 */
export async function killInFold(
  adminUrl: string,
  { database, folder }: Victims,
  change: () => Promise<unknown>,
): Promise<void> {
  const [holding, looking] = [await connected(adminUrl), await connected(adminUrl)];
  const { rows } = await looking.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
  );
  await holding.query('begin; lock table figure_sum in exclusive mode');
  await change();
  for (const until = performance.now() + PATIENCE_MS; ; await pause(20)) {
    const { rowCount } = await looking.query(
      `select from pg_locks where relation = 'figure_sum'::regclass and not granted`,
    );
    if ((rowCount ?? 0) > 0) break;
    if (performance.now() > until) throw new Error('nobody folds');
  }
  if (folder) await killFolder(folder);
  if (database) process.kill(Number(rows[0]?.pid), 'SIGKILL');
  else await holding.query('rollback');
  await Promise.allSettled([holding.end(), looking.end()]);
  await isBack(adminUrl);
}
