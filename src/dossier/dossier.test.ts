import { writeFileSync } from 'node:fs';
import zip from 'jszip';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { between, leakInMediation, type Matter } from '../agreements/testing/leakInMediation.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { aName } from '../signing/testing/aName.ts';
import type { DossierView } from './dossier.ts';
import { bindAs, pagesOf } from './testing/bound.ts';

const yingze = '140106-center';
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let receptionist: Client;
let dispatcher: Client;
let handler: Client;
let leader: Client;
let matter: Matter;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  receptionist = await it.as('receptionist', yingze);
  dispatcher = await it.as('dispatcher', yingze);
  leader = await it.as('centerLeader', yingze);
  handler = await it.as('handler', '140106004-center');
  matter = await leakInMediation(it, { receptionist, dispatcher, handler });
});
afterAll(() => it?.close());

const address = () => `/api/disputes/${matter.code}/dossier`;
const view = (by: Client = handler): Promise<DossierView> => by.get(address());
const placeOf = ({ places }: DossierView, form: string) => places.find((place) => place.form === form);
const photo = () =>
  sharp({ create: { width: 1600, height: 900, channels: 3, background: '#8a9a7a' } })
    .jpeg()
    .toBuffer();
async function add(name: string, bytes: Buffer): Promise<string> {
  const [file] = await handler.upload('/api/uploads', name, bytes);
  await handler.post(`/api/disputes/${matter.code}/files`, { uploads: [file.id] }, 200);
  return file.id;
}

test('the file says place by place what there is, what is missing and what to do about it', async () => {
  const seen = await view();
  expect(seen.places.map(({ name }) => name).slice(0, 3)).toEqual([
    '人民调解申请书',
    '人民调解受理登记表',
    '当事人权利义务告知书',
  ]);
  expect(seen.missing).toContain('人民调解协议书');
  expect(placeOf(seen, 'agreement')?.missing).toBe('达成协议后定稿；没有达成的，在情况说明里写明。');
  expect(placeOf(seen, 'evidence')?.missing).toBeNull();
  expect(seen.cover).toMatchObject({ title: '楼上漏水赔偿', boundOn: '2026-10-14', mediatedFrom: '2026-10-14' });
});

test('an agreement that is locked has its place with how many have signed; its number stands on the cover', async () => {
  await handler.post(
    `/api/disputes/${matter.code}/agreements`,
    { agreementId: null, agreement: between(matter), reason: '' },
    200,
  );
  expect(placeOf(await view(), 'agreement')?.papers).toEqual([]);
  const { agreements } = await handler.get(`/api/disputes/${matter.code}/agreements`);
  const { id, digest } = agreements[0];
  await handler.post(`/api/disputes/${matter.code}/agreement-locks`, { agreementId: id, digest }, 200);
  const seen = await view();
  expect(seen.unsigned).toContainEqual({ name: '人民调解协议书', count: 1 });
  expect(placeOf(seen, 'agreement')).toMatchObject({
    papers: [{ subjectId: id, there: false, label: expect.stringContaining('〔2026〕迎人调字第1号') }],
    signed: { done: 0, all: 1 },
    missing: null,
  });
  expect(seen.cover.number).toBe('〔2026〕迎人调字第1号');
});

