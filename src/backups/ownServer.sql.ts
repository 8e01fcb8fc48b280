import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type pg from 'pg';
import { makeFieldCrypto } from '../platform/fieldCrypto.ts';
import { formatTime } from '../platform/now.ts';
import type { Secrets } from '../platform/secrets.ts';
import { compare } from './compare.sql.ts';
import type { Proof } from './manifest.ts';
import { type Told, UpkeepFailed, UpkeepUnchecked } from './outcome.ts';
import { connected } from './takeBackup.sql.ts';
import { countedTables, countRows } from './witness.sql.ts';

/** Hands over to the site's tool, and believes nothing but its exit code; what it prints goes to our log. */
export async function runSiteTool(command: string): Promise<void> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (code !== 0) throw new UpkeepFailed(`数据库的备份工具没有成功（${signal ?? code}），看日志里它自己说了什么。`);
}

type Server = { started: string; database: string; newest: Date | null };

async function serverOf(client: pg.Client): Promise<Server> {
  const { rows } = await client.query<Server>(
    `select pg_postmaster_start_time()::text || inet_server_port() as started, current_database() as database,
       (select max(at) from matter_event) as newest`,
  );
  return rows[0] ?? { started: '', database: '', newest: null };
}

/** What only ever grows cannot be more in a copy than in the house itself. */
const growing = ['matter', 'matter_event'];

const unreachable = (error: Error): never => {
  throw new UpkeepUnchecked(`连不上恢复出来的数据库：${error.message.split('\n')[0]}`);
};

/**
 * The weekly rehearsal where the database is on a server of its own: looks at what the site's tool restored. Reads only, and
 * refuses to take the living database for the copy.
 */
export async function rehearseAgainst(
  { url, adminUrl, secrets, told }: { url: string; adminUrl: string; secrets: Secrets; told: Told },
  contentsOf: (named: readonly string[]) => Promise<{ said: string; problems: string[] }>,
): Promise<Proof> {
  const live = await connected(adminUrl, async (client) => ({
    ...(await serverOf(client)),
    counts: await countRows(client, await countedTables(client)),
  }));
  const copied = await connected(url, async (client) => {
    const copy = await serverOf(client);
    if (copy.started === live.started && copy.database === live.database)
      throw new UpkeepUnchecked('给的是正在用的数据库，不是恢复出来的那一份。');
    return { ...copy, ...(await compare(client, makeFieldCrypto({ masterKey: secrets.masterKey }), undefined, told)) };
  }).catch((error: Error) => (error instanceof UpkeepUnchecked ? Promise.reject(error) : unreachable(error)));
  const more = growing.filter((table) => (copied.counts[table] ?? 0) > (live.counts[table] ?? 0));
  const contents = await contentsOf(copied.contents);
  const problems = [
    ...copied.problems,
    ...contents.problems,
    ...more.map((table) => `${table} 比正在用的还多：不是这个家的备份。`),
  ];
  const until = copied.newest ? formatTime(copied.newest) : '（没有办件）';
  const numbers = `办件 ${copied.counts.matter ?? 0} 件、经过 ${copied.events} 条，最后一条是 ${until} 的，${contents.said}`;
  const at = new Date().toISOString();
  if (problems.length > 0)
    return { at, outcome: 'failed', said: `这份备份有问题：${problems.join('')}恢复出来 ${numbers}。` };
  return { at, outcome: 'done', said: `恢复出来 ${numbers}。` };
}
