import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;
let judge: Clerk;
const tablet = { width: 1180, height: 820 };

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
  judge = await site.clerk('孟法官', 'courtClerk', '140106-court');
}, 120_000);
afterAll(() => site?.close());

/** As people without a mouse do it: to the button, then Enter. */
const press = (page: Page, name: string | RegExp, role: 'button' | 'link' = 'button') =>
  page.getByRole(role, { name }).first().press('Enter');
const look = async (page: Page, name: string) => {
  const to = process.env.SITTING_PICTURES;
  if (!to) return;
  mkdirSync(to, { recursive: true });
  await page.screenshot({ path: `${to}/${name}.png`, fullPage: true });
};

test('约调解会、答应来、开会、边听边记、带方案、歇一会儿、记结果，全用键盘', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const page = await staff.handler.open(`/disputes/${code}`);
  await press(page, '约一次调解会');
  const form = page.getByRole('dialog');
  await form.getByLabel('哪天').fill('9-30');
  await form.getByLabel('从几点').fill('15');
  await form.getByLabel('到几点').fill('17');
  await form.getByLabel('不在中心房间里，在哪里').fill('双塔西街社区二楼');
  await form.getByLabel(/请哪些人/).fill('孟');
  await form.getByLabel(/请哪些人/).press('Enter');
  await form.getByLabel('请当事人带什么').fill('收据');
  await form.getByRole('button', { name: '看全文' }).last().press('Enter');
  await form
    .getByText('请您9月30日（周三）15:00—17:00到双塔西街社区二楼参加调解会。请带：收据。', { exact: false })
    .first()
    .waitFor();
  await examine(page);
  await look(page, 'call');
  await form.getByLabel('请当事人带什么').press('Control+Enter');
  await page.getByText('调解会约好了', { exact: false }).waitFor();
  await press(page, /9月30日（周三）15:00—17:00/, 'link');
  await page.getByRole('heading', { name: '调解会（面对面） 9月30日（周三）15:00—17:00' }).waitFor();
  await look(page, 'called');

  const hers = await judge.open('/work');
  await hers.getByText('答复邀请').first().waitFor();
  await hers.goto(new URL(page.url()).pathname);
  await hers.getByText('你', { exact: false }).first().waitFor();
  expect(await hers.locator('main').innerText()).not.toContain('任建军');
  await look(hers, 'asked');
  await press(hers, '我来');
  await hers.getByText('把401的天花板', { exact: false }).waitFor();
  // The names were not put on the table: who is meant is said by the side.
  await hers.getByText('申请人上楼找过两次', { exact: false }).waitFor();
  expect(await hers.locator('main').innerText()).not.toMatch(/郭秀兰|任建军/);
  await examine(hers);
  await look(hers, 'table');

  await page.setViewportSize(tablet);
  await press(page, '开始');
  await page.getByRole('checkbox', { name: /郭秀兰/ }).press('Space');
  await expect.poll(() => page.getByRole('checkbox', { name: /郭秀兰/ }).isChecked()).toBe(true);
  // What the parties look at holds the digits and nothing of what is written.
  await press(page, '给当事人看到场码');
  await page.getByText(/^\d{3} \d{3}$/).waitFor();
  await examine(page);
  await look(page, 'door');
  await page.keyboard.press('Escape');
  await press(page, '把告知写进去');
  await page.getByLabel('各方说的').fill('郭秀兰说漏了三次，任建军说修过一次。');
  await page.clock.runFor(5_000);
  await page
    .getByText(/存好了/)
    .nth(1)
    .waitFor();
  await page.getByRole('radio', { name: '只给自己看' }).press('2');
  await page.getByLabel('写什么').fill('五千也行');
  await page.getByRole('button', { name: '记下', exact: true }).press('Enter');
  await page.getByText('申请人私下说的，另一方看不到', { exact: false }).waitFor();
  await page.getByRole('textbox', { name: '方案', exact: true }).last().fill('赔六千，分两次');
  await page.getByRole('button', { name: '带给对方', exact: true }).press('Enter');
  await page.getByText('申请人提的，带给了对方').waitFor();
  await page.getByRole('button', { name: '对方接受', exact: true }).press('Enter');
  await page.getByText('申请人提的，对方接受').waitFor();
  await press(page, '歇 15 分钟');
  await page.getByText(/歇到 /).waitFor();
  await examine(page);
  await look(page, 'held-tablet');
  // A reload loses nothing.
  await page.reload();
  await expect.poll(() => page.getByLabel('各方说的').inputValue()).toBe('郭秀兰说漏了三次，任建军说修过一次。');

  await press(page, '结束，记结果');
  const end = page.getByRole('dialog');
  await end.getByRole('radio', { name: '谈成了' }).press('1');
  await end.getByLabel(/任建军没来，因为/).fill('电话里同意了');
  await examine(page);
  await look(page, 'end');
  await end.getByLabel('说明（可不填）').press('Control+Enter');
  await page.getByText('下一步：到这件事里写协议。', { exact: false }).waitFor();
  await page.setViewportSize(desktop);
  await examine(page);
  await look(page, 'ended');

  await hers.reload();
  await hers.getByText('只看得到自己记的', { exact: false }).waitFor();
  const list = await staff.dispatcher.open('/sittings');
  await list.getByRole('link', { name: /9月30日（周三）15:00/ }).waitFor();
  await examine(list);
  await look(list, 'list');
  // In the hand too.
  for (const each of [list, page]) {
    await each.setViewportSize(phone);
    await examine(each);
  }
  await look(page, 'ended-phone');
}, 60_000);