test('photos and scans are bound, copies of identity cards only when somebody says so; what cannot be opened stops nothing', async () => {
  const wall = await add('天花板.jpg', await photo());
  const card = await add('郭秀兰身份证.jpg', await photo());
  await add('坏了的收据.pdf', Buffer.from('%PDF-1.7\nnothing of a file'));
  const seen = await view();
  expect(seen.evidence.map(({ name, chosen, asked }) => [name, chosen, asked])).toEqual([
    ['天花板.jpg', true, false],
    ['郭秀兰身份证.jpg', false, true],
    ['坏了的收据.pdf', true, false],
  ]);
  const first = await bindAs(handler, matter.code);
  expect(first.leftOut).toEqual([{ name: '坏了的收据.pdf', why: '打不开，可能坏了。' }]);
  const [cover, contents, ...rest] = first.pages;
  expect(cover).toContain('人民调解卷宗');
  expect(cover).toContain('〔2026〕迎人调字第1号');
  expect(contents).toContain('天花板.jpg');
  expect(contents).not.toContain('身份证.jpg');
  expect(contents).toContain('没有装订');
  // What is missing is said in its place and has no page; what was only printed has its pages, and is not signed.
  expect(contents).toMatch(/人民调解记录缺\d+人民调解协议书/);
  expect(contents).toMatch(/人民调解协议书[^—]*?\d+—\d+还没有签回来/);
  expect(rest.at(-1)).toContain(`本卷共${rest.length - 1}页`);
  expect(rest.some((page) => page.includes('坏了的收据.pdf') && page.includes('这一份没有装订'))).toBe(true);
  // Contents and sheets agree on where the agreement begins.
  const at = rest.findIndex((page) => page.includes('人民调解协议书') && page.includes('第1页，共')) + 1;
  expect(rest[at - 1]).toContain(`第${at}页`);
  expect(contents).toMatch(new RegExp(`人民调解协议书[^—]*?${at}—${at + 1}`));
  if (process.env.KEEP_PAPERS) writeFileSync(`${process.env.KEEP_PAPERS}/dossier.pdf`, first.pdf);

  const kept = {
    version: 0,
    cover: { ...seen.cover, remark: '共一卷' },
    situation: '双方当面签字。',
    ...{
      fileIds: [card, wall],
      leftOutIds: seen.evidence.map(({ id }) => id).filter((id) => ![card, wall].includes(id)),
    },
    ...{ identityReason: '', retention: null, retentionReason: '' },
  };
  // A copy of an identity card goes in with a reason only, and whoever keeps it shorter than is proposed says why.
  const bare = await handler.raw('PUT', address(), kept);
  expect([bare.statusCode, bare.json().error.fields]).toEqual([
    422,
    { identityReason: '证件复印件一般不装订。要装订，写一句为什么。' },
  ]);
  const reasoned = { ...kept, identityReason: '法院确认时要用。' };
  const shorter = await handler.raw('PUT', address(), { ...reasoned, retention: 'short' });
  expect([shorter.statusCode, shorter.json().error.fields]).toEqual([
    422,
    { retentionReason: '和建议的不一样，写一句为什么。' },
  ]);
  const chosen = { ...reasoned, retention: 'long', retentionReason: '以后还要翻漏水的事。' };
  const after: DossierView = await (await handler.raw('PUT', address(), chosen)).json();
  expect(after).toMatchObject({
    ...{ version: 1, situation: '双方当面签字。', cover: { remark: '共一卷' }, identityReason: '法院确认时要用。' },
    retention: { chosen: 'long', reason: '以后还要翻漏水的事。', proposed: 'permanent' },
  });
  const second = await bindAs(handler, matter.code);
  expect(second.leftOut).toEqual([]);
  expect(second.pages[1]).toContain('身份证.jpg');
  expect(second.pages[0]).toContain('保管期限长期');
  expect(second.pages.at(-1)).toContain('双方当面签字。');
  // What comes after the choice is said to be new, and is neither bound nor forgotten.
  await add('墙面复查.jpg', await photo());
  const fresh = (await view()).evidence.filter((each) => each.fresh);
  expect(fresh.map(({ name, chosen: isIn }) => [name, isIn])).toEqual([['墙面复查.jpg', false]]);
  // Two at once: the second is told and nothing is lost.
  const late = await leader.raw('PUT', address(), kept);
  expect([late.statusCode, late.json().error.message]).toEqual([409, '卷宗刚刚被别人改过。刷新看一下，再改。']);
});

