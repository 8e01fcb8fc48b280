import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCode } from '../../platform/disputeCode.ts';
import { atTime } from '../../platform/now.ts';
import { signCode } from '../../platform/qr.ts';
import { type TestApp, testApp } from '../../server/testing/app.ts';
import { aPhone, handSlip, leak, type Phone, toMediation, wordsOf } from './testing/resident.ts';

let it: TestApp;

beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '08:40'));
});
afterAll(() => it?.close());

async function mediated() {
  const receptionist = await it.as('receptionist', '140106-center');
  const { code, slips } = await receptionist.post('/api/disputes', leak(it.party), 201);
  const people = await toMediation(it, code);
  return { code: code as string, pin: slips[0].pin as string, receptionist, ...people };
}

/** New PINs are random; one in a million is this, and then a test may fail. */
const wrongPin = '730618';

const wait = (seconds: number) => {
  it.clock.now = new Date(it.clock.now.getTime() + seconds * 1000);
};

async function signedIn(code: string, pin: string): Promise<Phone> {
  const phone = aPhone(it.app);
  const answer = await phone.post(`/c/${code}`, { pin });
  expect(answer.headers.location).toBe(`/c/${code}/progress`);
  return phone;
}

test('whoever meets a page of ours on the way reads what it is for, and search engines are told to leave it', async () => {
  const phone = aPhone(it.app);
  for (const path of ['/c', '/c/here', '/c/appointments'])
    expect((await phone.get(path)).body).toMatch(/<meta name="description" content="[^"]*办到哪一步[^"]*">/);
  const robots = await phone.get('/robots.txt');
  expect(robots.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(robots.body).toMatch(/^# .*不要收录.*\n(?:#.*\n)*User-agent: \*\nDisallow: \/\n$/);
});

test('the code alone shows nothing of the matter', async () => {
  const { code } = await mediated();
  const phone = aPhone(it.app);
  const asked = await phone.get(`/c/${code}`);
  expect(asked.body).toContain('输入查询密码');
  expect(asked.body).not.toMatch(/漏水|郭秀兰|任建军|正在调解/);
  expect((await phone.get(`/c/${code}/progress`)).headers.location).toBe(`/c/${code}?again=1`);
  expect((await phone.get(`/c/${code}/sheet.pdf`)).statusCode).toBe(303);
  expect((await phone.get(`/c/${code}/days.ics`)).statusCode).toBe(303);
});

test('a QR of ours says so, a copied one is warned of, and neither opens anything', async () => {
  const { code } = await mediated();
  const genuine = await aPhone(it.app).get(`/c/${code}?s=${signCode(it.engine.secrets.qrSecret, code)}`);
  expect(genuine.body).toContain('这张纸是综治中心印的');
  const forged = await aPhone(it.app).get(`/c/${code}?s=0000000000000000`);
  expect(forged.body).toContain('不是综治中心印的');
  for (const page of [genuine, forged]) expect(page.body).not.toContain('漏水');
});

test('with the right PIN a resident reads the very dates that officials read', async () => {
  const { code, pin, handler } = await mediated();
  const phone = await signedIn(code, pin);
  const page = wordsOf((await phone.get(`/c/${code}/progress`)).body);
  const official = await handler.get(`/api/disputes/${code}`);
  expect(official.residentSees.nextBy).toBe('10月14日24时前办完');
  expect(page).toContain(official.residentSees.nextBy);
  const handle = official.clocks.find((clock: { kind: string }) => clock.kind === 'handle');
  expect(handle.dueAt).toBe(atTime('2026-10-14', '24:00').toISOString());
  for (const line of official.residentSees.arithmetic) expect(page).toContain(line.replaceAll('"', '&quot;'));
  expect(page).toContain('正在调解');
  expect(page).not.toMatch(/分流|签收|销号/);
});

test('the same facts come as a sheet of paper, in large print for those who chose it', async () => {
  const { code, pin } = await mediated();
  const phone = await signedIn(code, pin);
  const sheet = await phone.get(`/c/${code}/sheet.pdf`);
  expect(sheet.headers['content-type']).toBe('application/pdf');
  expect(sheet.body.startsWith('%PDF-')).toBe(true);
  await phone.get(`/c/size?to=large&back=/c/${code}/progress`);
  expect((await phone.get(`/c/${code}/progress`)).body).toContain('<html lang="zh-CN" class="large">');
  expect((await phone.get(`/c/${code}/sheet.pdf`)).body.length).not.toBe(sheet.body.length);
});

test('what was agreed on says who owes it, and its days go into the calendar of the phone', async () => {
  const { code, pin, handler } = await mediated();
  const { parties } = await handler.get(`/api/disputes/${code}`);
  const sides = { payerPartyId: parties[1].id, payeePartyId: parties[0].id };
  const items = [{ obligation: '付清', amountCents: 800_000, dueOn: '2026-10-15', ...sides }];
  const terms = { form: 'written', terms: '任建军赔偿 8000 元。', effectiveOn: '2026-09-29', totalCents: 800_000 };
  await handler.post(
    `/api/disputes/${code}/settlements`,
    { ...terms, mediatedBy: 'committee', contains: [], items },
    200,
  );
  const phone = await signedIn(code, pin);
  const page = await phone.get(`/c/${code}/progress`);
  expect(wordsOf(page.body)).toContain('10月15日前 任建军：付清 8,000元');
  expect(page.body).toContain('<a href="days.ics">');
  const file = await phone.get(`/c/${code}/days.ics`);
  expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(file.body.replaceAll('\r\n ', '')).toContain(
    'DTSTART;VALUE=DATE:20261015\r\nDTEND;VALUE=DATE:20261016\r\nSUMMARY:按协议 任建军：付清 8\\,000元',
  );
});

test('wrong PINs slow down and lock for half an hour; early tries do not count', async () => {
  const { code, pin } = await mediated();
  const phone = aPhone(it.app);
  const first = await phone.post(`/c/${code}`, { pin: wrongPin });
  expect(first.body).toContain('查询密码不对，还可以试 4 次。密码印在蓝框小票右下角，6 个数字。');
  const early = await phone.post(`/c/${code}`, { pin: pin });
  expect(early.statusCode).toBe(429);
  expect(early.body).toContain('等 2 秒再按一次');
  for (const left of [3, 2, 1]) {
    wait(20);
    expect((await phone.post(`/c/${code}`, { pin: wrongPin })).body).toContain(`还可以试 ${left} 次`);
  }
  wait(20);
  expect((await phone.post(`/c/${code}`, { pin: wrongPin })).body).toContain('先停 30 分钟');
  wait(1700);
  expect((await phone.post(`/c/${code}`, { pin: pin })).body).toContain('以后再试');
  wait(200);
  expect((await phone.post(`/c/${code}`, { pin: pin })).headers.location).toBe(`/c/${code}/progress`);
});

test('one party cannot use his own PIN to get more tries at the other’s', async () => {
  const { code, pin } = await mediated();
  await handSlip(it, code, '任建军', '730619');
  const phone = aPhone(it.app);
  for (let round = 0; round < 4; round += 1) {
    await phone.post(`/c/${code}`, { pin: wrongPin });
    wait(20);
  }
  expect((await phone.post(`/c/${code}`, { pin: '730619' })).headers.location).toBeDefined();
  await phone.post(`/c/${code}`, { pin: wrongPin });
  wait(20);
  const locked = await phone.post(`/c/${code}`, { pin });
  expect(locked.headers.location).toBeUndefined();
  expect(locked.body).toContain('有一张小票试错太多，停到');
  wait(20);
  expect((await phone.post(`/c/${code}`, { pin: '730619' })).headers.location).toBeDefined();
});

test('a hundred tries at once are one try', async () => {
  const { code } = await mediated();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => aPhone(it.app).post(`/c/${code}`, { pin: String(480_215 + index * 7) })),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 403)).toHaveLength(1);
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(11);
});

