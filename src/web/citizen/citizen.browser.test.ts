import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../platform/now.ts';
import { expectNoSeriousAxeViolations, openBrowser, type TestBrowser } from '../../platform/testing/browser.ts';
import { type TestApp, testApp } from '../../server/testing/app.ts';
import { handSlip, leak, toClosed, toMediation } from './testing/resident.ts';

let it: TestApp;
let browser: TestBrowser;
let baseURL: string;

beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '08:40'));
  baseURL = await it.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await it?.close();
});

const small = { width: 360, height: 640 } as const;
const phone = { width: 390, height: 844 } as const;

/** With SCREENSHOTS naming a folder, every page is kept there for people to look at. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.screenshot({ path: join(folder, `${name}-whole.png`), fullPage: true });
}

/** Every target is as large as a thumb, nothing is wider than the screen, nothing serious for axe. */
async function examine(page: Page, name: string, least = 44): Promise<void> {
  await keep(page, name);
  await expectNoSeriousAxeViolations(page);
  const width = page.viewportSize()?.width ?? 0;
  for (const target of await page.locator('main a.button, button, summary, nav a, input:not([type=hidden])').all()) {
    const box = await target.boundingBox();
    if (box === null) continue;
    const markup = await target.evaluate((element) => element.outerHTML.slice(0, 80));
    const radio = (await target.getAttribute('type')) === 'radio';
    if (!radio) expect(box.height, markup).toBeGreaterThanOrEqual(least);
    expect(box.x + box.width, markup).toBeLessThanOrEqual(width);
  }
  expect(await page.locator('.primary').count()).toBeLessThanOrEqual(1);
}

async function wholeOnFirstScreen(page: Page, text: string): Promise<void> {
  const box = await page.getByText(text, { exact: false }).first().boundingBox();
  expect(box, text).not.toBeNull();
  expect((box?.y ?? 0) + (box?.height ?? 0), text).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
}

/** Posts of the tests are called after their roles, and centers have no telephone; here both are of real length. */
async function namePeople(): Promise<void> {
  const client = new pg.Client({ connectionString: it.adminUrl });
  await client.connect();
  await client.query("update app_user set name = '欧阳慧敏' where name = 'handler'");
  await client.query("update app_user set name = '贾敏' where name = 'receptionist'");
  await client.query("update unit set phone = '0351-0000000' where id = '140106-center'");
  await client.end();
  await it.as('closer', '140106-center');
}

async function aMatter(title = '楼上漏水赔偿') {
  const receptionist = await it.as('receptionist', '140106-center');
  const registration = { ...leak(it.party), title };
  const { code } = await receptionist.post('/api/disputes', registration, 201);
  await handSlip(it, code, '郭秀兰', '730618');
  const { handler } = await toMediation(it, code);
  await namePeople();
  await handler.post(
    `/api/disputes/${code}/progress-reports`,
    {
      text: '看过现场，漏点在楼上卫生间。',
      forResident:
        '周二下午到3号楼2单元看过现场，漏点在楼上卫生间地漏旁边；和楼上任建军说好了周四下午三点在社区会议室坐下来谈，请您带上维修的收据和照片。',
    },
    200,
  );
  return { code: code as string, handler };
}

async function open(page: Page, code: string): Promise<void> {
  await page.goto(`/c/${code}`);
  await page.getByLabel('密码').fill('730618');
  await page.getByRole('button', { name: '看办到哪了' }).click();
  await page.waitForURL(`**/c/${code}/progress`);
}

test.each([small, phone])(
  'without a script, on a phone of $width × $height: code, PIN, where it is and by when',
  async (viewport) => {
    const { code } = await aMatter();
    const page = await browser.newPage({ viewport, javaScriptEnabled: false, baseURL });
    const name = `citizen-${viewport.width}`;
    await page.goto('/c');
    await examine(page, `${name}-code`);
    await page.getByLabel('编号').fill('迎泽 26-3812-7');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('编号有一位不对').waitFor();
    await examine(page, `${name}-code-wrong`);
    await page
      .getByLabel('编号')
      .fill(`${code.slice(0, 6)} ${code.slice(6, 8)} ${code.slice(8, 14)} ${code.slice(14)}`);
    await page.getByRole('button', { name: '下一步' }).click();
    await examine(page, `${name}-pin`);
    await page.getByLabel('密码').fill('１２３ ４５７');
    await page.getByRole('button', { name: '看办到哪了' }).click();
    await page.getByText('查询密码不对').waitFor();
    await examine(page, `${name}-pin-wrong`);
    it.clock.now = new Date(it.clock.now.getTime() + 20_000);
    await page.getByLabel('密码').fill('730618');
    await page.getByRole('button', { name: '看办到哪了' }).click();
    await page.waitForURL(`**/c/${code}/progress`);
    for (const text of ['正在调解', '10月14日24时前', '怎么算的？', '打电话 0351-0000000', '补材料', '说句话'])
      await wholeOnFirstScreen(page, text);
    await examine(page, `${name}-progress`);
    await page.getByText('怎么算的？').click();
    await page.getByText('到期 10月14日24时').waitFor();
    await keep(page, `${name}-arithmetic`);
  },
);

