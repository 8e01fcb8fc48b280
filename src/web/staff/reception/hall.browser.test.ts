import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { yingze } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

const office = { width: 1366, height: 650 };
const phone = { width: 390, height: 844 };
let site: Site;
let jia: Clerk;
let leader: Clerk;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  jia = await site.clerk('贾敏', 'receptionist', yingze);
  leader = await site.clerk('郭志明', 'centerLeader', yingze);
}, 180_000);
afterAll(() => site?.close());

const strip = (page: Page) => page.getByRole('region', { name: '叫号' });
const give = (priority: string | null = null) => jia.post('/api/tickets', { prefix: 'A', priority });
const part = (page: Page, name: string) => page.getByRole('region', { name });
const line = async () => (await jia.get('/api/hall')) as { current: unknown; over: { label: string; state: string }[] };

test('从叫号到小票全用键盘：两方当事人、地点、经过，导航键不超过 45 个；办完的号跟着结束', async () => {
  await give();
  const page = await jia.open('/reception', { viewport: office });
  await strip(page).getByRole('button', { name: '3 诉讼服务窗口' }).click();
  await strip(page).getByText('3号窗').waitFor();
  const who = part(page, '来的是谁');
  await who.getByLabel('姓名').focus();
  const hands = typistAt(page);
  await hands.press('F2');
  await strip(page).getByText('已叫 A001').waitFor();
  await hands.isAt(who.getByLabel('姓名'));
  await hands.write('郭秀兰');
  await strip(page).getByText('正在办 A001').waitFor();
  await hands.press('Enter');
  await hands.write('13800001234');
  await hands.press('Enter');
  await hands.write('11010519491231002X');
  await hands.press('Enter');
  await hands.write('3号楼401');
  await hands.press('Enter');
  await hands.pick('ll', '邻里');
  await hands.isAt(page.getByLabel(/^经过/));
  await hands.write('9月20日起楼上漏水，泡坏天花板，上楼找过两次，没有结果。');
  await hands.press('Enter');
  await hands.write('修好漏点。');
  await hands.press('Enter');
  await hands.isAt(part(page, '对方').getByLabel('姓名'));
  await hands.write('任建军');
  await hands.press('Enter');
  await hands.write('13800005678');
  await hands.press('Enter');
  await hands.pick('yzjd', '迎泽街道');
  await hands.isAt(page.getByLabel('详细地点'));
  await hands.write('3号楼2单元');
  await hands.press('Enter');
  await hands.write('8000');
  await hands.press('Enter', '1');
  const slip = page.waitForResponse((answer) => answer.url().endsWith('/slips'));
  await hands.press('Control+Enter');
  await page.getByRole('heading', { name: /^已登记 140106/ }).waitFor();
  expect((await slip).status()).toBe(200);
  expect(hands.navigationKeys).toBeLessThanOrEqual(45);
  const { current, over } = await line();
  expect(current).toBeNull();
  expect(over.find(({ label }) => label === 'A001')?.state).toBe('done');
  const { items } = await jia.get('/api/visits');
  expect(items).toMatchObject([{ ticket: 'A001', isDispute: true, services: [{ service: 'mediation' }] }]);
});

test('只是来问一句：叫号、勾服务、记下，不超过 10 个键', async () => {
  // Two visits of one moment would have no order.
  site.it.clock.now = new Date(site.it.clock.now.getTime() + 60_000);
  await give('elderly');
  const page = await jia.open('/reception', { viewport: office });
  await strip(page).getByText('后面 1 人').waitFor();
  const hands = typistAt(page);
  await hands.press('F2');
  await strip(page)
    .getByText(/已叫 A002/)
    .waitFor();
  await hands.press('Control+Shift+Enter');
  await hands.isAt(page.getByRole('checkbox', { name: /^●?咨询$/ }));
  await hands.press('2', 'Enter');
  await hands.write('问退休金');
  await hands.press('Control+Enter');
  await page.getByText('已记下一次接待，没有立纠纷。').waitFor();
  expect(hands.navigationKeys).toBeLessThanOrEqual(10);
  const { items } = await jia.get('/api/visits');
  expect(items[0]).toMatchObject({ ticket: 'A002', memo: '问退休金', isDispute: false });
  expect(items[0].services.map(({ service }: { service: string }) => service)).toEqual(['consultation', 'legalAdvice']);
});

