import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDatabase } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { october, type ReportScene, reportScene } from '../reports/testing/reportScene.ts';
import { checkFigures } from './checkFigures.sql.ts';
import { mendLists } from './checkLists.sql.ts';

let database: TestDatabase;
let db: Db;
let scene: ReportScene;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl);
  scene = await reportScene(database.adminUrl);
  await october(scene);
  await mendLists(db, '140106');
}, 120_000);
afterAll(async () => {
  await scene?.close();
  await db?.close();
  await database?.drop();
});

test('a sum that is wrong is said by the nightly check, and is right again afterwards', async () => {
  const now = atTime('2026-10-20', '15:00');
  expect(await checkFigures(db, ['140106'], now)).toMatchObject({ outcome: 'done' });
  await scene.admin.query(`update figure_sum set accepted = accepted + 1 where county_code = '140106' and grain = 'day'
    and start >= '2026-10-01' and accepted is not null`);
  const told = await checkFigures(db, ['140106'], now);
  expect(told).toMatchObject({ outcome: 'failed', said: expect.stringContaining('「受理」存下的是') });
  expect(await checkFigures(db, ['140106'], now)).toMatchObject({ outcome: 'done' });
});

test('a clock that the board keeps otherwise than it is, is said by the nightly check, and is right again afterwards', async () => {
  const now = atTime('2026-10-20', '15:00');
  expect(await checkFigures(db, ['140106'], now)).toMatchObject({ outcome: 'done' });
  const { rowCount } = await scene.admin.query(
    "delete from board_clock where county_code = '140106' and stopped_at is null",
  );
  expect(rowCount).toBeGreaterThan(0);
  expect(await checkFigures(db, ['140106'], now)).toEqual({
    outcome: 'failed',
    said: `督办台存下的钟有${rowCount}件事和重数不一致，已经重新累计。`,
  });
  expect(await checkFigures(db, ['140106'], now)).toMatchObject({ outcome: 'done' });
});

test('a row of the lists that is not what its dispute is, is said by the nightly check, and is right again afterwards', async () => {
  const now = atTime('2026-10-20', '15:00');
  const { rowCount } = await scene.admin.query(
    "update listed_dispute set amount_cents = 1 where county_code = '140106' and amount_cents is distinct from 1",
  );
  expect(rowCount).toBeGreaterThan(0);
  expect(await checkFigures(db, ['140106'], now)).toEqual({
    outcome: 'failed',
    said: `台账里有${rowCount}件的筛选栏和事项本身不一致，已经重新写过。`,
  });
  expect(await checkFigures(db, ['140106'], now)).toMatchObject({ outcome: 'done' });
});

test('disputes that were never taken into the sums are said by the nightly check, and are in them afterwards', async () => {
  const now = atTime('2026-10-20', '15:00');
  for (const table of ['figure_sum', 'figure_moment', 'figure_dispute', 'figure_change'])
    await scene.admin.query(`delete from ${table} where county_code = '140106'`);
  expect(await checkFigures(db, ['140106'], now)).toMatchObject({ outcome: 'failed' });
  expect(await checkFigures(db, ['140106'], now)).toMatchObject({ outcome: 'done' });
});
