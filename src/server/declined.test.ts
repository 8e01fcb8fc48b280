import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { houseOf } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { makeDeclineNotice } from '../residents/papers.sql.ts';
import { registered, yingze } from '../web/testing/story.ts';
import { type TestApp, testApp } from './testing/app.ts';

let it: TestApp;
let code: string;
let approver: Awaited<ReturnType<TestApp['as']>>;
beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '09:00'));
  const counter = await it.as('receptionist', yingze);
  approver = await it.as('approver', yingze);
  ({ code } = await registered({ post: (url, body) => counter.post(url, body as object, 201) }));
  const goTo = '迎泽区法院诉讼服务窗口';
  await approver.post(
    `/api/disputes/${code}/declines`,
    { ...{ ground: 'inCourt', reason, goTo }, commandId: randomUUID() },
    200,
  );
});
afterAll(() => it?.close());

/** Two lines of a reason that begin like the lines below it. */
const reason = '法院已经开庭。\n依据：当事人交来的传票\n您可以去：他自己写在登记表上的地方，问过不行';

test('the notice on paper has the reason, the basis and where to go as they were written', async () => {
  const notice = await reading(it.db, houseOf('140106'), (queries) =>
    makeDeclineNotice(it.engine, queries, houseOf('140106'), code, { largePrint: false }),
  );
  const { data } = notice;
  expect(data.reason).toBe(reason);
  expect(data.legalBasis).toEqual(['《民事诉讼法》第一百二十七条']);
  expect(data.otherDoors.map(({ where }) => where)).toEqual(['迎泽区法院诉讼服务窗口']);
});

test('the history says all three in sentences', async () => {
  const { timeline } = await approver.get(`/api/disputes/${code}`);
  const notes = timeline[0].notes.map(({ body }: { body: string }) => body).join('\n');
  expect(notes).toContain(`${reason}\n依据：《民事诉讼法》第一百二十七条\n您可以去：迎泽区法院诉讼服务窗口`);
});