test('large print is one press away, stays chosen, and still answers where, when and whom on the first screen', async () => {
  const { code } = await aMatter();
  const page = await browser.newPage({ viewport: small, javaScriptEnabled: false, baseURL });
  await open(page, code);
  await page.getByRole('link', { name: '长辈版' }).click();
  await page.waitForURL(`**/c/${code}/progress`);
  const size = await page
    .locator('main > p')
    .last()
    .evaluate((element) => getComputedStyle(element).fontSize);
  expect(size).toBe('22px');
  for (const text of ['正在调解', '10月14日24时前', '打电话 0351-0000000']) await wholeOnFirstScreen(page, text);
  await examine(page, 'citizen-large-progress', 60);
  await page.goto(`/c/${code}/add`);
  await examine(page, 'citizen-large-add', 60);
  await page.getByRole('link', { name: '标准字' }).click();
  await page.waitForURL(`**/c/${code}/add`);
});

test('words and a photo are sent, a bad file leaves the words where they were', async () => {
  const { code } = await aMatter('楼上卫生间漏水三年多泡坏天花板和红木家具赔偿八千元并请修好漏点');
  const page = await browser.newPage({ viewport: small, javaScriptEnabled: false, baseURL });
  await open(page, code);
  await keep(page, 'citizen-long-title');
  await page.getByRole('link', { name: '说句话' }).click();
  await examine(page, 'citizen-add');
  await page.getByLabel('想说的话').fill('下周四下午我有空');
  await page
    .getByLabel('材料')
    .setInputFiles({ name: '收据.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no') });
  await page.getByRole('button', { name: '先把材料传上去' }).click();
  await page.getByText('「收据.pdf」没有收').first().waitFor();
  await examine(page, 'citizen-add-refused');
  expect(await page.getByLabel('想说的话').inputValue()).toBe('下周四下午我有空');
  await page.getByRole('button', { name: '发给' }).click();
  await page.getByText('话收到了').waitFor();
  await page.getByText('您说：下周四下午我有空').waitFor();
});

test('after closing: rate in words, or say that it is not settled, knowing what will follow', async () => {
  const { code, handler } = await aMatter();
  await toClosed(it, code, handler);
  const page = await browser.newPage({ viewport: small, javaScriptEnabled: false, baseURL });
  await open(page, code);
  await examine(page, 'citizen-closed');
  await page.getByRole('link', { name: '评一评' }).click();
  await examine(page, 'citizen-rate');
  await page.getByLabel('不满意', { exact: true }).check();
  await page.getByRole('button', { name: '交评价' }).click();
  await page.getByText('评价收到了').waitFor();
  await page.getByRole('link', { name: '这件事没有解决' }).click();
  await examine(page, 'citizen-contest');
  await page.getByLabel('哪里没有解决').fill('修过以后又漏了');
  await page.getByRole('button', { name: '告诉中心' }).click();
  await page.getByRole('heading', { name: /您说没有解决，\s*中心正在看/ }).waitFor();
  await examine(page, 'citizen-contested');
});

test('without a script, on a small phone: who mediates, and asking for another, with one or two of them', async () => {
  const { code } = await aMatter();
  const dispatcher = await it.as('dispatcher', '140106-center');
  const postOf = async (unitId: string) => (await (await it.as('mediator', unitId)).get('/api/me')).post.id;
  const appoint = async (unitId: string) =>
    dispatcher.post(
      `/api/disputes/${code}/mediator-appointments`,
      { postIds: [await postOf(unitId)], basis: 'proposed' },
      200,
    );
  await appoint('140106-mediation-labor');
  const page = await browser.newPage({ viewport: small, javaScriptEnabled: false, baseURL });
  await open(page, code);
  await examine(page, 'citizen-mediator');
  await page.getByRole('link', { name: '要求换调解员' }).click();
  await examine(page, 'citizen-object');
  await appoint('140106-mediation-property');
  await page.reload();
  await examine(page, 'citizen-object-two');
  await page.getByLabel(/物业/).check();
  await page.getByLabel('为什么想换').fill('他跟我们老板是一个村的');
  await page.getByRole('button', { name: '告诉中心' }).click();
  await page.getByText('您要求换调解员，中心收到了').first().waitFor();
  await examine(page, 'citizen-objected');
});

test('late says so at once', async () => {
  const { code } = await aMatter();
  const before = it.clock.now;
  it.clock.now = atTime('2026-10-16', '09:00');
  const page = await browser.newPage({ viewport: small, javaScriptEnabled: false, baseURL });
  await open(page, code);
  await wholeOnFirstScreen(page, '原定10月14日（周三），已经晚了2天。');
  await examine(page, 'citizen-late');
  it.clock.now = before;
});
