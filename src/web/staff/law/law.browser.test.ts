import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { registered, yingze } from '../../testing/story.ts';

let site: Site;
let approver: Clerk;
let leader: Clerk;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '09:00'));
  approver = await site.clerk('王芳', 'approver', yingze);
  leader = await site.clerk('赵建国', 'centerLeader', yingze);
}, 120_000);
afterAll(() => site?.close());

async function inBothSizes(page: Page): Promise<void> {
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);
  await page.setViewportSize(desktop);
}

const row = (page: Page, says: string) => page.getByRole('row').filter({ hasText: says });

test('王芳登记律师审过的一句，自己不能发布；主任发布以后，办事的人那里不再写「没有经律师审核」', async () => {
  const page = await approver.open('/law');
  await page.getByRole('heading', { name: '还能走的路' }).waitFor();
  await inBothSizes(page);
  await page.getByLabel('选中「申请人身安全保护令」').press('Space');
  await page.getByRole('button', { name: '登记审核' }).press('Enter');
  await page.getByLabel(/^谁审的/).fill('测试律师（示例律师事务所）');
  await inBothSizes(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText('登记好了，等另一个人发布。').waitFor();
  const own = row(page, '申请人身安全保护令：');
  await own.getByText('等另一个人发布').waitFor();
  await page.getByLabel('选中「申请人身安全保护令」').press('Space');
  await page.getByText('自己登记的，请另一个人发布。').waitFor();
  expect(await page.getByRole('button', { name: '发布 0 句' }).isDisabled()).toBe(true);

  const hers = await leader.open('/law?view=pending');
  await hers.getByLabel('选中「申请人身安全保护令」').press('Space');
  await hers.getByRole('button', { name: '发布 1 句' }).press('Enter');
  await hers.getByText('发布了，从现在起算数。').waitFor();
  await hers.goto('/law?view=reviewed');
  await row(hers, '申请人身安全保护令：').getByText('测试律师（示例律师事务所） 2026-09-29 审').waitFor();
  await inBothSizes(hers);

  const { code } = await registered(await site.clerk('贾敏', 'receptionist', yingze), {
    title: '夫妻打架',
    categoryCode: '01',
  });
  const matter = await leader.open(`/disputes/${code}`);
  await matter.getByRole('button', { name: '还有哪些路' }).click();
  const way = (label: string) => matter.getByRole('listitem').filter({ hasText: label });
  await way('向法院起诉').getByText('没有经律师审核').waitFor();
  expect(await way('申请人身安全保护令').getByText('没有经律师审核').count()).toBe(0);
});
