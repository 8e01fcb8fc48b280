import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDatabase } from '../platform/db.ts';
import { endOfDay, startOfDay } from '../platform/now.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { foldChanges, foldFirst, foldOnce } from '../rollups/foldChanges.sql.ts';
import { differencesIn } from '../upkeep/checkFigures.sql.ts';
import { type ReportScene, reportScene } from './testing/reportScene.ts';

const county = '140106';
const now = new Date('2026-10-20T15:00:00+08:00');
let database: TestDatabase;
let scene: ReportScene;
/** Two servers of one house. */
let one: Db;
let other: Db;

beforeAll(async () => {
  database = await testDatabase();
  one = openDatabase(database.appUrl, 3);
  other = openDatabase(database.appUrl, 3);
  scene = await reportScene(database.adminUrl);
}, 120_000);
afterAll(async () => {
  await scene?.close();
  await one?.close();
  await other?.close();
  await database?.drop();
});

const accepted = (day: string) => ({
  opened: day,
  events: [
    { type: 'register', status: 'registered', day },
    { type: 'accept', status: 'accepted', day },
  ],
});
const differences = async () => {
  const span = { from: startOfDay('2026-01-01'), until: endOfDay('2026-12-31'), asOf: now, live: true };
  return differencesIn(one, [county], { ...span, end: span.until }, now);
};
const counted = async (): Promise<number> => {
  const { rows } = await scene.admin.query(
    `select coalesce(sum(accepted), 0)::int as n from figure_sum where county_code = $1 and grain = 'month'`,
    [county],
  );
  return rows[0].n;
};

test('a change that was noted first and committed last is counted, although a later one was taken in before it', async () => {
  const slow = new pg.Client({ connectionString: database.adminUrl });
  await slow.connect();
  const { id } = await scene.addDispute(accepted('2026-10-02'));
  expect([await foldOnce(one, county, now), await counted()]).toEqual([1, 1]);

  // It takes its number now and commits behind the other.
  await slow.query('begin');
  await slow.query(`insert into figure_change (county_code, matter_id) values ($1, $2)`, [county, id]);
  await slow.query(`update dispute set people_involved = 9 where matter_id = $1`, [id]);
  await scene.addDispute(accepted('2026-10-03'));
  expect([await foldOnce(one, county, now), await counted()]).toEqual([1, 2]);
  // Another server, which never took anything in, and one that was started anew, know no more of it.
  expect(await foldOnce(other, county, now)).toBe(0);
  await slow.query('commit');
  await slow.end();

  const again = openDatabase(database.appUrl, 1);
  expect(await foldOnce(again, county, now)).toBe(1);
  await again.close();
  expect(await differences()).toEqual([]);
});

test('servers that fold at once take each change once, whatever is added meanwhile', async () => {
  const before = await counted();
  const fold = async (db: Db): Promise<number> => {
    let folded = 0;
    for (let turn = 0; turn < 12; turn += 1) folded += await foldChanges(db, county, now);
    return folded;
  };
  const add = async (): Promise<void> => {
    for (let n = 0; n < 40; n += 1)
      await scene.addDispute(accepted(`2026-10-${String(1 + (n % 19)).padStart(2, '0')}`));
  };
  const [added, ...folded] = await Promise.all([add(), fold(one), fold(other), fold(one), fold(other)]);
  expect(added).toBeUndefined();
  const rest = await foldChanges(one, county, now);
  expect(folded.reduce((sum, n) => sum + n, rest)).toBe(40);
  expect([await counted(), await differences()]).toEqual([before + 40, []]);
});

test('a fold that is cut off before its end has counted nothing, and the next one counts it all', async () => {
  const before = await counted();
  await scene.addDispute(accepted('2026-10-05'));
  const holding = new pg.Client({ connectionString: database.adminUrl });
  await holding.connect();
  await holding.query('begin; lock table figure_sum in exclusive mode');
  const cut = foldOnce(other, county, now).then(
    () => 'done',
    () => 'cut off',
  );
  const waiting = `select l.pid from pg_locks l where l.relation = 'figure_sum'::regclass and not l.granted`;
  let pid: number | undefined;
  while (pid === undefined) pid = (await scene.admin.query<{ pid: number }>(waiting)).rows[0]?.pid;
  await scene.admin.query('select pg_terminate_backend($1)', [pid]);
  expect(await cut).toBe('cut off');
  await holding.query('rollback');
  await holding.end();
  expect(await counted()).toBe(before);
  expect(await foldOnce(one, county, now)).toBe(1);
  expect([await counted(), await differences()]).toEqual([before + 1, []]);
});

test('whoever reads takes in what was noted before, and does not run after what others go on noting', async () => {
  // Whenever changes are taken off the list, somebody notes another one.
  await scene.admin.query(`create function noted_again() returns trigger language plpgsql as $$ begin
      if exists (select from gone) then insert into figure_change (county_code, matter_id) values ('140106', gen_random_uuid()); end if;
      return null;
    end $$;
    create trigger noted_again after delete on figure_change referencing old table as gone
      for each statement execute function noted_again()`);
  const last = async (): Promise<number> =>
    Number((await scene.admin.query('select last_value from figure_change_id_seq')).rows[0].last_value);
  await scene.addDispute(accepted('2026-10-06'));
  const before = await last();
  expect(await foldFirst(one, [county], now)).toBe(true);
  expect((await last()) - before).toBe(1);
  await scene.admin.query('drop trigger noted_again on figure_change');
});
