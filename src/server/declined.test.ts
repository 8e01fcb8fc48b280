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
  const goTo = '迎泽区政府行政复议窗口';
  await approver.post(
    `/api/disputes/${code}/declines`,
    {
      ...{ ground: 'reconsideration', reason, goTo, way: 'administrativeReconsideration', startedOn: '2026-09-01' },
      commandId: randomUUID(),
    },
    200,
  );
});
afterAll(() => it?.close());

/** Two lines of a reason that begin like the lines below it. */
const reason = '收到了征收补偿决定。\n依据：当事人交来的传票\n您可以去：他自己写在登记表上的地方，问过不行';

test('the notice on paper has the reason, the basis and where to go as they were written', async () => {
  const notice = await reading(it.db, houseOf('140106'), (queries) =>
    makeDeclineNotice(it.engine, queries, houseOf('140106'), code, { largePrint: false }),
  );
  const { data } = notice;
  expect(data.reason).toBe(reason);
  expect(data.legalBasis).toEqual(['《信访工作条例》第二十三条、第三十一条']);
  expect(data.otherDoors).toEqual([
    {
      where: '迎泽区政府行政复议窗口',
      what: '可以到这里办',
      details: [
        '从知道或者应当知道这个行政行为起六十日内提出，从2026年9月1日算，最晚2026年11月2日。',
        '要带：复议申请书、身份证、决定书',
      ],
    },
  ]);
});

test('the history says all three in sentences', async () => {
  const { timeline } = await approver.get(`/api/disputes/${code}`);
  const notes = timeline[0].notes.map(({ body }: { body: string }) => body).join('\n');
  expect(notes).toContain(`${reason}\n依据：《信访工作条例》第二十三条、第三十一条\n您可以去：迎泽区政府行政复议窗口`);
});
