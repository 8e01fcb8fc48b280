import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { takeOver } from './takeOver.sql.ts';

let demo: TestDatabase;
let production: TestDatabase;
let [from, to]: pg.Client[] = [];
beforeAll(async () => {
  [demo, production] = [await testDatabase(), await testDatabase()];
  [from, to] = [demo, production].map(({ adminUrl }) => new pg.Client({ connectionString: adminUrl }));
  await Promise.all([from?.connect(), to?.connect()]);
});
afterAll(async () => {
  await Promise.all([from?.end(), to?.end()]);
  await demo.drop();
  await production.drop();
});

const rows = async (client: pg.Client | undefined, query: string) => (await client?.query(query))?.rows;

test('from demo to production go the network, the calendar and the rules, and nobody who tried them out', async () => {
  await from?.query(`
    insert into app_user (id, login, name, demo, created_at) values ('00000000-0000-7000-8000-000000000001', 'demo-1', '演示', true, now());
    update unit set name = '改过名的中心' where id = '140106-center';
    insert into room (id, center_id, name) values ('140106-center-new', '140106-center', '新调解室');
    insert into setting_version (county_code, key, version, value, effective_from, basis, author_id, created_at)
      select '140106', key, version + 1, value, '2026-11-01', '本地', '00000000-0000-7000-8000-000000000001', now()
      from setting_version where key = 'rules' order by version desc limit 1`);
  const settings =
    'select county_code, key, version, value, effective_from::text, author_id from setting_version order by 1, 2, 3';
  const counts = await takeOver(demo.adminUrl, production.adminUrl);
  expect(counts.unit).toBeGreaterThan(100);
  expect(await rows(to, `select name from unit where id = '140106-center'`)).toEqual([{ name: '改过名的中心' }]);
  expect(await rows(to, `select name from room where id = '140106-center-new'`)).toEqual([{ name: '新调解室' }]);
  expect(await rows(to, settings)).toEqual((await rows(from, settings))?.map((row) => ({ ...row, author_id: null })));
  expect(await rows(to, 'select login from app_user')).toEqual([]);
  // Done twice it adds nothing.
  expect(await takeOver(demo.adminUrl, production.adminUrl)).toEqual(counts);
});

test('a house that already works is not changed as a whole', async () => {
  await to?.query(`insert into matter (county_code, id, kind, code, status, title, region_code, receiving_center_id, seen_by, opened_at, updated_at)
    values ('140106', '00000000-0000-7000-8000-000000000002', 'dispute', 'x', 'registered', 't', '140106', '140106-center', '{}', now(), now())`);
  await expect(takeOver(demo.adminUrl, production.adminUrl)).rejects.toThrow(/已有办件/);
});
