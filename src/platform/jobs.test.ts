import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { type Db, openDatabase } from './db.ts';
import { askToCancel, failSilentJobs, findJob, listJobs } from './jobs.sql.ts';
import { Refusal } from './refusal.ts';
import { jobsAtRest, startJob } from './startJob.sql.ts';
import { testDatabase } from './testing/database.ts';

const at = new Date('2026-10-14T09:00:00+08:00');
const actor: Actor = {
  userId: '01890000-0000-7000-8000-000000000001',
  postId: '01890000-0000-7000-8000-000000000002',
  name: '甲',
  role: 'supervisor',
  unitId: '140106-center',
  centerId: '140106-center',
  regionCode: '140106',
  countyCode: '140106',
  counties: ['140106'],
  viewers: ['c:140106-center#supervisor'],
};
let db: Db;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await testDatabase();
  db = openDatabase(database.appUrl, 4);
  drop = () => database.drop();
});
afterAll(async () => {
  await db.close();
  await drop();
});

const owner = 'c:140106-center#supervisor';
const start = (work: Parameters<typeof startJob>[3], onError?: (error: unknown) => void) =>
  startJob(
    { db, now: () => at },
    actor,
    { kind: 'count', countyCode: '140106', owner, input: { to: 3 } },
    work,
    onError,
  );

test('long work tells how far it is, and its result can be fetched again', async () => {
  const job = await start(async (run) => {
    for (let done = 1; done <= 3; done += 1) await run.step(done, 3);
    return { counted: 3 };
  });
  expect(job).toMatchObject({ state: 'running', done: 0, input: { to: 3 } });
  await jobsAtRest();
  expect(await findJob(db, job.id)).toMatchObject({ state: 'done', done: 3, total: 3, result: { counted: 3 } });
  expect((await listJobs(db, 'count', [owner])).map(({ id }) => id)).toContain(job.id);
  expect(await listJobs(db, 'count', ['c:140105-center#supervisor'])).toEqual([]);
});

test('work that is stopped ends there and leaves no result', async () => {
  let reached = 0;
  const job = await start(async (run) => {
    await askToCancel(db, run.id);
    for (let done = 1; done <= 2; done += 1) {
      reached = done;
      await run.step(done, done);
    }
    return { counted: 2 };
  });
  await jobsAtRest();
  expect(reached).toBe(1);
  expect(await findJob(db, job.id)).toMatchObject({ state: 'cancelled', result: null });
});

test('a refusal becomes its sentence, a fault of ours is reported and told neutrally', async () => {
  const refused = await start(async () => {
    throw new Refusal('conflict', 'moved', '这一年的放假安排刚被别人改过。');
  });
  const heard: unknown[] = [];
  const broken = await start(
    async () => {
      throw new TypeError('undefined is not a function');
    },
    (error) => heard.push(error),
  );
  await jobsAtRest();
  expect(await findJob(db, refused.id)).toMatchObject({ state: 'failed', problem: '这一年的放假安排刚被别人改过。' });
  expect((await findJob(db, broken.id))?.problem).toMatch(/系统的问题/);
  expect(heard).toHaveLength(1);
});

test('work whose server went away does not keep people waiting', async () => {
  let release = () => {};
  const job = await start(() => new Promise((resolve) => (release = () => resolve({}))));
  await failSilentJobs(db, at, at);
  expect((await findJob(db, job.id))?.state).toBe('running');
  await failSilentJobs(db, new Date(at.getTime() + 1), at);
  expect((await findJob(db, job.id))?.problem).toMatch(/服务器中途重启/);
  release();
  await jobsAtRest();
});
