import type { Page } from 'playwright-core';
import { addDays, dayOf, now, weekday } from '../../src/platform/now.ts';

export async function fillReception(page: Page): Promise<void> {
  const part = (name: string) => page.getByRole('region', { name });
  const who = part('来的是谁');
  await who.getByLabel('姓名').fill('郭秀兰');
  await who.getByLabel('电话').fill('13800001234');
  await who.getByLabel('证件号', { exact: true }).fill('11010519491231002X');
  await who.getByLabel('住址').fill('示例小区3号楼2单元401');
  await page.getByLabel('类别').focus();
  await page.keyboard.type('ll');
  await page.getByRole('option', { name: '邻里' }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page
    .getByLabel(/^经过/)
    .fill(
      '9月20日起，3号楼2单元501卫生间漏水，把401的天花板、吊柜和一台洗衣机泡坏。上楼找过两次，第二次双方吵了起来，物业来看过，说管道属于户内。',
    );
  await page.getByLabel('要求').fill('修好漏点，赔偿天花板、吊柜和洗衣机共 8000 元。');
  const other = part('对方');
  await other.getByLabel('姓名').fill('任建军');
  await other.getByLabel('电话').fill('13800005678');
  await page.getByLabel('发生地点').focus();
  await page.keyboard.type('yzjd');
  await page.getByRole('option', { name: '迎泽街道' }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.getByLabel('详细地点').fill('示例小区3号楼2单元');
  await page.getByLabel('金额（元）').fill('8000');
  await page.getByRole('radio', { name: '愿意', exact: true }).click();
}

export async function register(page: Page): Promise<void> {
  await fillReception(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^已登记/ }).waitFor();
  await page.getByRole('link', { name: '打开小票' }).waitFor();
}

type Answer = { id: string; revision: number; value: { clocks: Record<string, object> }; days: object[] };

/** What a page would send, sent without its clicks; the picture is of what comes after. */
const ask = (page: Page, method: string, path: string, body?: object): Promise<Answer> =>
  page.evaluate(
    async ([verb, address, sent]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, sent === '' ? {} : { method: verb, headers, body: sent });
      return answer.json();
    },
    [method, path, body ? JSON.stringify(body) : ''] as const,
  );

/** Simple disputes in five days instead of seven, as a draft. */
export async function draftRules(page: Page): Promise<void> {
  const { id } = await ask(page, 'POST', '/api/settings/drafts', { county: '140106', from: 'county' });
  const { revision, value } = await ask(page, 'GET', `/api/settings/drafts/${id}`);
  const simple = { ...value.clocks['handle.simple'], length: 5, basis: '征求意见稿' };
  const clocks = { ...value.clocks, 'handle.simple': simple };
  const text = { effectiveFrom: null, basis: '征求意见稿', note: '' };
  await ask(page, 'PUT', `/api/settings/drafts/${id}`, { revision, value: { ...value, clocks }, ...text });
  await page.goto(`/settings/drafts/${id}`);
  await page.getByRole('button', { name: '改前改后、试算、送审' }).click();
  await page.getByRole('cell', { name: '5个工作日', exact: true }).waitFor();
}

export async function rehearseRules(page: Page): Promise<void> {
  await draftRules(page);
  await page.getByLabel('过去几个月').fill('3');
  await page.getByRole('button', { name: '试算', exact: true }).click();
  const found = page.getByText(/^过去 3 个月/);
  await found.first().waitFor();
  await found.first().scrollIntoViewIfNeeded();
}

/** One more day off next week: looked at, never published. */
export async function previewCalendar(page: Page): Promise<void> {
  let day = addDays(dayOf(now()), 3);
  while (weekday(day) > 5) day = addDays(day, 1);
  const year = day.slice(0, 4);
  const held = (await ask(page, 'GET', `/api/calendar/${year}`)) as Answer & { draft: { revision: number } | null };
  const days = [
    ...held.days.filter((each) => (each as { day: string }).day !== day),
    { day, kind: 'holiday', name: '演练' },
  ];
  const draft = { revision: held.draft?.revision ?? 0, source: '演练，不发布', publishedOn: null, days };
  await ask(page, 'POST', `/api/calendar/${year}/drafts`, draft);
  await page.goto(`/calendar?year=${year}`);
  await page.getByRole('button', { name: '看看会动哪些时限' }).click();
  const preview = page.getByRole('region', { name: '预演' });
  await preview.getByText(/^在办 [\d,]+ 件/).waitFor();
  await preview.scrollIntoViewIfNeeded();
}
