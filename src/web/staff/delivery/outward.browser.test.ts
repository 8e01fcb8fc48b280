import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { deliver } from '../../../server/recurring.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { registered, street, yingze } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

let site: Site;
let receptionist: Clerk;
let dispatcher: Clerk;
let worker: Clerk;

beforeAll(async () => {
  site = await openSite(atTime('2026-10-14', '09:10'));
  receptionist = await site.clerk('贾敏', 'receptionist', yingze);
  dispatcher = await site.clerk('李娜', 'dispatcher', street);
  worker = await site.clerk('任小云', 'gridWorker', street);
}, 120_000);
afterAll(() => site?.close());

async function inBothSizes(page: Page): Promise<void> {
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);
  await page.setViewportSize(desktop);
}

const goOn = (minutes: number) => {
  site.it.clock.now = new Date(site.it.clock.now.getTime() + minutes * 60_000);
};

/** Told something, and the minutes over in which it can be taken back. */
async function told(title: string): Promise<string> {
  const { code } = await registered(receptionist, { title });
  await receptionist.post(`/api/disputes/${code}/messages`, { text: '周四上午来窗口签字', toResident: true });
  goOn(11);
  await deliver(site.it.engine);
  return code;
}

test('只用键盘：打通知电话，看号码留痕，记下说清了', async () => {
  await told('物业费');
  const page = await receptionist.open('/deliveries');
  const typist = typistAt(page);
  const row = page.getByRole('row').filter({ hasText: '周四上午来窗口签字' }).first();
  await row.waitFor();
  await inBothSizes(page);
  await expect
    .poll(async () => {
      await typist.press('j');
      return row.evaluate((item) => item.contains(document.activeElement));
    })
    .toBe(true);
  await typist.press('l');
  const dialog = page.getByRole('dialog', { name: /^打给/ });
  await dialog.waitFor();
  expect(await dialog.getByRole('status').first().textContent()).toContain('****');
  await dialog.getByRole('button', { name: '看电话号码' }).focus();
  await typist.press('Enter');
  await expect.poll(() => dialog.locator('output').textContent()).not.toContain('****');
  await dialog.getByRole('radio', { name: '打通，说清了' }).focus();
  await typist.press('1');
  await examine(page);
  await typist.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('没有要打的电话').waitFor();
  await page.close();
});

test('短信怎么写：每一种都看得到当事人收到的样子和几条', async () => {
  const page = await receptionist.open('/deliveries/texts');
  await page.getByText('还没有接短信网关').waitFor();
  await page
    .getByText(/按 \d 条计费/)
    .first()
    .waitFor();
  await inBothSizes(page);
  await page.close();
});

test('网格员用手机不到一分钟报一条，街道只按几个键就登记成纠纷，网格员看得到', async () => {
  const page = await worker.open('/clues', { viewport: phone });
  await page.getByText('还没有报过').waitFor();
  await examine(page);
  await page.getByRole('link', { name: '报一条' }).click();
  await page.getByLabel('看到了什么').fill('2号楼两家为停车吵了三天，昨天差点动手');
  await page.getByRole('radio', { name: '有人闹矛盾' }).click();
  await page.getByLabel('在哪个社区、网格').click();
  await page.getByRole('option').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await examine(page);
  await page.reload();
  expect(await page.getByLabel('看到了什么').inputValue()).toContain('差点动手');
  await page.getByRole('button', { name: '报上去' }).click();
  await page.getByText('报上去了').waitFor();

  const desk = await dispatcher.open('/clues');
  const typist = typistAt(desk);
  await desk.getByText('差点动手').waitFor();
  await inBothSizes(desk);
  await expect
    .poll(async () => {
      await typist.press('j');
      return desk.evaluate(() => document.activeElement?.getAttribute('data-open'));
    })
    .toBe('');
  await typist.press('Enter');
  const make = desk.getByRole('button', { name: '登记成纠纷' });
  await make.waitFor();
  await inBothSizes(desk);
  await make.focus();
  await typist.press('Enter');
  await expect.poll(() => desk.getByLabel('经过').inputValue()).toContain('差点动手');
  await desk.close();

  await page.getByRole('link', { name: '看我报的' }).click();
  await page.getByText('中心在看').waitFor();
  await page.close();
});

test('点错了受理，按 U 写一句就撤回，回到登记', async () => {
  const { code } = await registered(receptionist, { title: '漏水' });
  await receptionist.post(`/api/disputes/${code}/acceptances`, {});
  const page = await receptionist.open(`/disputes/${code}`);
  const typist = typistAt(page);
  await page.getByText('刚才点的「受理」').waitFor();
  await examine(page);
  await typist.press('u');
  await typist.isAt(page.getByLabel('点错了什么'));
  await typist.write('点到旁边那件了');
  await typist.press('Enter');
  await page.getByText('「受理」撤回了').waitFor();
  await page.getByText('撤回刚才的「受理」：点错了。').waitFor();
  await page.close();
});

test('收件箱按天排，只看没看的，看过的就不在里面', async () => {
  const page = await dispatcher.open('/notices');
  await page.getByText('网格报来一条').first().waitFor();
  await inBothSizes(page);
  const typist = typistAt(page);
  await page.getByRole('radio', { name: '没看的' }).focus();
  await typist.press('2');
  await page.getByRole('button', { name: '这一页都看过了' }).focus();
  await typist.press('Enter');
  await page.getByText('都看过了。').waitFor();
  await page.close();
});
