import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPairs } from '../../../linking/findPairs.sql.ts';
import { atTime } from '../../../platform/now.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { registered, type Staff, staffOf, yingze } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

let site: Site;
let staff: Staff;
let leak: string;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-21', '08:40'));
  ({ code: leak } = await registered(await site.clerk('韩梅', 'receptionist', yingze)));
  // Eight days later nobody is logged in any more.
  site.it.clock.now = atTime('2026-09-29', '09:00');
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

const part = (page: Page, name: string) => page.getByRole('region', { name });
const beside = (page: Page) => page.getByRole('region', { name: /^可能是同一件事/ });

test('登记到一半就看到可能是同一件，并排看过，按 Alt+J 给她一张自己的小票；不说她来过几次', async () => {
  const page = await staff.receptionist.open('/reception');
  const hands = typistAt(page);
  await hands.isAt(part(page, '来的是谁').getByLabel('姓名'));
  await hands.write('张小梅');
  await hands.press('Enter');
  await hands.write('13800009999');
  await hands.press('Enter');
  await hands.write('110105198801010022');
  await part(page, '对方').getByLabel('姓名').focus();
  await hands.write('任建軍');
  await hands.press('Enter');
  await hands.write('13800005678');
  await page.getByLabel('类别').focus();
  await hands.pick('ll', '邻里');
  await page.getByLabel('发生地点').focus();
  await hands.pick('yzjd', '迎泽街道');
  await beside(page).getByText('相同：对方').waitFor();
  expect(await beside(page).textContent()).toContain('8天前');
  await examine(page);

  await hands.press('Alt+B');
  const dialog = page.getByRole('dialog', { name: '两件并排看' });
  await dialog.getByRole('row', { name: /对方.*任建軍.*任建军/ }).waitFor();
  await examine(page);
  await hands.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  await page.getByLabel(/^经过/).fill('四楼漏到三楼，天花板也湿了。');
  await page.getByRole('radio', { name: '愿意' }).first().click();
  await hands.press('Alt+J');
  await page.getByRole('heading', { name: /^已登记 140106/ }).waitFor();
  await page.getByText(/一起办；编号、小票、评价都是自己的/).waitFor();
  const { followers } = await staff.dispatcher.get(`/api/disputes/${leak}/links`);
  expect(followers).toHaveLength(1);
});

test('分流岗从「可能重复」里并排看、合并，再拆开，只用键盘', async () => {
  site.it.clock.now = atTime('2026-09-29', '09:05');
  const first = await registered(staff.receptionist, { title: '电梯停了三天没人修', address: '示例小区8号楼' });
  site.it.clock.now = atTime('2026-09-29', '09:06');
  const second = await registered(staff.receptionist, { title: '电梯停了没人管', address: '示例小区 8号楼' });
  await findPairs(site.it.engine);
  const page = await staff.dispatcher.open('/duplicates');
  const pair = page.locator(`[data-pair="${second.code}"]`).filter({ hasText: '电梯停了三天没人修' });
  await pair.getByRole('link', { name: '合并办理' }).focus();
  await examine(page);
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: '合并办理' });
  await form.getByLabel('怎么看出是同一件').focus();
  await page.keyboard.insertText('同一部电梯，两家都来说。');
  await form.getByText('随时可以拆开').waitFor();
  await examine(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText('已合并，跟着主办的一件走').waitFor();
  await page
    .getByRole('region', { name: '合并办理' })
    .getByText(/跟着这一件办/)
    .waitFor();
  expect((await staff.dispatcher.get(`/api/disputes/${second.code}/links`)).lead.code).toBe(first.code);

  await page.getByRole('button', { name: '拆开' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('为什么拆开').focus();
  await page.keyboard.insertText('两部电梯，不是一件事。');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已拆开，各办各的').waitFor();
  expect((await staff.dispatcher.get(`/api/disputes/${second.code}`)).status).toBe('registered');
});
