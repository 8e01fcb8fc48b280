import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPublished, isWorkingDay } from '../calendar/calendar.ts';
import { shippedCalendar } from '../calendar/notices.ts';
import { disputeKind } from '../disputes/kind.ts';
import { networkOf } from '../network/book.ts';
import { shippedBook } from '../network/data/shippedBook.ts';
import { addPerson } from '../people/testing/signedIn.ts';
import { type Db, openDatabase } from '../platform/db.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { loadReference, makeReferenceCache } from './reference.ts';
import { loadReferenceData } from './referenceData.ts';

let database: TestDatabase;
let db: Db;
let admin: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl, 4);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await db.close();
  await database.drop();
});

async function counts(): Promise<Record<string, number>> {
  const tables = ['region', 'unit', 'center', 'counter', 'room', 'presence', 'category', 'duty_entry', 'calendar_day'];
  const parts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  return (await admin.query<Record<string, number>>(`select ${parts.join(', ')}`)).rows[0] ?? {};
}

test('a new database has the whole network of Taiyuan, its calendar and its rules', async () => {
  expect(await counts()).toEqual({
    ...{ region: 1463, unit: 626, center: 113, counter: 156, room: 205, presence: 277, category: 18, duty_entry: 198 },
    calendar_day: 253,
  });
});

test('loading the reference data again adds nothing and leaves what people edited as it is', async () => {
  await admin.query("update unit set phone = '0351-1234567', name = '改过的名称' where id = '140105-court'");
  expect(await loadReferenceData(database.adminUrl)).toEqual({ inserted: 0 });
  const { rows } = await admin.query("select phone, name from unit where id = '140105-court'");
  expect(rows).toEqual([{ phone: '0351-1234567', name: '改过的名称' }]);
});

test('a row that is missing is added again', async () => {
  await admin.query("delete from presence where id = '140106-center:140106-court'");
  expect(await loadReferenceData(admin)).toEqual({ inserted: 1 });
});

test('a day that people took out of a year stays out; a whole year that is missing is put in', async () => {
  await admin.query("delete from calendar_day where day = '2026-10-10'");
  expect(await loadReferenceData(admin)).toEqual({ inserted: 0 });
  await admin.query('delete from calendar_day where year in (2020, 2026)');
  await admin.query('delete from calendar_year where year in (2020, 2026)');
  expect(await loadReferenceData(admin)).toEqual({ inserted: 2 + 36 + 39 });
});

test('what is read back is what was shipped, to the last field', async () => {
  await admin.query("update unit set phone = null, name = '太原市小店区人民法院' where id = '140105-court'");
  const { book, network } = await loadReference(db, '2026-11-22');
  const shipped = shippedBook();
  for (const noun of ['units', 'centers', 'counters', 'rooms', 'presences', 'categories', 'duties'] as const)
    expect(Object.fromEntries(book[noun] as Map<string, unknown>), noun).toEqual(
      Object.fromEntries(shipped[noun] as Map<string, unknown>),
    );
  expect(network.regions).toEqual(networkOf(shipped, '2026-11-22').regions);
});

test('the calendar says what the notices say', async () => {
  const { calendar } = await loadReference(db);
  expect(calendar).toEqual(shippedCalendar);
  expect([isWorkingDay(calendar, '2026-10-10'), isPublished(calendar, '2027-01-04')]).toEqual([true, false]);
});

test('Yingze works by its own rules, the other counties by the city’s', async () => {
  const { rulesFor, counties } = await loadReference(db);
  expect(counties).toHaveLength(11);
  expect(counties[0]).toBe('140100');
  expect(rulesFor('140106').rules.clocks.report?.unit).toBe('workingDay');
  expect(rulesFor('140105').rules.clocks.report?.unit).toBe('naturalDay');
  expect(rulesFor('140106', 1).rules).toEqual(rulesFor('140106').rules);
});

test('a newer version holds from its day on; a matter pinned to the old one keeps it', async () => {
  await admin.query(
    `insert into setting_version select county_code, key, 2, jsonb_set(value, '{dispatch,undoMinutes}', '30'), '2026-12-01',
     '测试', null, now() from setting_version where county_code = '140106' and key = 'rules' and version = 1`,
  );
  const { rulesOn, rulesFor, pinFor } = await loadReference(db, '2026-12-01');
  expect(rulesOn('140106', '2026-11-30')).toMatchObject({ version: 1, value: { dispatch: { undoMinutes: 15 } } });
  expect(rulesFor('140106')).toMatchObject({ rules: { dispatch: { undoMinutes: 30 } } });
  expect(pinFor('140106', disputeKind)).toBe(2);
  expect(rulesFor('140106', 1).rules.dispatch.undoMinutes).toBe(15);
  expect(() => rulesFor('140106', 7)).toThrow('no rules for 140106 with number 7');
});

test('a stored rule that does not fit is named with its place, and nothing is loaded', async () => {
  const at = "county_code = '140106' and version = 2";
  await admin.query(`update setting_version set value = value || '{"bogus": 1}' where ${at}`);
  await expect(loadReference(db)).rejects.toThrow('setting_version (rules, 140106, version 2) does not fit');
  await admin.query(`delete from setting_version where ${at}`);
});

test('a second server follows: a name, a post, a new day', async () => {
  const clock = { now: new Date('2026-10-14T02:00:00Z') };
  const second = await makeReferenceCache(db, { now: () => clock.now });
  expect(await second.check()).toBe(false);
  await admin.query("update unit set short_name = '迎泽法院' where id = '140106-court'");
  expect(await second.check()).toBe(true);
  expect(second.current().network.unit('140106-court')?.short).toBe('迎泽法院');
  const { postIds } = await addPerson(db, '高明', [{ role: 'handler', unitId: '140106-court' }]);
  expect(second.current().directory.post(postIds[0] ?? '')).toBeUndefined();
  expect(await second.check()).toBe(true);
  expect(second.current().directory.postsOf('140106-court', 'handler')).toMatchObject([{ name: '高明' }]);
  clock.now = new Date('2026-10-15T02:00:00Z');
  expect(await second.check()).toBe(true);
  expect(second.current().day).toBe('2026-10-15');
  expect(await second.check()).toBe(false);
  second.close();
});

test('a change of duties holds from its day on', async () => {
  await admin.query(
    `insert into duty_entry (id, county_code, category_code, region_code, unit_id, target, basis, effective_from, version)
     values ('140106004-17', '140106', '17', '140106004', null, 'township', '测试', '2026-12-01', 1)`,
  );
  const before = await loadReference(db, '2026-11-30');
  const after = await loadReference(db, '2026-12-01');
  const ids = ({ network }: typeof after, place: string) => network.duties('140106', '17', place).map(({ id }) => id);
  expect(ids(before, '140106004003')).toEqual(['140106-17']);
  expect(ids(after, '140106004003')).toEqual(['140106004-17', '140106-17']);
  expect(ids(after, '140106002')).toEqual(['140106-17']);
});
