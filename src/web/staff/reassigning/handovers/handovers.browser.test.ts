import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsAtRest } from '../../../../platform/startJob.sql.ts';
import { examine } from '../../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf, street } from '../../../testing/story.ts';
import { typistAt } from '../../../testing/typist.ts';

let site: Site;
let staff: Staff;
let colleague: Clerk;
beforeAll(async () => {
  site = await openSite(new Date('2026-10-14T09:00:00+08:00'));
  staff = await staffOf(site);
  colleague = await site.clerk('杜鹏', 'handler', street);
  for (const title of ['楼上漏水赔偿', '楼道堆物', '房屋租赁押金不退']) {
    const { code } = await registered(staff.receptionist, { title });
    await bringTo(staff, code, 'acknowledgements');
  }
}, 240_000);
afterAll(() => site?.close());

test('a handler ticks two of his matters, hands them to a colleague with a word, and the colleague says 收到: hands on the keys', async () => {
  const page = await staff.handler.open('/work');
  const typist = typistAt(page);
  await page.getByRole('link', { name: /楼上漏水/ }).waitFor();
  await typist.press('j', 'x', 'j', 'x');
  await page.getByText('已勾选 2 件').waitFor();
  await page.getByRole('button', { name: '移交同事…' }).focus();
  await typist.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/告诉/).waitFor();
  await dialog.getByLabel(/^移交的话/).focus();
  await typist.write('先打电话再去，下午好找。');
  await examine(page);
  await dialog.getByRole('button', { name: /移交 2 件给杜鹏/ }).waitFor();
  await page.getByText('当事人看到').first().waitFor();
  await typist.press('Control+Enter');
  await page.getByText('已移交 2 件。').waitFor();
  expect(typist.navigationKeys).toBeLessThanOrEqual(9);
  await jobsAtRest();

  const other = await colleague.open('/work');
  await other.getByRole('link', { name: '移交给我的 2 件，还没点收到' }).press('Enter');
  await other.getByText('先打电话再去').first().waitFor();
  await other.getByRole('button', { name: '2 件都收到了' }).press('Enter');
  await other.getByText('记好了，收到 2 件。').waitFor();
  await examine(other);
});

test('the leader sees who left with open work, and hands it over from there', async () => {
  await site.it.db.pool.query(
    `update post set valid_to = '2026-10-13' where user_id in (select id from app_user where name = '武志强')`,
  );
  await (site.it.engine as unknown as { cache: { refresh(): Promise<void> } }).cache.refresh();
  const page = await staff.head.open('/handovers');
  await page.getByText('武志强已经离岗，手上还有 1 件没人管').waitFor();
  await page.getByLabel('谁手上的').press('ArrowDown');
  await page.getByRole('option', { name: /没人管：武志强/ }).waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: '全部勾选' }).press('Space');
  await page.getByRole('button', { name: '移交 1 件…' }).press('Enter');
  await page.getByRole('button', { name: /移交 1 件给/ }).waitFor();
  await page.getByText('当事人看到').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已移交 1 件。').waitFor();
  await page.getByRole('button', { name: '收回', exact: true }).press('Enter');
  await page.getByText('收回了 1 件。').waitFor();
});

test('a phrase is kept once and then inserted by one key where a report is written', async () => {
  const page = await colleague.open('/phrases');
  await page.getByRole('button', { name: '加一句…' }).press('Enter');
  await page.getByRole('dialog').getByLabel('常用语').fill('已经到现场看过，双方都在。');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('cell', { name: '已经到现场看过，双方都在。' }).waitFor();
  await examine(page);
  await page.goto('/work');
  await page.getByRole('link', { name: /楼上漏水/ }).press('f');
  const report = page.getByRole('textbox', { name: /反馈|进展|内容/ }).first();
  await report.waitFor();
  await page.getByRole('region', { name: '插入常用语' }).waitFor();
  await report.focus();
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+1');
  expect(await report.inputValue()).toBe('已经到现场看过，双方都在。已经到现场看过，双方都在。');
});

test('one administrator drafts a merger and sees what hangs on it, another confirms by writing the name; nothing is left behind', async () => {
  const [one, two] = [
    await site.clerk('周明', 'systemAdmin', '140106-center'),
    await site.clerk('吴静', 'systemAdmin', '140106-center'),
  ];
  const page = await one.open('/reorganizations');
  const typist = typistAt(page);
  await page.getByRole('button', { name: '起草撤并…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('调整什么').focus();
  await typist.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await dialog.getByLabel('撤并哪一个').focus();
  await typist.pick('140106005', '140106005');
  await dialog.getByLabel('并入哪一个').focus();
  await typist.pick('140106004', '140106004');
  await dialog.getByText('地方和新代码').waitFor();
  await dialog.getByLabel('为什么调整').fill('街道合并，办公地点不变');
  await dialog.getByLabel('依据的文件').fill('晋民函〔2026〕3号');
  await examine(page);
  await typist.press('Control+Enter');
  await page.getByText('起草好了').waitFor();
  const other = await two.open('/reorganizations');
  await other.getByRole('button', { name: '确认…' }).press('Enter');
  const asked = other.getByRole('dialog');
  const label = await asked.locator('label', { hasText: '写一遍被撤并的名称' }).textContent();
  await asked.getByLabel(/写一遍/).fill(label?.split('：')[1] ?? '');
  await asked.getByLabel('确认的理由').fill('按批复办理');
  await other.keyboard.press('Control+Enter');
  await other.getByText(/办完了：\d+ 件/).waitFor();
  await other.reload();
  await other.getByText('办完了').waitFor();
  await examine(other);
});

test('people are found by unit and post, and their posts go out as a workbook', async () => {
  const admin = await site.clerk('冯涛', 'systemAdmin', '140106-center');
  const page = await admin.open('/people?unit=140106-center&role=receptionist');
  await page.getByRole('cell', { name: /贾敏/ }).first().waitFor();
  expect(await page.getByRole('cell', { name: /李娜/ }).count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出岗位表' }).press('Enter'),
  ]);
  expect(await download.failure()).toBeNull();
  await examine(page);
  await page.goto('/network');
  await page.getByLabel('在这张表里找').waitFor();
  const tops = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.filters-row .ant-select, .filters-row .ant-input-affix-wrapper')];
    return boxes.map((box) => Math.round(box.getBoundingClientRect().bottom));
  });
  expect(new Set(tops).size).toBe(1);
});
