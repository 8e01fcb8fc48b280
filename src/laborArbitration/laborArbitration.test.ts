import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorView } from '../doors/doorViews.ts';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { aPhone, handSlip, leak, toMediation, wordsOf } from '../web/citizen/testing/resident.ts';
import { yingze } from '../web/testing/story.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let arbitrator: Client;
beforeAll(async () => {
  it = await testApp(atTime('2026-09-28', '09:00'));
  arbitrator = await it.as('arbitrator', '140106-laborArbitration');
}, 60_000);
afterAll(() => it?.close());

/** Wages that were not paid: who asks is 郭秀兰, the boss 任建军. */
async function unpaid() {
  it.clock.now = atTime('2026-09-28', '09:00');
  const receptionist = await it.as('receptionist', yingze);
  const wages = { ...leak(it.party), categoryCode: '10', title: '拖欠工资', facts: '八月、九月的工资没有发。' };
  const { code, slips } = await receptionist.post('/api/disputes', { ...wages, demands: '付清两个月工资' }, 201);
  const { handler } = await toMediation(it, code);
  const { parties } = await handler.get(`/api/disputes/${code}`);
  const [guo] = parties.map(({ id }: { id: string }) => id);
  const asked = { way: 'laborArbitration', applicantIds: [guo] };
  const door: string = (await handler.post(`/api/disputes/${code}/doors`, asked, 201)).code;
  const answers = { claims: '付清八月、九月工资 12000 元', reasons: '2025 年起在店里上班。', monthlyWage: '6000' };
  await step(handler, door, 'form-answers', { answers });
  await step(handler, door, 'submissions', { how: 'here', fileIds: [], signed: true });
  return { code, handler, door, slips };
}
const step = (who: Client, door: string, noun: string, body: object) =>
  who.post(`/api/labor-arbitrations/${door}/${noun}`, body, 200);
const viewOf = (who: Client, door: string): Promise<DoorView> => who.get(`/api/doors/${door}`);
const running = ({ clocks }: DoorView) =>
  clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ kind, dueAt }) => `${kind} ${dueAt?.slice(0, 10)}`);

test('对方在送达以前什么也看不到，送达以后看得到；非终局裁决，收到起十五日内可以起诉', async () => {
  const { code, handler, door } = await unpaid();
  await handSlip(it, code, '任建军', '730618');
  const ren = aPhone(it.app);
  const his = async () => {
    await ren.post(`/c/${code}`, { pin: '730618' });
    return (await ren.get(`/c/${code}/ways/${door}`)).statusCode;
  };
  await step(arbitrator, door, 'acceptances', { on: '2026-09-28', number: '迎劳人仲案字〔2026〕第 1 号', words: '' });
  expect(running(await viewOf(handler, door))).toEqual(['laborCopy 2026-10-10', 'laborAward 2026-11-12']);
  expect(await his()).toBe(404);
  const progress = wordsOf((await ren.get(`/c/${code}/progress`)).body);
  expect(progress).not.toContain('劳动仲裁」');
  it.clock.now = atTime('2026-09-29', '10:00');
  await step(arbitrator, door, 'services', { on: '2026-09-29', words: '' });
  expect(await his()).toBe(200);
  it.clock.now = atTime('2026-10-20', '10:00');
  await step(arbitrator, door, 'decisions', { on: '2026-10-20', result: 'award', servedOn: '2026-10-20', words: '' });
  const decided = await viewOf(handler, door);
  expect(decided).toMatchObject({ status: 'decided', result: '非终局裁决', ended: true });
  expect(running(decided)).toEqual(['laborSuit 2026-11-04']);
});

test('每月工资填了不再显示，空着再记一次不会清掉，打印的申请书里有', async () => {
  const { handler, door } = await unpaid();
  const { fields } = await viewOf(handler, door);
  expect(fields.find(({ name }) => name === 'monthlyWage')).toMatchObject({ filled: true, value: '', protect: true });
  expect(JSON.stringify((await viewOf(arbitrator, door)).fields)).not.toContain('6000');
});

test('五日没有决定：期限没过记不了；过了记下，可以起诉', async () => {
  const { handler, door } = await unpaid();
  const early = await handler.raw('POST', `/api/labor-arbitrations/${door}/lapses`, { on: '2026-09-28', words: '' });
  expect(early.json().error.message).toBe('法律给的期限还没有过，到期再记。');
  it.clock.now = atTime('2026-10-14', '09:00');
  await step(handler, door, 'lapses', { on: '2026-10-14', words: '' });
  expect(await viewOf(handler, door)).toMatchObject({ status: 'lapsed', statusLabel: '逾期没有决定', ended: true });
});
