import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardScene } from '../../../dashboards/testing/boardScene.ts';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { registered, type Staff, staffOf } from '../../testing/story.ts';

const now = atTime('2026-10-14', '14:32');
const housing = '140106-housing';
let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(now);
  staff = await staffOf(site);
  const scene = await boardScene(site.it.adminUrl, now);
  for (let index = 0; index < 40; index += 1)
    await scene.addDispute({ title: `第${index}件漏水`, clocks: [{ due: index < 30 ? -1 - index * 0.1 : 20 }] });
  await scene.addDispute({ restricted: true, clocks: [{ due: -9 }] });
  await scene.addDispute({ clocks: [{ due: null, ground: 'court' }] });
  for (const unit of ['justice', 'health', 'education', 'civilAffairs', 'transport', 'emergency'])
    for (let index = 0; index < 3; index += 1)
      await scene.addDispute({ lead: `140106-${unit}`, clocks: [{ due: index - 0.5 }] });
  await scene.close();
}, 180_000);
afterAll(() => site?.close());

const table = (page: Page, name: string) => page.getByRole('region', { name }).getByRole('table');
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row);

async function openBoard(who: keyof Staff, address = '/supervision'): Promise<Page> {
  const page = await staff[who].open(address);
  await table(page, '督办').waitFor();
  return page;
}

test('只用键盘：g s 到督办台，点开逾期的数看名单，看一件，再退回来，还在原来的条件和位置', async () => {
  const page = await staff.supervisor.open('/work');
  await page.getByRole('heading', { name: '我的待办' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await table(page, '督办').waitFor();
  await page.getByRole('link', { name: '逾期', exact: true }).press('Enter');
  await expect.poll(() => new URL(page.url()).search).toBe('?sort=late');
  await page.getByRole('link', { name: '迎泽区住建局，逾期 31 件' }).press('Enter');
  await page.getByRole('heading', { name: '逾期：迎泽区住建局' }).waitFor();
  await page.getByText('31 件，其中 1 件限制知悉，不列出').waitFor();
  const rows = table(page, '逾期').getByRole('row');
  await expect.poll(() => rows.count()).toBe(31);
  for (let step = 0; step < 25; step += 1) await page.keyboard.press('j');
  const row = await focusedRow(page);
  const top = () => page.evaluate(() => Math.round(window.scrollY));
  await expect.poll(top).toBeGreaterThan(0);
  const before = await top();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/disputes/${row}`);
  await page.goBack();
  await expect.poll(() => rows.count()).toBe(31);
  await expect.poll(top).toBe(before);
  expect(new URL(page.url()).searchParams.get('unit')).toBe(housing);
  await page.goBack();
  await table(page, '督办').waitFor();
  expect(new URL(page.url()).search).toBe('?sort=late');
});

test('在名单里按空格看这个日期怎么算的，按 x 勾选，再给勾选的催办', async () => {
  const { code } = await registered(staff.receptionist, { title: '还没受理的事' });
  const page = await staff.supervisor.open('/supervision/matters?state=threeDays&unit=140106-center');
  await page.getByRole('heading', { name: '3天内：' }).waitFor();
  const row = page.locator(`[data-row="${code}"]`);
  await row.waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.getByRole('region', { name: '受理 怎么算的' }).waitFor();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: '催办 1 件…' }).click();
  const dialog = page.getByRole('dialog', { name: '催办 1 件' });
  await dialog.getByText(/告诉/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已催办 1 件。').waitFor();
});

test('点地区一层层往下，条件读得出来，去掉一个回到上一层', async () => {
  const page = await openBoard('supervisor', '/supervision?by=region');
  await page.getByRole('link', { name: '迎泽街道', exact: true }).click();
  await page.getByRole('link', { name: '迎泽街道（没填到村社区）', exact: true }).waitFor();
  await page.getByRole('button', { name: '去掉「地区 迎泽街道」' }).click();
  await page.getByRole('link', { name: '迎泽街道', exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe('?by=region');
});

test('件数少的不给逾期率；「怎么数的」一按就到口径页', async () => {
  const page = await openBoard('supervisor');
  const small = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '迎泽区司法局' }) });
  await small.getByText('件数少，不排名').waitFor();
  await page.getByRole('link', { name: '「逾期」怎么数的' }).first().click();
  await page.getByRole('heading', { level: 1, name: '口径' }).waitFor();
  await page.locator('.definition-here').getByText('暂停的、别人的钟、接手前就逾期的，都不算').waitFor();
});

test.each([
  ['/supervision', '督办'],
  ['/supervision?by=clock&sort=rate', '督办'],
  ['/supervision?by=category&print=1', '督办'],
  [`/supervision/matters?state=late&unit=${housing}`, '逾期：迎泽区住建局'],
  ['/supervision/matters?state=party', '等当事人的期限'],
  ['/supervision?unit=140106-court', '督办'],
])('%s：读屏读得出、不比屏幕宽、没有英文、最多一个主按钮', async (address, heading) => {
  const page = await staff.supervisor.open(address);
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: heading }).waitFor();
    await page.getByText(/截至/).first().waitFor();
    await examine(page);
  }
});

test('接待岗打开督办台，说得出谁能看', async () => {
  const page = await staff.receptionist.open('/supervision');
  await page.getByText('这件事由督办岗、中心主任', { exact: false }).waitFor();
});