test('记到一半发现是纠纷：写过的话、人数、服务都在登记表里，不用再打', async () => {
  const page = await jia.open('/reception', { viewport: office });
  await page.getByRole('button', { name: /不算纠纷/ }).click();
  const dialog = page.getByRole('dialog', { name: '不算纠纷：只记接待' });
  await dialog.getByRole('checkbox', { name: '信访' }).click();
  await dialog.getByLabel('来了几人').fill('12');
  await dialog.getByText('《信访工作条例》第二十条').waitFor();
  await dialog.getByLabel('记一句').fill('十二户反映供暖不热');
  await dialog.getByRole('button', { name: '是纠纷，接着登记' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.getByLabel(/^经过/).inputValue()).toBe('十二户反映供暖不热');
  expect(await page.getByLabel('来了几人').inputValue()).toBe('12');
  await page.getByRole('button', { name: '清空重写' }).click();
});

test('1366×650 里整张登记表不用滚动', async () => {
  const page = await jia.open('/reception', { viewport: office });
  await strip(page).getByText('3号窗').waitFor();
  const last = await part(page, '愿不愿调解').getByRole('radio', { name: '愿意', exact: true }).boundingBox();
  const foot = await page.getByRole('button', { name: /登记并打印小票/ }).boundingBox();
  expect((last?.y ?? 999) + (last?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) - 4);
  await examine(page);
});

test('排队、预约、登记簿、设备：电脑和手机上都看得全、读得到', async () => {
  await give();
  const { days } = await jia.get('/api/appointments');
  const { day, slots } = days[0];
  await jia.post('/api/appointments', {
    day,
    slot: slots[1].slot,
    service: 'mediation',
    name: '任秀珍',
    phone: '13800002299',
  });
  for (const viewport of [{ width: 1440, height: 900 }, phone])
    for (const path of ['/reception', '/reception/queue', '/reception/appointments', '/reception/visits']) {
      const page = await jia.open(path, { viewport });
      await strip(page).getByText('3号窗').waitFor();
      await examine(page);
      await page.close();
    }
  const devices = await leader.open('/reception/devices');
  await devices.getByLabel('叫什么').fill('东门取号机');
  await devices.getByRole('button', { name: '开通' }).click();
  await devices.getByText('链接只显示这一次').waitFor();
  await devices.getByRole('cell', { name: '东门取号机' }).waitFor();
  await examine(devices);
});

test('取号机点两下拿到号，长辈版也行；没有脚本也能用；大屏和窗口屏都没有名字', async () => {
  const opened = async (kind: string, counter?: number) => {
    const { link } = await leader.post('/api/hall/devices', { kind, name: kind, ...(counter && { counter }) });
    return new URL(link).pathname;
  };
  const kiosk = await site.visit(await opened('kiosk'), {
    viewport: { width: 1080, height: 1920 },
    javaScriptEnabled: false,
  });
  await kiosk.getByRole('link', { name: '长辈版' }).click();
  await examine(kiosk);
  await kiosk.getByRole('link', { name: /矛盾纠纷/ }).click();
  await kiosk.getByRole('button', { name: '老年人' }).click();
  await kiosk.getByText('优先：老年人').waitFor();
  await examine(kiosk);

  const display = await site.visit(await opened('display'), { viewport: { width: 1920, height: 1080 } });
  await display.getByRole('button', { name: '声音：关' }).waitFor();
  const desk = await jia.open('/reception', { viewport: office });
  await strip(desk)
    .getByText(/后面 \d 人/)
    .waitFor();
  await desk.keyboard.press('F2');
  const called = strip(desk).getByText(/^已叫 A\d{3}$/);
  await called.waitFor();
  const label = ((await called.textContent()) ?? '').replace('已叫 ', '');
  await display.clock.runFor(4000);
  await display.getByRole('row', { name: `${label} 3 号窗` }).waitFor();
  await examine(display);
  const own = await site.visit(await opened('counter', 3), { viewport: { width: 800, height: 480 } });
  await own.getByText(label).waitFor();
  await examine(own);
});
