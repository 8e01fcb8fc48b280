import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../../platform/now.ts';
import { desktop, phone } from '../../../../platform/testing/browser.ts';
import { examine } from '../../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../../testing/story.ts';
import { typistAt } from '../../../testing/typist.ts';

let site: Site;
let staff: Staff;
let streetLeader: Clerk;
let code: string;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
  streetLeader = await site.clerk('高志强', 'centerLeader', '140106004-center');
  ({ code } = await registered(staff.receptionist));
  await bringTo(staff, code, 'acknowledgements');
}, 120_000);
afterAll(() => site?.close());

/** Tab until the focus stands on the button of this name, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  for (let count = 0; count < 90; count += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${name}`);
}

async function opened(page: Page) {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function openDialog(page: Page, name: string | RegExp) {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  return opened(page);
}

const outlook = (page: Page) => page.getByRole('region', { name: '按下之后会发生什么' });

/** Waits for the consequences, presses Ctrl+Enter, and until the dialog is gone. */
async function send(page: Page): Promise<void> {
  await outlook(page).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('只用键盘：发督办单、回复、退回重报、再回复、核销', async () => {
  const page = await staff.supervisor.open(`/disputes/${code}`);
  let dialog = await openDialog(page, '发督办单');
  const hands = typistAt(page);
  await hands.isAt(dialog.getByLabel('为什么督办'));
  await hands.write('群众再次来访，要求说明进展。');
  await hands.press('Tab');
  await hands.write('两天内到现场核对漏点。');
  await hands.press('Tab');
  await hands.write('10-08');
  await outlook(page).getByText('10月8日24时').first().waitFor();
  await examine(page);
  await send(page);
  await page.getByText(/督办单 迎综督〔2026〕1号 已发给/).waitFor();

  const head = await streetLeader.open('/work');
  await head.getByRole('button', { name: '回复督办', exact: true }).click();
  dialog = await opened(head);
  const unit = typistAt(head);
  await unit.isAt(dialog.getByLabel('做了什么'));
  await unit.write('已经到现场看过漏点。');
  await unit.press('Tab');
  await unit.write('经办人出差没有交接。');
  await send(head);
  await head.getByText('已回复，等核销').first().waitFor();

  await page.goto('/work');
  await page.getByRole('button', { name: '核销督办', exact: true }).click();
  await opened(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  dialog = await openDialog(page, '退回重报');
  await hands.isAt(dialog.getByLabel('退回的理由'));
  await hands.write('没有写什么时候能办完。');
  await outlook(page)
    .getByText(/9月30日24时/)
    .first()
    .waitFor();
  await send(page);
  await page.getByText('等回复').first().waitFor();

  await head.reload();
  dialog = await openDialog(head, '回复督办');
  await unit.write('双方约好周四再谈，先把漏点堵上。');
  await unit.press('Tab');
  await unit.write('等楼上住户从外地回来。');
  await unit.press('Tab');
  await unit.write('10-10');
  await send(head);

  await page.reload();
  await page.getByText('2026-10-10 前').waitFor();
  dialog = await openDialog(page, '核销督办');
  await hands.isAt(dialog.getByLabel('核对的情况'));
  await hands.write('打电话核对过，属实。');
  await send(page);
  await page.getByText('已解除').first().waitFor();
  const history = page.getByRole('region', { name: '经过（新的在上）' });
  expect(await history.getByRole('listitem').count()).toBe(5);
  await examine(page);
}, 120_000);

test('督办单的清单在大屏和手机上都看得全，按状态挑，没有的时候说清楚', async () => {
  const page = await staff.supervisor.open('/supervision/notices?state=ended', { viewport: desktop });
  await page.getByRole('link', { name: '迎综督〔2026〕1号' }).waitFor();
  await page.getByText(/等回复 0 · 等核销 0/).waitFor();
  await examine(page);
  await page.getByRole('radio', { name: '没有了结的', exact: true }).click();
  await page.getByText(/没有没了结的督办单|没有这样的督办单/).waitFor();
  const small = await staff.supervisor.open('/supervision/notices?state=ended', { viewport: phone });
  await small.getByRole('link', { name: '迎综督〔2026〕1号' }).waitFor();
  await examine(small);
  await small.getByRole('link', { name: '迎综督〔2026〕1号' }).click();
  await small.getByRole('heading', { name: /第1次督办/ }).waitFor();
  await examine(small);
}, 120_000);
