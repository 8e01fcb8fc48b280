import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../platform/now.ts';
import { type TestApp, testApp } from '../../server/testing/app.ts';
import { aPhone, handSlip, leak, type Phone, toMediation, wordsOf } from './testing/resident.ts';

let it: TestApp;
beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '09:00'));
});
afterAll(() => it?.close());

const squeezed = (page: string) => wordsOf(page).replace(/\s+/g, ' ');

/** Two phones of one dispute: who asked the center, and the neighbor. */
async function twoPhones(settled = true) {
  const receptionist = await it.as('receptionist', '140106-center');
  const { code, slips } = await receptionist.post('/api/disputes', leak(it.party), 201);
  const { handler } = await toMediation(it, code);
  if (settled)
    await handler.post(
      `/api/disputes/${code}/settlements`,
      {
        ...{ form: 'written', terms: '任建军赔偿郭秀兰 8000 元。', effectiveOn: '2026-09-29', mediatedBy: 'committee' },
        ...{ contains: [], totalCents: 800_000 },
        items: [{ obligation: '任建军付给郭秀兰', amountCents: 800_000, dueOn: '2026-10-15' }],
      },
      200,
    );
  await handSlip(it, code, '任建军', '730618');
  const [guo, ren] = [aPhone(it.app), aPhone(it.app)];
  await guo.post(`/c/${code}`, { pin: slips[0].pin });
  await ren.post(`/c/${code}`, { pin: '730618' });
  return { code, guo, ren, handler };
}

async function pressed(phone: Phone, code: string, way: string) {
  const { token = '' } = await phone.form(`/c/${code}/progress`);
  return phone.post(`/c/${code}/doors`, { token, way });
}

test('没有脚本的手机上：每条路写着能不能走、到哪天、怎么算的、带什么、今天到哪里', async () => {
  const { code, guo } = await twoPhones();
  const { body } = await guo.get(`/c/${code}/ways`);
  const page = squeezed(body);
  expect(body).not.toContain('<script');
  expect(page).toContain('调解不是必须的');
  expect(page).toContain('申请司法确认');
  expect(page).toContain('能走，到10月29日');
  expect(page).toContain('怎么算的？');
  expect(page).toContain('向法院起诉');
  expect(page).toMatch(/到：[^。]*法院/);
  const pdf = await guo.get(`/c/${code}/ways.pdf`);
  expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
});

test('每一个「能走」按下去都收：开了，写上知道的，对方一起申请的也看得到', async () => {
  const { code, guo, ren } = await twoPhones();
  const { body } = await guo.get(`/c/${code}/ways`);
  const offered = [...body.matchAll(/name="way" value="(\w+)"/g)].map(([, way = '']) => way);
  expect(offered).toContain('judicialConfirmation');
  for (const way of offered) {
    const opened = await pressed(guo, code, way);
    expect([way, opened.statusCode]).toEqual([way, 303]);
    const door = await guo.get(String(opened.headers.location));
    expect([way, door.statusCode]).toEqual([way, 200]);
    expect(squeezed(door.body)).toContain('还缺什么、谁能补');
  }
  const again = await guo.get(`/c/${code}/ways`);
  const [, door = ''] = /\/ways\/(QR\d{14})/.exec(again.body) ?? [];
  const { token = '' } = await guo.form(`/c/${code}/ways/${door}`);
  const sent = { token, request: '确认协议有效', reasons: '楼上漏水，谈成了。', address: '郭秀兰：三号楼' };
  expect((await guo.post(`/c/${code}/ways/${door}/answers`, sent)).statusCode).toBe(303);
  expect(squeezed((await guo.get(`/c/${code}/ways/${door}`)).body)).toContain('申请书填全了');
  expect(squeezed((await ren.get(`/c/${code}/ways/${door}`)).body)).toContain('申请司法确认');
});

test('走不了的写为什么，按不了；别的编号、别人的门、旧的一页都打不开', async () => {
  const { code, guo } = await twoPhones(false);
  const page = squeezed((await guo.get(`/c/${code}/ways`)).body);
  expect(page).not.toContain('申请司法确认');
  const refused = await pressed(guo, code, 'judicialConfirmation');
  expect(refused.statusCode).toBe(409);
  expect(squeezed(refused.body)).toContain('还没有达成协议');
  expect((await guo.post(`/c/${code}/doors`, { token: 'x', way: 'judicialConfirmation' })).statusCode).toBe(403);
  expect((await guo.get(`/c/${code}/ways/QR14010626999999`)).statusCode).toBe(404);
  expect((await aPhone(it.app).get(`/c/${code}/ways`)).headers.location).toContain(`/c/${code}`);
});
