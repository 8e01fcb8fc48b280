import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyParty } from '../../../intake/party.ts';
import { atTime } from '../../../platform/now.ts';
import { expectNoSeriousAxeViolations } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { registered, type Staff, staffOf } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

let site: Site;
let staff: Staff;
let leak: { code: string; codeShort: string };
let dog: { code: string };

beforeAll(async () => {
  site = await openSite(atTime('2026-10-14', '09:00:00'));
  staff = await staffOf(site);
  leak = await registered(staff.receptionist);
  const parties = [{ ...emptyParty, name: '单小梅', idKind: 'none', idException: '没带', phone: '13900002231' }];
  dog = await registered(staff.receptionist, { title: '遛狗伤人', facts: '在楼下遛狗，没拴绳，咬了孩子。', parties });
}, 180_000);
afterAll(() => site?.close());

const box = (page: Page) => page.getByRole('dialog', { name: '找' }).getByRole('combobox');
const first = (page: Page, text: string) => page.getByRole('option', { selected: true }).filter({ hasText: text });

async function ready(page: Page) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  return typistAt(page);
}

test.each([
  ['两个字', '漏水', () => leak.code],
  ['姓名首字母', 'gxl', () => leak.code],
  ['按姓来读的首字母', 'sxm', () => dog.code],
  ['电话后四位', '2231', () => dog.code],
  ['念出来的编号', '', () => leak.code],
])('按%s找到一件、打开它，字以外不超过 8 个键', async (_way, typed, code) => {
  const page = await staff.dispatcher.open('/work');
  const hands = await ready(page);
  await hands.press('Control+k');
  await hands.isAt(box(page));
  await hands.write(typed || leak.codeShort);
  // Faster than the answer: Enter waits for it.
  await hands.press('Enter');
  await page.waitForURL(`**/disputes/${code()}`);
  expect(hands.navigationKeys).toBeLessThanOrEqual(8);
  expect(hands.seconds).toBeLessThanOrEqual(5);
});

test('一个框里分组说件数、说在哪里找；→ 是对这件事能做什么；刚看过的不用再打', async () => {
  const page = await staff.dispatcher.open('/work');
  const hands = await ready(page);
  await hands.press('/');
  await hands.isAt(box(page));
  await hands.write('漏水');
  await first(page, '楼上漏水赔偿').waitFor();
  await page.getByText('在迎泽区内找').waitFor();
  await page.getByRole('group', { name: '事项 1' }).waitFor();
  await examine(page);
  await hands.press('ArrowRight');
  await page.getByRole('listbox', { name: '能做的' }).getByRole('option', { name: /受理/ }).waitFor();
  await hands.press('Enter');
  await page.waitForURL(/\/disputes\/\d{15}\?act=/);
  // The row that was chosen says it too: the page itself must stand.
  await page.getByRole('navigation', { name: '办到哪一步' }).waitFor();
  await page.keyboard.press('Control+k');
  await page
    .getByRole('group', { name: /刚看过的/ })
    .getByText('楼上漏水赔偿')
    .waitFor();
});

test('「受理」找到我该受理的事，一打开就是受理', async () => {
  const page = await staff.dispatcher.open('/ledger');
  const hands = await ready(page);
  await hands.press('Control+k');
  await hands.isAt(box(page));
  await hands.write('受理');
  await page
    .getByRole('group', { name: /我该办的/ })
    .getByText(/受理：楼上漏水赔偿/)
    .waitFor();
  await hands.press('Enter');
  await page.waitForURL(/\?act=accept$/);
});

test('5 件不够时看全部：条件写在地址里，↑↓ 选，Enter 打开', async () => {
  const page = await staff.dispatcher.open('/search?text=楼');
  await page.getByText('没有找到「楼」').waitFor();
  await page.goto('/search?text=楼下');
  await page.getByRole('link', { name: /遛狗伤人/ }).waitFor();
  await examine(page);
  await page.goto('/search?text=楼下&status=archived');
  await page.getByText('没有既是「楼下」又合这些条件的事。').waitFor();
  await page.getByRole('link', { name: '去掉条件' }).press('Enter');
  await page.getByRole('link', { name: /遛狗伤人/ }).waitFor();
  await expect
    .poll(async () => {
      await page.keyboard.press('j');
      return page.evaluate(() => document.activeElement?.textContent ?? '');
    })
    .toContain('遛狗伤人');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/disputes/${dog.code}`);
});

test('按键表写的就是这一页的键，没有重的；字母换一个，按钮上的字也跟着换', async () => {
  for (const [who, path] of [
    [staff.dispatcher, '/work'],
    [staff.dispatcher, '/ledger'],
    [staff.dispatcher, `/disputes/${leak.code}`],
    [staff.receptionist, '/reception'],
  ] as const) {
    const page = await who.open(path);
    await ready(page);
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: '按键' }).click();
    const dialog = page.getByRole('dialog', { name: '按键' });
    await dialog.getByRole('row').first().waitFor();
    expect([path, await dialog.getByText('这一页有键重了').count()]).toEqual([path, 0]);
  }
  const page = await staff.dispatcher.open(`/disputes/${leak.code}`);
  await page.getByRole('button', { name: '受理 S' }).waitFor();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: '按键' });
  await dialog.getByRole('button', { name: '换一个键 受理' }).click();
  await page.keyboard.press('q');
  await dialog.getByRole('row', { name: /Q 受理/ }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('q');
  await page.waitForURL(/\?act=accept|disputes/);
  await page
    .getByRole('button', { name: /不受理|先不|收起/ })
    .first()
    .waitFor();
  await page.goto('/keys');
  await page.getByRole('heading', { name: /按键卡/ }).waitFor();
  await page.getByText('受理', { exact: true }).waitFor();
  await expectNoSeriousAxeViolations(page);
});

test('别人一办，我的列表说有几件变了，行不动，焦点也不动；按 . 才显示', async () => {
  const page = await staff.dispatcher.open('/work');
  await ready(page);
  await page.getByText('实时', { exact: true }).waitFor();
  const rows = page.locator('[data-row]');
  await rows.first().waitFor();
  const before = await rows.count();
  await page.locator('[data-open]').first().focus();
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  const top = await rows.first().boundingBox();
  await registered(staff.receptionist, { title: '刚来的一件', facts: '刚刚来登记的，说说经过。' });
  await page.getByRole('button', { name: /1件有变化/ }).waitFor();
  expect(await rows.count()).toBe(before);
  expect(await rows.first().boundingBox()).toEqual(top);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(focused);
  await page.keyboard.press('.');
  await page.getByText('刚来的一件').waitFor();
});
