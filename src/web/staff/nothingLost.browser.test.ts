import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../platform/now.ts';
import { openSite, type Site } from '../testing/site.ts';
import { bringTo, registered, type Staff, staffOf, yingze } from '../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

test('点错「清空重写」，刚才写的找得回来', async () => {
  const page = await staff.receptionist.open('/reception');
  const facts = page.getByLabel(/^经过/);
  await facts.fill('楼上漏水，写了半页。');
  await page.getByRole('button', { name: '清空重写' }).click();
  await expect.poll(() => facts.inputValue()).toBe('');
  await page.getByRole('button', { name: '找回刚才写的' }).click();
  await expect.poll(() => facts.inputValue()).toBe('楼上漏水，写了半页。');
});

test('写多了的字一个不少，旁边写着多了几个；删短了才交得上去', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const page = await staff.handler.open(`/disputes/${code}?act=requestMaterial`);
  const long = '维修收据、房产证复印件和现场照片，'.repeat(40);
  const box = page.getByLabel('要什么材料');
  await box.fill(long);
  expect(await box.inputValue()).toBe(long);
  await page.getByText(/多了 \d+ 个字，最多 \d+ 个/).waitFor();

  const counter = await staff.receptionist.open('/reception');
  const facts = counter.getByLabel(/^经过/);
  await facts.fill('漏'.repeat(2100));
  expect((await facts.inputValue()).length).toBe(2100);
  await counter.getByText('多了 100 个字，最多 2000 个').waitFor();
});

test('收回大厅的一台设备先问一句，问的时候说清收回以后会怎样', async () => {
  const admin = await site.clerk('齐向东', 'systemAdmin', yingze);
  const page = await admin.open('/reception/devices');
  await page.getByLabel('叫什么').fill('门口取号机');
  await page.getByRole('button', { name: '开通' }).click();
  const row = page.getByRole('row', { name: /门口取号机/ });
  await row.getByRole('button', { name: '收回' }).click();
  const dialog = page.getByRole('dialog', { name: '收回「门口取号机」？' });
  await dialog.getByText('马上不能用了').waitFor();
  await dialog.getByText('先不收回', { exact: true }).click();
  await row.getByRole('button', { name: '收回' }).click();
  await dialog.getByRole('button', { name: /^收回这台设备/ }).click();
  await page.getByText('已收回「门口取号机」').waitFor();
});

test('小票打开了还是没打出来，都写在页上；没打出来可以再做', async () => {
  const { code } = await registered(staff.receptionist);
  const page = await staff.receptionist.open(`/disputes/${code}`);
  const prints = page.getByRole('region', { name: '打印' });
  await page.route('**/slips', (route) => route.abort());
  await prints.getByRole('button', { name: /补打小票/ }).click();
  await prints.getByText(/小票没有打出来/).waitFor();
  await page.unroute('**/slips');
  await prints.getByRole('button', { name: '再做一次' }).click();
  await prints.getByText('小票已在新的一页打开').waitFor();
});
