import { readBackupConfig } from '../src/backups/backupConfig.ts';
import { readConfig } from '../src/platform/config.ts';
import { type Db, openDatabase, plainly } from '../src/platform/db.ts';
import { adminUrlOfRunning } from '../src/platform/embedded-postgres.ts';
import { appUrl } from '../src/platform/migrate.ts';
import { now } from '../src/platform/now.ts';
import { endWith } from '../src/platform/startup-problem.ts';
import { recurring } from '../src/server/recurring.ts';
import { loadReference } from '../src/server/reference.ts';
import { backupChecks } from '../src/upkeep/checkBackups.ts';
import { briefingCheck } from '../src/upkeep/checkBriefing.sql.ts';
import { databaseChecks } from '../src/upkeep/checkDatabase.sql.ts';
import { machineChecks } from '../src/upkeep/checkMachine.ts';
import { secondFactorCheck, workChecks } from '../src/upkeep/checkWork.sql.ts';
import { bad, type Check, examine, type Finding, worstOf } from '../src/upkeep/finding.ts';

const config = readConfig();
const backup = readBackupConfig(config);
const signs = { ok: '✓', warn: '！', bad: '✗', unchecked: '？' } as const;

async function countiesOf(db: Db): Promise<string[]> {
  const rows = await plainly(db, (queries) => queries.selectFrom('region').select('county_code').distinct().execute());
  return rows.map((row) => row.county_code);
}

/** Whether the database answers at all; then everything else about it. */
async function throughDatabase(url: string): Promise<Finding[]> {
  const db = openDatabase(appUrl(url), 2);
  try {
    const counties = await countiesOf(db).catch((error: Error) => error);
    if (counties instanceof Error) return examine([unreachable(counties.message)]);
    return await examine([
      ...databaseChecks(db, now),
      // Since when it could have been done is not known from outside: what did not end well by now is told.
      ...workChecks({ db, counties, lines: recurring, up: new Date(0), now }),
      mornings(db),
      secondFactorCheck(db, config.mode === 'production'),
    ]);
  } finally {
    await db.close();
  }
}

/** By the network and the calendar as they stand now: where they cannot be read, that alone is not known. */
const mornings = (db: Db): Check => ({
  id: 'briefing',
  name: '主任晨报',
  async look() {
    const held = await loadReference(db);
    return briefingCheck({ db, reference: () => held, now }).look();
  },
});

const unreachable = (why: string): Check => ({
  id: 'reachable',
  name: '数据库',
  look: () => bad(`连不上：${why.split('\n')[0]}`, '看看服务是否在运行（npm start），以及 DATABASE_URL、网络和磁盘。'),
});

async function examineAll(): Promise<Finding[]> {
  const url = config.databaseDirectUrl ?? adminUrlOfRunning(config.dataDir);
  const machine = await examine([...machineChecks(config, backup), ...backupChecks(config.dataDir, backup, now)]);
  const database = url === undefined ? await examine([unreachable('服务没有在运行')]) : await throughDatabase(url);
  return [...machine, ...database];
}

try {
  const findings = await examineAll();
  for (const { name, state, found, advice } of findings) {
    console.log(`${signs[state]} ${name}：${found}`);
    if (advice) console.log(`    → ${advice}`);
  }
  const worst = worstOf(findings);
  console.log(
    worst === 'ok' ? '\n都好。All is well.' : '\n请按 → 后面的话处理，再查一次。See what → says, then look again.',
  );
  process.exitCode = { ok: 0, warn: 0, unchecked: 2, bad: 1 }[worst];
} catch (error) {
  endWith(error);
}