test('whoever keeps the dispute fetches what a colleague bound, and the trail says who did', async () => {
  const { made } = await view(receptionist);
  expect(made[0]).toMatchObject({
    kind: 'dossier',
    removed: false,
    files: [{ name: expect.stringMatching(/^卷宗-/) }],
  });
  const fetched = await receptionist.raw('GET', `${address()}/files/${made[0]?.id}/0`);
  expect(fetched.statusCode).toBe(200);
  const stranger = await it.as('handler', '140106003-center');
  expect((await stranger.raw('GET', address())).statusCode).toBe(404);
  expect((await stranger.raw('GET', `${address()}/files/${made[0]?.id}/0`)).statusCode).toBe(404);
  // By the list of the ledger nobody gets at it: there sight of one matter is not asked as deeply.
  expect((await handler.raw('GET', `/api/ledger/outputs/${made[0]?.id}/files/0`)).statusCode).toBe(404);
});

test('all agreements of a dispute leave as one print, or as a ZIP of files with number and name', async () => {
  const printed = async (as: 'pdf' | 'zip') => {
    const job = await handler.post(`${address()}/paper-prints`, { forms: ['agreement'], as }, 201);
    await jobsAtRest();
    const { result } = await handler.get(`/api/jobs/${job.id}`);
    return (await handler.raw('GET', `${address()}/files/${result.id}/0`)).rawPayload;
  };
  expect((await pagesOf(await printed('pdf')))[0]).toContain('人民调解协议书');
  const book = await zip.loadAsync(await printed('zip'));
  expect(Object.keys(book.files)).toEqual([expect.stringMatching(/^1 人民调解协议书.*\.pdf$/)]);
  const none = await handler.post(`${address()}/paper-prints`, { forms: ['minutes'], as: 'zip' }, 201);
  await jobsAtRest();
  expect(await handler.get(`/api/jobs/${none.id}`)).toMatchObject({
    state: 'failed',
    problem: '这几种里还没有能打印的。',
  });
});

test('a signed notice that came back, and an agreement that both signed on the screen, are there; recorded on paper is not', async () => {
  const at = `/api/disputes/${matter.code}`;
  const open = async () => (await view()).unsigned.map(({ name, count }) => `${name} ${count}`);
  expect(await open()).toEqual([
    '人民调解申请书 1',
    '人民调解受理登记表 1',
    '当事人权利义务告知书 2',
    '人民调解协议书 1',
  ]);
  const [upload] = await handler.upload('/api/uploads', '告知书.jpg', await photo());
  const notice = { uploadId: upload.id, form: 'rights', subjectId: matter.guo, pages: 1, pageNumbers: [], scan: null };
  await handler.post(`${at}/scan-filings`, { papers: [notice] }, 200);
  expect(await open()).toContain('当事人权利义务告知书 1');

  const { agreements } = await handler.get(`${at}/agreements`);
  const { id: agreementId, digest } = agreements[0];
  const by = (partyId: string) => ({ agreementId, digest, partyId, signerPartyId: partyId });
  const hand = { strokes: aName, device: 'tablet', idChecked: true, authoritySeen: false };
  await handler.post(`${at}/signatures`, { ...by(matter.guo), ...hand }, 200);
  await handler.post(`${at}/paper-signatures`, { signatures: [by(matter.ren)], paperSeen: true }, 200);
  // Both have signed, one of them on a sheet that is not in the file yet.
  expect(placeOf(await view(), 'agreement')?.signed).toEqual({ done: 1, all: 1 });
  expect(await open()).toContain('人民调解协议书 1');
  await handler.post(`${at}/signature-voidings`, { agreementId, partyId: matter.ren, reason: '改在平板上签' }, 200);
  await handler.post(`${at}/signatures`, { ...by(matter.ren), ...hand }, 200);
  expect(await open()).toEqual(['人民调解申请书 1', '人民调解受理登记表 1', '当事人权利义务告知书 1']);
});
