import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDatabase } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { foldChanges } from '../rollups/foldChanges.sql.ts';
import { figureValue } from './counted.ts';
import { countKept } from './kept.sql.ts';
import { periodOn, spanOf } from './period.ts';
import { october, type ReportScene, reportScene } from './testing/reportScene.ts';

const now = atTime('2026-10-20', '15:00');
const county = '140106';
let database: TestDatabase;
let db: Db;
let scene: ReportScene;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl);
  scene = await reportScene(database.adminUrl);
  await october(scene);
}, 120_000);
afterAll(async () => {
  await scene?.close();
  await db?.close();
  await database?.drop();
});

const accepted = { what: 'accepted', filter: {} } as const;
async function acceptedInOctober() {
  const scope = { counties: [county], within: { kind: 'all' } } as const;
  const spans = { this: spanOf(periodOn('month', '2026-10-01'), now, true) };
  const { groups, waiting } = await countKept(db, scope, [accepted], spans, now);
  return { value: figureValue(accepted, 'this', groups).value, waiting };
}

/** How many rows of a table were read so far, whichever way; sessions tell it when they end. */
async function readOf(table: string): Promise<number> {
  const { rows } = await scene.admin.query(
    'select seq_tup_read + idx_tup_fetch as n from pg_stat_user_tables where relname = $1',
    [table],
  );
  return Number(rows[0].n);
}

test('while an old ledger is being taken in, a report neither waits for it nor takes a part of it, and says how many wait', async () => {
  expect(await acceptedInOctober()).toEqual({ value: 4, waiting: 0 });
  await scene.admin.query(
    `insert into figure_change (county_code, matter_id) select $1, gen_random_uuid() from generate_series(1, 2500)`,
    [county],
  );
  const background = new pg.Client({ connectionString: database.adminUrl });
  await background.connect();
  await background.query('begin');
  await background.query(`select pg_advisory_xact_lock(hashtext('figures'), hashtext('${county}'))`);
  expect(await acceptedInOctober()).toEqual({ value: 4, waiting: 2500 });
  await background.end();
  await foldChanges(db, county, now);
  expect(await acceptedInOctober()).toEqual({ value: 4, waiting: 0 });
});

test('taking in a hundred changed disputes reads nothing of the thousands beside them', async () => {
  await scene.admin.query(`insert into matter (county_code, id, kind, code, status, title, category_code, region_code,
      receiving_center_id, seen_by, restricted, opened_at, updated_at)
    select '${county}', gen_random_uuid(), 'dispute', g::text, 'inMediation', '楼上漏水', '02', '${county}004', '${county}-center',
      '{system}', false, '2026-10-01', '2026-10-01' from generate_series(1, 6000) g`);
  await scene.admin.query(`insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, willing)
    select county_code, id, 'walkIn', gen_random_uuid(), receiving_center_id, '经过', 'yes' from matter m where length(code) < 5`);
  await scene.admin.query(`insert into matter_clock (county_code, id, matter_id, kind, rule, calendar_version, started_at, due_at)
    select county_code, gen_random_uuid(), id, 'handle', '{}', '', opened_at, opened_at + interval '9 days' from matter where length(code) < 5`);
  await foldChanges(db, county, now);
  await scene.admin.query('vacuum analyze');
  await scene.admin.query(
    `insert into figure_change (county_code, matter_id) select county_code, id from matter where length(code) < 5 limit 100`,
  );
  const before = { matter: await readOf('matter'), clock: await readOf('matter_clock') };
  const own = openDatabase(database.appUrl);
  expect(await foldChanges(own, county, now)).toBe(100);
  await own.close();
  await expect.poll(() => readOf('matter')).toBeGreaterThan(before.matter);
  expect((await readOf('matter')) - before.matter).toBeLessThan(3000);
  expect((await readOf('matter_clock')) - before.clock).toBeLessThan(1000);
});
