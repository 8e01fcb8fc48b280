import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

test('「更多」分组、带图标、能挑；账号在另一处；刚看过的页和事在最上面，找的框里也有', async () => {
  const { code } = await registered(staff.leader, { title: '楼上漏水赔偿' });
  const page = await staff.leader.open('/calendar');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: '更多' }).click();
  const panel = page.getByRole('dialog', { name: '更多' });
  for (const group of ['办事', '大厅', '督办和统计', '人和班', '规则和资料'])
    await panel.getByRole('heading', { name: group }).waitFor();
  await examine(page);
  await panel.getByRole('textbox').fill('zb');
  await expect.poll(() => panel.getByRole('link').allTextContents()).toEqual(['值班']);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/duty*');

  await page.goto(`/disputes/${code}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: '台账', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '台账' }).waitFor();
  await page.getByRole('link', { name: '待办' }).click();
  await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
  await page.setViewportSize(phone);
  await page.getByRole('button', { name: '更多' }).click();
  const lately = panel.getByRole('region', { name: /刚看过的/ });
  await lately.getByRole('link', { name: '台账' }).waitFor();
  await lately.getByRole('link', { name: /楼上漏水赔偿/ }).waitFor();
  await examine(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /换岗位、账号、退出/ }).click();
  expect(await page.getByRole('menuitem', { name: '值班' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog', { name: '找' })
    .getByRole('group', { name: /刚看过的页/ })
    .getByText('台账')
    .waitFor();
});
