import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readBackupConfig } from '../src/backups/backupConfig.ts';
import { openPlace, programVersion } from '../src/backups/house.ts';
import { endedBy, UpkeepFailed, UpkeepUnchecked } from '../src/backups/outcome.ts';
import { compareIn } from '../src/backups/rehearse.sql.ts';
import { bringBack, bringContents, type RestoreMeans, settle, type Target } from '../src/backups/restore.ts';
import { connected } from '../src/backups/takeBackup.sql.ts';
import { readConfig } from '../src/platform/config.ts';
import { newId } from '../src/platform/ids.ts';
import { formatTime } from '../src/platform/now.ts';
import { endWith, StartupProblem } from '../src/platform/startup-problem.ts';
import { told } from './told.ts';

const { values } = parseArgs({
  options: { from: { type: 'string' }, to: { type: 'string' }, name: { type: 'string' }, key: { type: 'string' } },
});

/** Beijing time, as people write it: 2026-11-30 14:32 or with seconds; or whole, with its zone. */
function target(text: string | undefined): Target {
  if (text === undefined) return { to: 'end' };
  const local = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(:\d\d(\.\d+)?)?)$/.exec(text.trim());
  const at = new Date(local ? `${local[1]}T${local[2]}+08:00` : text);
  if (!Number.isNaN(at.getTime())) return { to: at };
  throw new StartupProblem(
    `--to 要写成 "2026-11-30 14:32"，现在是“${text}”。`,
    '--to is a time such as "2026-11-30 14:32".',
  );
}

function identityIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new StartupProblem(
      `读不到备份的密钥：${file}。请把抄下来的密钥（AGE-SECRET-KEY-1 开头）写进一个文件，用 --key 指定。`,
      `The backup key ${file} cannot be read. Write the kept key into a file and name it with --key.`,
    );
  }
}

/** What leaves the house waits there until somebody compared what went out since this moment. */
const noteRestored = (url: string, name: string, { to }: Target): Promise<void> =>
  connected(url, async (client) => {
    // A copy of an earlier version has no such table; its sentence is printed below all the same.
    const { rows } = await client.query<{ known: boolean }>(`select to_regclass('restoration') is not null as known`);
    const values = [newId(), new Date(), to instanceof Date ? to : null, name];
    const insert = 'insert into restoration (id, restored_at, until, backup) values ($1, $2, $3, $4)';
    if (rows[0]?.known) await client.query(insert, values);
  });

async function restore(): Promise<void> {
  const config = readConfig();
  if (config.databaseUrl !== undefined)
    throw new StartupProblem(
      '数据库在自己的服务器上，请先用那边的工具恢复它，再用 npm run backup -- --rehearse 核对。',
      'The database is on a server of your own: restore it with its own tool first.',
    );
  const backup = readBackupConfig(config);
  const place = await openPlace(
    values.from === undefined || values.from.startsWith('sftp:')
      ? (values.from ?? backup.places[0])
      : resolve(values.from),
    backup,
  );
  const identity = identityIn(resolve(values.key ?? backup.keyFile));
  const means: RestoreMeans = { place, identity, dataDir: config.dataDir, told, log: console.log };
  const wanted = target(values.to);
  const restored = await bringBack(means, programVersion(), wanted, values.name);
  const { running, draft, house } = restored;
  let problems: string[];
  try {
    const compared = await compareIn(running.url, draft.data, house, undefined, means);
    const bad = await bringContents(means, compared.contents, true);
    problems = [...compared.problems, ...(bad.length > 0 ? [`${bad.length} 份附件没有取到，或内容不对。`] : [])];
    await noteRestored(running.url, restored.backup.name, wanted);
    console.log(
      `\n办件 ${compared.counts.matter ?? 0} 件，经过 ${compared.events} 条，附件 ${compared.contents.length - bad.length} 份。`,
    );
  } finally {
    await running.stop();
  }
  settle(config.dataDir, restored);
  for (const problem of problems) console.log(`请注意：${problem}`);
  const until = wanted.to instanceof Date ? formatTime(wanted.to) : '最后送到备份里的那一刻';
  console.log(`\n已恢复到 ${until}，用的是 ${restored.backup.name}。现在可以启动：npm start。Restored.`);
  console.log(
    '原来的机器如果还开着，请先停下它：同一个家不能有两处在办。短信和督办单先停着：系统管理员登录，在「运行」页核对以后放行。',
  );
}

await restore().catch((error: unknown) => {
  if (!(error instanceof UpkeepFailed || error instanceof UpkeepUnchecked)) endWith(error);
  console.error(`\n${endedBy(error).said}`);
  process.exit(1);
});
