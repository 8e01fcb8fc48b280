import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { repositoryRoot } from '../../src/platform/config.ts';
import { adminUrlOfRunning } from '../../src/platform/embedded-postgres.ts';
import { type House, openHouse, stop } from './house.ts';

const TWO_DAYS = 2 * 86_400_000;
const LINE = '逾期按级督办：发单、抄送、再发、列名单';

async function ask<T extends pg.QueryResultRow>({ dataDir }: House, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: adminUrlOfRunning(dataDir) ?? '' });
  await client.connect();
  return client.query<T>(text).then(({ rows }) => client.end().then(() => rows));
}

type Standing = { jumps: number[]; notices: number; outcome: string | null };
async function standing(house: House): Promise<Standing> {
  const [row] = await ask<Standing>(
    house,
    `select array(select seconds from clock_jump where released_at is null order by id) as jumps,
       (select count(*) from matter where kind = 'supervision')::int as notices,
       (select outcome from recurring_run where name = '${LINE}') as outcome`,
  );
  return row ?? { jumps: [], notices: 0, outcome: null };
}

/** Until supervision has ended its next turn like this; a turn comes each minute. */
async function turn(house: House, outcome: string, jumps: number): Promise<Standing> {
  await ask(house, `update recurring_run set outcome = null where name = '${LINE}'`);
  for (let second = 0; second < 180; second += 1) {
    const now = await standing(house);
    if (now.outcome === outcome && now.jumps.length === jumps) return now;
    await pause(1_000);
  }
  throw new Error(
    `supervision did not end as ${outcome} with ${jumps} jumps: ${JSON.stringify(await standing(house))}`,
  );
}

const tell = (what: string, { jumps, notices, outcome }: Standing): void =>
  console.log(`${what}: notices ${notices}, supervision ${outcome}, jumps to look at ${JSON.stringify(jumps)}`);

/** The clock goes two days ahead and comes back, once while the house runs and once while it is down. */
export async function clock(): Promise<void> {
  const wall = join(mkdtempSync(join(tmpdir(), 'fengqiao-clock-')), 'moved');
  const move = (ms: number) => writeFileSync(wall, String(ms));
  move(0);
  const preload = pathToFileURL(join(import.meta.dirname, 'movedClock.mjs')).href;
  const env = { NODE_OPTIONS: `--import=${preload}`, MOVED_CLOCK: wall };
  let house = await openHouse(env);
  const { dataDir } = house;
  spawnSync(process.execPath, [join(repositoryRoot, 'bin/seed.ts')], { env: { ...process.env, DATA_DIR: dataDir } });
  const before = await turn(house, 'done', 0);
  tell('a right clock', before);
  move(TWO_DAYS);
  const ahead = await turn(house, 'unchecked', 1);
  tell('two days ahead', ahead);
  move(0);
  tell('and back', await turn(house, 'unchecked', 2));
  await stop(house);
  house = await openHouse(env, dataDir);
  tell('started anew', await turn(house, 'unchecked', 2));
  await ask(house, 'update clock_jump set released_at = now()');
  tell('looked at', await turn(house, 'done', 0));
  await stop(house);
  move(TWO_DAYS);
  house = await openHouse(env, dataDir);
  const control = await turn(house, 'done', 0);
  tell('control, two days later after a downtime: no jump, and what is late is told', control);
  await stop(house);
  if (ahead.notices !== before.notices) process.exitCode = 1;
}
