import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;
let code: string;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '09:00'));
  staff = await staffOf(site);
  ({ code } = await registered(staff.receptionist, { title: 'Leak upstairs' }));
  await bringTo(staff, code, 'acknowledgements');
}, 180_000);
afterAll(() => site?.close());

async function inEnglish(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('fengqiao.language', JSON.stringify('en')));
  await page.reload();
}

/** Names of people, places and units stay as they are. */
const names = /[\u4e00-\u9fff]*(郭秀兰|任建军|贾敏|李娜|武志强|中心|街道|住建局|职责清单|待各县确认)[\u4e00-\u9fff]*/g;
const chineseIn = (text: string): string[] => text.replace(names, '').match(/[\u4e00-\u9fff]+/g) ?? [];

test('what pressing will do, what happened, how clocks stand and what is wrong are read in English', async () => {
  const page = await staff.handler.open(`/disputes/${code}?act=report`);
  await inEnglish(page);
  const before = page.getByRole('region', { name: 'What pressing will do' });
  await before.getByText('in the house').first().waitFor();
  expect(chineseIn(await before.innerText())).toEqual([]);
  const said = await page.locator('.timeline p:not(.note)').allInnerTexts();
  expect(said.length).toBeGreaterThan(3);
  expect(chineseIn(said.join('\n'))).toEqual([]);
  const faces = await page.locator('.clock').allInnerTexts();
  expect(chineseIn(faces.join('\n'))).toEqual([]);
  await page.keyboard.press('Control+Enter');
  const wrong = page.getByRole('alert').first();
  await wrong.waitFor();
  expect(chineseIn(await wrong.innerText())).toEqual([]);
});

test('my work is read in English, and the other language comes back without a reload', async () => {
  const page = await staff.handler.open('/work');
  await inEnglish(page);
  await page.getByText('10 days left').first().waitFor();
  await page.evaluate(() => localStorage.setItem('fengqiao.language', JSON.stringify('zh')));
  await page.reload();
  await page.getByText('余10天').first().waitFor();
});
