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
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

async function choose(page: Page, typed: string, option: string): Promise<void> {
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: option, exact: true }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
}

test('条件读起来是一句话，都在地址里：刷新、发给同事，看到的一样；去掉一个就少一个', async () => {
  const page = await staff.dispatcher.open('/ledger');
  await page.getByText('现在看：没有销号的').waitFor();
  await count(page, `${ALL} 件`);
  await page.keyboard.press('f');
  await page.getByLabel('类别', { exact: true }).focus();
  await choose(page, 'fw', '房屋宅基地');
  await page.getByText('现在看：没有销号的，类别是房屋宅基地').waitFor();
  await page.getByLabel('状态', { exact: true }).focus();
  await choose(page, '调处', '调处中');
  await page.getByText('现在看：状态是调处中，类别是房屋宅基地').waitFor();
  await count(page, '1 件');
  const address = new URL(page.url());
  expect(Object.fromEntries(address.searchParams)).toEqual({ category: '03', status: 'inMediation' });

  const colleague = await staff.supervisor.open(address.pathname + address.search);
  await colleague.getByText('现在看：状态是调处中，类别是房屋宅基地').waitFor();
  await count(colleague, '1 件');
  expect(await codesOn(colleague)).toEqual(await codesOn(page));

  await page.reload();
  await page.getByRole('button', { name: '去掉「状态是调处中」' }).click();
  await count(page, '11 件');
  await page.goBack();
  await count(page, '1 件');
  await page.goto('/ledger?category=03&due=overdue');
  await page.getByText('没有「类别是房屋宅基地，已逾期」的事。').waitFor();
  await page.getByRole('link', { name: '去掉全部条件' }).click();
  await count(page, `${ALL} 件`);
});

test('不用鼠标：在表头筛、存成视图给本单位，翻下一页再翻回来，勾两件看清楚再催办', async () => {
  const page = await staff.dispatcher.open('/ledger');
  await count(page, `${ALL} 件`);
  await table(page).getByRole('button', { name: '类别' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '类别：排序、筛选、列' }).getByLabel('类别').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await choose(page, 'll', '邻里');
  await count(page, '44 件');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '存为视图…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('名称').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-name');
  await page.keyboard.insertText('邻里的');
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已存成视图「邻里的」').waitFor();
  const address = new URL(page.url());
  expect(address.searchParams.get('category')).toBe('02');
  const colleague = await staff.receptionist.open(address.pathname + address.search);
  await colleague.getByText('现在看：没有销号的，类别是邻里').waitFor();
  await colleague.locator('.ledger-views').getByText('邻里的').waitFor();

  await page.goto('/ledger');
  await count(page, `${ALL} 件`);
  const first = await codesOn(page);
  await page.getByRole('link', { name: '下 50 件 →' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '← 上 50 件' }).waitFor();
  const second = await codesOn(page);
  expect(first).toHaveLength(50);
  expect(new Set([...first, ...second]).size).toBe(ALL);
  await page.getByRole('link', { name: '← 上 50 件' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '下 50 件 →' }).waitFor();
  expect(await codesOn(page)).toEqual(first);

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  expect(first).toContain(await focused(page));
  await page.getByRole('region', { name: '勾了 2 件' }).waitFor();
  await page.getByRole('button', { name: '催办 2 件' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '催办 2 件' });
  await dialog.getByText('2 件里 2 件能办').waitFor();
  await dialog
    .getByText(/告诉 迎泽中心/)
    .first()
    .waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('催办 2 件：办好 2 件').waitFor();
});

test('不用鼠标：导出 Excel，看它做完，在「导出与打印」里再取；取过的人写在那里', async () => {
  const page = await staff.supervisor.open('/ledger?category=03');
  await count(page, '11 件');
  await page.getByRole('button', { name: '导出 Excel…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '导出这份台账' }).getByText('11 件：没有销号的，类别是房屋宅基地').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('做好了：11 件。').waitFor();
  await page.getByRole('link', { name: '全部文件 →' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '导出与打印' }).waitFor();
  await page.getByText('还没有人取过').waitFor();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: '取文件' }).focus();
  await page.keyboard.press('Enter');
  const fetched = await waiting;
  expect(new URL(fetched.url()).pathname).toMatch(/^\/api\/ledger\/outputs\/[0-9a-f-]{36}\/files\/0$/);
  expect(await fetched.failure()).toBeNull();
  await page.reload();
  await page.getByText(/赵立 /).first().waitFor();
});

test('四维清单的数点开是台账，件数一样', async () => {
  const page = await staff.leader.open('/ledger/dimensions');
  await page.getByText(`共 ${ALL} 件，其中逾期 0 件`).waitFor();
  await page
    .getByRole('region', { name: '类别清单' })
    .getByRole('link', { name: /^房屋宅基地 合计 11/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.getByText('现在看：没有销号的，类别是房屋宅基地').waitFor();
  await count(page, '11 件');
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
