import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainly } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { atTime } from '../../platform/now.ts';
import { type TestApp, testApp } from '../../server/testing/app.ts';
import { aPhone, handSlip, leak, type Phone, toClosed, toMediation, wordsOf } from './testing/resident.ts';

let it: TestApp;

beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '08:40'));
});
afterAll(() => it?.close());

async function mediated() {
  const receptionist = await it.as('receptionist', '140106-center');
  const { code, slips } = await receptionist.post('/api/disputes', leak(it.party), 201);
  const people = await toMediation(it, code);
  await handSlip(it, code, '任建军', '730618');
  const [guo, ren] = [aPhone(it.app), aPhone(it.app)];
  await guo.post(`/c/${code}`, { pin: slips[0].pin });
  await ren.post(`/c/${code}`, { pin: '730618' });
  return { code: code as string, guo, ren, ...people };
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const progress = async (phone: Phone, code: string) => wordsOf((await phone.get(`/c/${code}/progress`)).body);

test('a message reaches the official, stands in the own timeline, and is not shown to the other side', async () => {
  const { code, guo, ren, handler } = await mediated();
  const form = await guo.form(`/c/${code}/add`);
  const sent = await guo.send(`/c/${code}/messages`, { ...form, text: '下周二<b>我</b>不在家' });
  expect(sent.headers.location).toBe(`/c/${code}/progress?done=message`);
  expect(await progress(guo, code)).toContain('您说：下周二&lt;b&gt;我&lt;/b&gt;不在家');
  expect(await progress(ren, code)).not.toContain('我&lt;/b&gt;不在家');
  const official = await handler.get(`/api/disputes/${code}`);
  expect(JSON.stringify(official.timeline)).toContain('下周二<b>我</b>不在家');
});

test('sent twice by an impatient thumb, a message stands there once', async () => {
  const { code, guo } = await mediated();
  const form = await guo.form(`/c/${code}/add`);
  for (let time = 0; time < 2; time += 1) await guo.send(`/c/${code}/messages`, { ...form, text: '还在漏水' });
  expect((await progress(guo, code)).match(/还在漏水/g)).toHaveLength(1);
});

test('papers are saved by their own button while the words wait in the form', async () => {
  const { code, guo, handler } = await mediated();
  const form = await guo.form(`/c/${code}/add`);
  const saved = await guo.send(`/c/${code}/files`, { ...form, text: '照片里是天花板' }, [
    { name: '天花板.png', bytes: png },
  ]);
  expect(saved.statusCode).toBe(200);
  expect(saved.body).toContain('收到 1 份：天花板.png');
  expect(saved.body).toMatch(/<textarea[^>]*>照片里是天花板<\/textarea>/);
  expect(await progress(guo, code)).toContain('您交来 1 份材料：天花板.png');
  const { files } = await handler.get(`/api/disputes/${code}`);
  expect(files).toMatchObject([{ name: '天花板.png', mime: 'image/png' }]);
});

test('a file is judged by its content: the good one is kept, the bad one is named, the words stay', async () => {
  const { code, guo } = await mediated();
  const form = await guo.form(`/c/${code}/add`);
  const answer = await guo.send(`/c/${code}/messages`, { ...form, text: '两份' }, [
    { name: '照片.png', bytes: png },
    { name: '合同.pdf', bytes: Buffer.from('MZ this is no PDF') },
  ]);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('「合同.pdf」没有收');
  expect(answer.body).toContain('收到 1 份：照片.png');
  expect(answer.body).toMatch(/<textarea[^>]*>两份<\/textarea>/);
  expect(answer.body).toContain('<title>有 1 处要改 – ');
});

test('a file larger than 20 MB is named; nothing else is lost', async () => {
  const { code, guo } = await mediated();
  const form = await guo.form(`/c/${code}/add`);
  const large = Buffer.alloc(21 * 1024 * 1024, 1);
  const answer = await guo.send(`/c/${code}/files`, { ...form, text: '录像' }, [{ name: '录像.mp4', bytes: large }]);
  expect(answer.body).toContain('「录像.mp4」没有收：超过 20 MB。');
  expect(answer.body).toMatch(/<textarea[^>]*>录像<\/textarea>/);
});

test('an empty form says what to do; words that are too long stay, and it says how much too long', async () => {
  const { code, guo } = await mediated();
  const form = await guo.form(`/c/${code}/add`);
  expect((await guo.send(`/c/${code}/messages`, form)).body).toContain('写一句话再发，或者选材料。');
  const long = await guo.send(`/c/${code}/messages`, { ...form, text: '长'.repeat(1001) });
  expect(long.statusCode).toBe(422);
  expect(long.body).toContain('长'.repeat(1001));
  expect(long.body).toContain('多了 1 个字，最多 1000 字。');
  expect((await guo.get(`/c/${code}/add`)).body).not.toContain('maxlength');
});

test('a form of somebody else’s page is not taken', async () => {
  const { code, guo } = await mediated();
  const form = await guo.form(`/c/${code}/add`);
  const foreign = await guo.send(`/c/${code}/messages`, { ...form, token: 'x'.repeat(43), text: '我同意' });
  expect(foreign.statusCode).toBe(403);
  const elsewhere = await it.app.inject({
    method: 'POST',
    url: `/c/${code}/messages`,
    headers: { origin: 'https://example.org', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'text=x',
  });
  expect(elsewhere.statusCode).toBe(403);
  expect(await progress(guo, code)).not.toContain('我同意');
});

test('a resident rates once, in words, and it stands in the timeline', async () => {
  const { code, guo, handler } = await mediated();
  expect((await guo.get(`/c/${code}/rate`)).statusCode).toBe(409);
  await toClosed(it, code, handler);
  const form = await guo.form(`/c/${code}/rate`);
  const missing = await guo.post(`/c/${code}/ratings`, { ...form, words: '还行' });
  expect(missing.statusCode).toBe(422);
  expect(missing.body).toContain('选一个：从「很满意」到「很不满意」。');
  expect(missing.body).toContain('>还行</textarea>');
  const rated = await guo.post(`/c/${code}/ratings`, { ...form, score: '4', words: '来得快' });
  expect(rated.headers.location).toContain('done=rating');
  expect(await progress(guo, code)).toContain('您评了「满意」。来得快');
  expect((await guo.get(`/c/${code}/rate`)).body).toContain('已经评过了');
  expect((await handler.get(`/api/disputes/${code}`)).rating).toMatchObject({ score: 4 });
});

test('「没有解决」 says beforehand what will happen, and afterwards by when the answer comes', async () => {
  const { code, guo, ren, handler } = await mediated();
  await toClosed(it, code, handler);
  const asked = await guo.get(`/c/${code}/contest`);
  expect(asked.body).toContain('10月9日24时前答复您');
  const form = await guo.form(`/c/${code}/contest`);
  expect((await guo.post(`/c/${code}/contests`, { ...form, reason: '漏' })).body).toContain('2 到 500 字');
  await guo.post(`/c/${code}/contests`, { ...form, reason: '修过又漏了' });
  const page = await progress(guo, code);
  expect(page).toContain('您说没有解决，中心正在看');
  expect(page).toContain('10月9日24时前给您答复');
  expect(page).toContain('您说没有解决：修过又漏了');
  expect(await progress(ren, code)).toContain('有一方当事人说没有解决，中心收到了。');
  expect(await progress(ren, code)).not.toContain('修过又漏了');
  const official = await handler.get(`/api/disputes/${code}`);
  expect(official.contested).toBe(true);
});

test('who leaves is asked for the PIN again', async () => {
  const { code, guo } = await mediated();
  await guo.post(`/c/${code}/departures`, {});
  expect((await guo.get(`/c/${code}/progress`)).statusCode).toBe(303);
});

test('a page that is not there, and a matter that does not say so, answer with a page and a way on', async () => {
  const { code, guo } = await mediated();
  const lost = await guo.get(`/c/${code}/nothing`);
  expect([lost.statusCode, lost.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(lost.body).toContain('没有这一页');
  expect((await guo.get(`/c/${code}/contest`)).body).toContain('回去看进度');
});

test('who has written twenty times in a day is told kindly whom to call, and writes on the next day', async () => {
  await plainly(it.db, (q) =>
    q.updateTable('unit').set({ phone: '0351-0000000' }).where('id', '=', '140106-center').execute(),
  );
  const { code, guo, ren } = await mediated();
  const write = async (phone: Phone, text: string) =>
    phone.send(`/c/${code}/messages`, { ...(await phone.form(`/c/${code}/add`)), text });
  for (let each = 0; each < 20; each += 1) expect((await write(guo, `第 ${each} 句`)).statusCode).toBe(303);
  const over = await write(guo, '还有一句');
  expect(over.statusCode).toBe(429);
  const told = wordsOf(over.body);
  expect(told).toContain('今天已经写了 20 次');
  expect(told).toContain('打电话：0351-0000000');
  expect(over.body).toMatch(/<textarea[^>]*>还有一句<\/textarea>/);
  // The other side has not said a word yet.
  expect((await write(ren, '我也说一句')).statusCode).toBe(303);
  const { now } = it.clock;
  it.clock.now = new Date(now.getTime() + 86_400_000);
  const pin = '730618';
  const again = aPhone(it.app);
  await again.post(`/c/${code}`, { pin });
  expect((await write(again, '第二天')).statusCode).toBe(303);
  it.clock.now = now;
});

test('messages sent all at once are no more than the day allows', async () => {
  const { code, guo, handler } = await mediated();
  const form = await guo.form(`/c/${code}/add`);
  await Promise.all(
    Array.from({ length: 30 }, (_, each) =>
      guo.send(`/c/${code}/messages`, { ...form, commandId: newId(), text: `同时的第 ${each} 句` }),
    ),
  );
  const { timeline } = await handler.get(`/api/disputes/${code}`);
  expect(JSON.stringify(timeline).match(/同时的第/g)).toHaveLength(20);
});