test('a code that nobody holds is answered like a wrong PIN, down to the lock', async () => {
  const { code } = await mediated();
  const nobodys = makeCode('140106', 26, 987_654);
  const said = async (which: string) => {
    const answer = await aPhone(it.app).post(`/c/${which}`, { pin: '730617' });
    return [answer.statusCode, answer.body.replaceAll(which, '').replace(/<span class="code">.*?<\/span>/g, '')];
  };
  for (let round = 0; round < 6; round += 1) {
    expect(await said(nobodys)).toEqual(await said(code));
    wait(20);
  }
});

test('a code is taken as it is said, and a slip of the finger is told without naming the digit', async () => {
  const phone = aPhone(it.app);
  const typed = (code: string) => phone.get(`/c?code=${encodeURIComponent(code)}`);
  expect((await typed('迎泽 26-003812-6')).headers.location).toBe('/c/140106260038126');
  expect((await typed('幺四零幺零六 二六 零零三八幺二 六')).headers.location).toBe('/c/140106260038126');
  const wrong = await typed('140106 26 003812 7');
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('编号有一位不对，请再念一遍。');
  expect(wrong.body).toContain('value="140106 26 003812 7"');
});

test('a PIN opens one matter: another code asks for its own, and a new slip ends the old one', async () => {
  const one = await mediated();
  const two = await mediated();
  const phone = await signedIn(one.code, one.pin);
  expect((await phone.get(`/c/${two.code}/progress`)).headers.location).toBe(`/c/${two.code}?again=1`);
  const view = await one.receptionist.get(`/api/disputes/${one.code}`);
  const partyId = view.parties[0].id;
  const printed = await one.receptionist.raw('POST', `/api/disputes/${one.code}/slips`, { partyId, largePrint: false });
  expect(printed.statusCode).toBeLessThan(300);
  expect((await phone.get(`/c/${one.code}/progress`)).statusCode).toBe(303);
});

test('after half an hour without a touch the PIN is asked again, and what was written waits behind it', async () => {
  const { code, pin } = await mediated();
  const phone = await signedIn(code, pin);
  const form = await phone.form(`/c/${code}/add`);
  wait(31 * 60);
  const late = await phone.post(`/c/${code}/messages`, { ...form, text: '下周二我不在家' });
  expect(late.statusCode).toBe(401);
  expect(late.body).toContain('value="下周二我不在家"');
  const back = await phone.post(`/c/${code}`, { pin: pin, kept: '下周二我不在家', keptFor: 'add' });
  expect(back.body).toMatch(/<textarea[^>]*>下周二我不在家<\/textarea>/);
});

test('who leaves ends the visit: a copy of its cookie opens nothing, the other phone of the family stays', async () => {
  const { code, pin } = await mediated();
  const phone = aPhone(it.app);
  const opened = await phone.post(`/c/${code}`, { pin });
  const copy = opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  wait(1);
  const other = await signedIn(code, pin);
  const read = () => it.app.inject({ url: `/c/${code}/progress`, headers: { cookie: copy } });
  expect((await read()).statusCode).toBe(200);
  const later = (await read()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expect((await phone.post(`/c/${code}/departures`, {})).headers.location).toBe('/c');
  for (const cookie of [copy, later])
    expect((await it.app.inject({ url: `/c/${code}/progress`, headers: { cookie } })).headers.location).toContain(
      'again=1',
    );
  expect((await other.get(`/c/${code}/progress`)).statusCode).toBe(200);
});
