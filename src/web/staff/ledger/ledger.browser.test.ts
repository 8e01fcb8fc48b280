import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

const ALL = 55;
let site: Site;
let staff: Staff;

/** Fifty-five matters of two kinds; the first is in mediation, so its clock is another one. */
beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
  const numbers = Array.from({ length: ALL }, (_, index) => index + 1);
  const worker = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift())
      await registered(staff.receptionist, {
        title: `${number}号楼漏水赔偿`,
        categoryCode: number % 5 === 0 ? '03' : '02',
      });
  };
  await Promise.all([worker(), worker(), worker()]);
  const { rows } = await staff.dispatcher.get('/api/ledger?category=03');
  await bringTo(staff, rows[0].code, 'acknowledgements');
}, 180_000);
afterAll(() => site?.close());

const table = (page: Page) => page.getByRole('region', { name: '台账' }).getByRole('table');
const codesOn = async (page: Page): Promise<string[]> =>
  table(page)
    .getByRole('link', { name: /^迎泽.* 26-/ })
    .allTextContents();
const count = (page: Page, words: string) => page.getByText(`${words} · 截至`).waitFor();

async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: option, exact: true }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
}

test('条件读起来是一句话，都在地址里：刷新、发给同事，看到的一样；去掉一个就少一个', async () => {
  const page = await staff.dispatcher.open('/ledger');
  await page.getByText('现在看：没有销号的').waitFor();
  await count(page, `${ALL} 件`);
  await page.keyboard.press('f');
  await choose(page, '类别', 'fw', '房屋宅基地');
  await page.getByText('现在看：没有销号的，类别是房屋宅基地').waitFor();
  await choose(page, '状态', '调处', '调处中');
  await page.getByText('现在看：状态是调处中，类别是房屋宅基地').waitFor();
  await count(page, '1 件');
  const address = new URL(page.url());
  expect(Object.fromEntries(address.searchParams)).toEqual({ category: '03', status: 'inMediation' });

  const colleague = await staff.supervisor.open(address.pathname + address.search);
  await colleague.getByText('现在看：状态是调处中，类别是房屋宅基地').waitFor();
  expect(await codesOn(colleague)).toEqual(await codesOn(page));

  await page.reload();
  await page.getByRole('button', { name: '去掉「状态 调处中」' }).click();
  await count(page, '11 件');
  await page.goBack();
  await count(page, '1 件');

  await choose(await openFilters(page), '到期', '逾期', '已逾期');
  await page.getByText('没有「状态是调处中，类别是房屋宅基地，已逾期」的事。').waitFor();
  await page.getByRole('link', { name: '去掉全部条件' }).click();
  await count(page, `${ALL} 件`);
});

async function openFilters(page: Page): Promise<Page> {
  await page.getByRole('button', { name: /^\+ 条件/ }).click();
  return page;
}

test('翻下一页、再翻回来，一件不重、一件不漏', async () => {
  const page = await staff.dispatcher.open('/ledger');
  await count(page, `${ALL} 件`);
  const first = await codesOn(page);
  await page.getByRole('link', { name: '下 50 件 →' }).click();
  await page.getByRole('link', { name: '← 上 50 件' }).waitFor();
  const second = await codesOn(page);
  expect(first).toHaveLength(50);
  expect(second).toHaveLength(ALL - 50);
  expect(new Set([...first, ...second]).size).toBe(ALL);

  await page.getByRole('link', { name: '← 上 50 件' }).click();
  await page.getByRole('link', { name: '下 50 件 →' }).waitFor();
  expect(await codesOn(page)).toEqual(first);
  expect(await page.getByRole('link', { name: '← 上 50 件' }).count()).toBe(0);
});

test('看完一件退回来，还在原来那一行，条件也还在', async () => {
  const page = await staff.dispatcher.open('/ledger?category=02');
  await count(page, '44 件');
  const [code = ''] = (await codesOn(page)).slice(-3);
  const row = page.getByRole('link', { name: code, exact: true });
  await row.scrollIntoViewIfNeeded();
  const before = (await row.boundingBox())?.y ?? -1;
  await row.click();
  await page.getByRole('region', { name: '现在该做' }).waitFor();
  await page.goBack();
  await row.waitFor();
  await expect.poll(async () => Math.round((await row.boundingBox())?.y ?? -1)).toBe(Math.round(before));
  expect(new URL(page.url()).search).toBe('?category=02');
});
