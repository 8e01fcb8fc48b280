import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorView } from '../doors/doorViews.ts';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { toMediation } from '../web/citizen/testing/resident.ts';
import { registered, yingze } from '../web/testing/story.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let receptionist: Client;
let judge: Client;
let admin: pg.Client;
beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '09:00'));
  receptionist = await it.as('receptionist', yingze);
  judge = await it.as('courtClerk', '140106-court');
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

/** An agreement of today that a court may confirm. */
async function agreed() {
  it.clock.now = atTime('2026-09-29', '09:00');
  const { code } = await registered({ post: (url, body) => receptionist.post(url, body as object, 201) });
  const { handler } = await toMediation(it, code);
  const { parties } = await handler.get(`/api/disputes/${code}`);
  const [郭, 任] = parties.map(({ id }: { id: string }) => id);
  const items = [{ obligation: '赔偿', amountCents: 800_000, dueOn: '2026-10-31', payerPartyId: 任, payeePartyId: 郭 }];
  const terms = {
    form: 'written',
    terms: '任建军赔偿郭秀兰 8000 元。',
    effectiveOn: '2026-09-29',
    totalCents: 800_000,
  };
  await handler.post(
    `/api/disputes/${code}/settlements`,
    { ...terms, mediatedBy: 'committee', contains: [], items },
    200,
  );
  return { code, handler, both: [郭, 任] as string[] };
}
const opened = async (who: Client, code: string, applicantIds: string[]): Promise<string> =>
  (await who.post(`/api/disputes/${code}/doors`, { way: 'judicialConfirmation', applicantIds }, 201)).code;
const viewOf = (who: Client, door: string): Promise<DoorView> => who.get(`/api/doors/${door}`);
const step = (who: Client, door: string, noun: string, body: object) =>
  who.post(`/api/confirmations/${door}/${noun}`, body, 200);
const answers = { request: '确认协议有效', reasons: '楼上漏水，经调解达成协议。', address: '郭秀兰：三号楼' };
const handedIn = { how: 'here', fileIds: [], signed: true };
const workOf = async (who: Client, door: string): Promise<string[]> => {
  const { items } = await who.get('/api/work');
  return items.filter((each: { own: string | null }) => each.own === door).map((each: { act: string }) => each.act);
};

test('达成协议当天一起申请司法确认，法院受理、裁定有效：钱能申请强制执行，双方都看得到', async () => {
  const { code, handler, both } = await agreed();
  const { ways } = await handler.get(`/api/disputes/${code}/doors`);
  expect(ways[0]).toMatchObject({ way: 'judicialConfirmation', open: true, body: '太原市迎泽区人民法院' });
  expect(ways[0].words).toContain('10月29日');
  const door = await opened(handler, code, both);
  expect(await workOf(handler, door)).toEqual(['handIn']);
  const before = await viewOf(handler, door);
  expect(before.missing.map(({ label }) => label)).toEqual(['请求事项', '事实和理由', '送达地址']);
  expect(before.fields.find(({ name }) => name === 'reasons')?.proposal).toContain('漏水');
  expect((await judge.raw('GET', `/api/doors/${door}`)).statusCode).toBe(404);

  await step(handler, door, 'form-answers', { answers });
  await step(handler, door, 'submissions', handedIn);
  expect(await workOf(judge, door)).toEqual(['acceptDoor']);
  expect((await viewOf(judge, door)).about.name).toBeNull();
  await step(judge, door, 'acceptances', { on: '2026-09-29', number: '（2026）晋0106诉前调确1号', words: '' });
  const accepted = await viewOf(handler, door);
  expect(accepted.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ kind }) => kind)).toEqual([
    'confirmationDecision',
    'specialProcedure',
  ]);
  it.clock.now = atTime('2026-09-30', '10:00');
  await step(judge, door, 'decisions', { on: '2026-09-30', result: 'confirmed', words: '协议有效。' });
  expect(await viewOf(handler, door)).toMatchObject({ status: 'decided', result: '裁定协议有效', ended: true });
  const { rows } = await admin.query(
    'select p.title from promise p join matter m on m.id = p.matter_id where m.code = $1',
    [code],
  );
  expect(rows).toEqual([{ title: 'confirmed' }]);
  const { timeline, clocks } = await handler.get(`/api/disputes/${code}`);
  expect(timeline[0].sentence).toBe('申请司法确认：裁定协议有效（9月30日（周三））。');
  expect(clocks.find(({ kind }: { kind: string }) => kind === 'confirmationRequest').stoppedAt).not.toBeNull();
});

test('法院不受理：双方知道还有哪些路，三十日没有过的还能再申请', async () => {
  const { code, handler, both } = await agreed();
  const door = await opened(handler, code, both);
  await step(handler, door, 'form-answers', { answers });
  await step(handler, door, 'submissions', handedIn);
  await step(judge, door, 'refusals', { on: '2026-09-29', ground: 'title', words: '涉及房屋归属。' });
  expect(await viewOf(handler, door)).toMatchObject({ status: 'refused', result: '没有受理：涉及物权、知识产权确权' });
  const { clocks } = await handler.get(`/api/disputes/${code}`);
  const right = clocks.filter(
    ({ kind, stoppedAt }: { kind: string; stoppedAt: string | null }) =>
      kind === 'confirmationRequest' && stoppedAt === null,
  );
  expect(right.map(({ dueAt }: { dueAt: string }) => dueAt.slice(0, 10))).toEqual(['2026-10-29']);
  expect((await handler.get(`/api/disputes/${code}/doors`)).ways[0].open).toBe(true);
});

test('申请书没填完不能递交，说缺哪一项、由谁补；没有签名不能递交；只选一方不行', async () => {
  const { code, handler, both } = await agreed();
  const one = await handler.raw('POST', `/api/disputes/${code}/doors`, {
    way: 'judicialConfirmation',
    applicantIds: both.slice(0, 1),
  });
  expect(one.json().error.fields).toEqual({ applicantIds: '这条路要双方一起申请，两边都选上。' });
  const door = await opened(handler, code, both);
  const early = await handler.raw('POST', `/api/confirmations/${door}/submissions`, handedIn);
  expect(early.json().error.message).toBe('申请书还缺「请求事项」等3项，由双方当事人补上再递交。');
  await step(handler, door, 'form-answers', { answers });
  const unsigned = await handler.raw('POST', `/api/confirmations/${door}/submissions`, { ...handedIn, signed: false });
  expect(unsigned.json().error.fields.signed).toContain('签了名再递交');
  const twice = await handler.raw('POST', `/api/disputes/${code}/doors`, {
    way: 'judicialConfirmation',
    applicantIds: both,
  });
  expect(twice.json().error.code).toBe('alreadyOpen');
});
