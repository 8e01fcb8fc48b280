import pg from 'pg';

import type { Config } from '../src/platform/config.ts';
import { type Db, openDatabase, plainly } from '../src/platform/db.ts';
import type { Secrets } from '../src/platform/secrets.ts';
import { StartupProblem } from '../src/platform/startup-problem.ts';
import { type ServerEngine, startEngine } from '../src/server/engine.ts';
import { makeDeps } from '../src/server/main.ts';
import { giveCentersNumbers, readOldNotices } from './afterwards.ts';
import { seedAttendance } from './attendance.ts';
import { seedBookings } from './bookings.ts';
import { seedClues } from './clues.ts';
import { seedForms } from './forms.ts';
import { seedHall } from './hall.ts';
import { seedLinked } from './linked.ts';
import { seedMediation } from './mediation.ts';
import { makeOffice } from './office.ts';
import { addPeople } from './people.ts';
import { play } from './play.ts';
import { seedScans } from './scans.ts';
import { isSeeded, MARKER } from './seeded.ts';
import type { Situation } from './situation.ts';
import { situations } from './situations.ts';
import { makeStage } from './stage.ts';

export type SeedOptions = {
  /** Straight to the server: one seed at a time. */
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly log: (line: string) => void;
};

/** Any number, as long as every seed takes the same. */
const TURN = 0x73_65_65_64;

/** What is lost when the machine stops in the middle is played again: nobody waits for the disk at each step. */
function withoutWaiting(appUrl: string): string {
  const url = new URL(appUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

export function refuseProduction(config: Config): void {
  if (config.mode === 'production')
    throw new StartupProblem('正式模式下不写演示数据。', 'A production database is never seeded.');
}

async function playAll(engine: ServerEngine, chosen: readonly Situation[], salt: string, log: SeedOptions['log']) {
  const now = engine.now();
  const office = makeOffice(engine.reference().calendar, now);
  const stories = chosen.map((situation) => situation.build(office));
  let told = 0;
  return play(makeStage(engine, salt), stories, {
    now,
    nights: true,
    onDay: (day, done, days) => {
      const tenth = Math.floor((done * 5) / days);
      if (tenth <= told) return;
      told = tenth;
      log(`  演示数据写到 ${day}，${Math.round((done * 100) / days)}%`);
    },
  });
}

/** The hall, rooms, forms and clues around the disputes. */
async function seedAround(engine: ServerEngine): Promise<void> {
  await seedHall(makeStage(engine, MARKER));
  await seedAttendance(makeStage(engine, MARKER), engine);
  await seedBookings(makeStage(engine, MARKER));
  await seedForms(makeStage(engine, MARKER));
  await seedClues(makeStage(engine, MARKER));
  await seedLinked(makeStage(engine, MARKER));
}

/** Played twice, it adds nothing: every command has an id that is always the same. */
export async function seedEngine(
  engine: ServerEngine,
  refresh: () => Promise<void>,
  log: SeedOptions['log'],
  chosen: readonly Situation[] = situations,
): Promise<void> {
  await addPeople(engine.db, engine.reference().network, engine.now());
  await giveCentersNumbers(engine.db);
  await refresh();
  await seedMediation(makeStage(engine, MARKER));
  const codes = await playAll(engine, chosen, MARKER, log);
  // Signed paper is printed and read by programs apart: the others go on meanwhile.
  await Promise.all([seedScans(makeStage(engine, MARKER), codes.get('paper-file')), seedAround(engine)]);
  await readOldNotices(engine.db, engine.reference().counties, engine.now());
  const marker = { name: MARKER, last_run_at: engine.now(), last_result: JSON.stringify({ disputes: chosen.length }) };
  await plainly(engine.db, (queries) =>
    queries
      .insertInto('recurring_run')
      .values(marker)
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  );
}

async function inTurn<T>(adminUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${TURN})`);
    return await work();
  } finally {
    await client.end();
  }
}

async function withEngine<T>(
  { appUrl, config, secrets }: SeedOptions,
  work: (engine: ServerEngine, refresh: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const db = openDatabase(withoutWaiting(appUrl));
  try {
    const { engine, cache } = await startEngine(makeDeps(config, secrets, db));
    try {
      return await work(engine, () => cache.refresh());
    } finally {
      cache.close();
    }
  } finally {
    await db.close();
  }
}

/** Fills an empty database with invented people and disputes, once. Answers whether there was anything to do. */
export async function seedDemo(options: SeedOptions): Promise<boolean> {
  refuseProduction(options.config);
  return inTurn(options.adminUrl, () =>
    withEngine(options, async (engine, refresh) => {
      if (await isSeeded(engine.db)) return false;
      const began = Date.now();
      options.log(`正在写演示数据（${situations.length} 件，约半分钟，只在第一次）… Seeding the demo data …`);
      await seedEngine(engine, refresh, options.log);
      options.log(`演示数据写好了，用了 ${Math.round((Date.now() - began) / 1000)} 秒。Demo data is ready.`);
      return true;
    }),
  );
}

/** Plays one situation into data that is in use, anew each time; answers the code of its dispute. */
export async function seedOne(options: SeedOptions, situation: Situation): Promise<string> {
  refuseProduction(options.config);
  return withEngine(options, async (engine, refresh) => {
    await addPeople(engine.db, engine.reference().network, engine.now());
    await refresh();
    const now = engine.now();
    const story = situation.build(makeOffice(engine.reference().calendar, now));
    const salt = `${situation.name} ${now.toISOString()}`;
    const codes = await play(makeStage(engine, salt), [story], { now, nights: true });
    return codes.get(situation.name) ?? '';
  });
}
