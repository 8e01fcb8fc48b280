import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

/** Dispatched on the 14th: seven working days end on the 23rd, five on the 21st; it is the 22nd. */
beforeAll(async () => {
  site = await openSite(atTime('2026-10-14', '09:00'));
  const then = await staffOf(site);
  for (const title of ['楼上漏水赔偿', '装修噪声扰民']) {
    const { code } = await registered(then.receptionist, { title });
    await bringTo(then, code, 'acknowledgements');
  }
  // Eight days later their log-ins are over: they log in again.
  site.it.clock.now = atTime('2026-10-22', '10:00');
  staff = await staffOf(site);
}, 180_000);
afterAll(() => site?.close());

async function inBothSizes(page: Page): Promise<void> {
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await examine(page);
  }
  await page.setViewportSize(desktop);
}

const heading = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 1, name });

test('李娜用键盘把简单纠纷办结从7个工作日改成5个，看改前改后、试算、送审；王芳发布，李娜自己不能', async () => {
  const page = await staff.dispatcher.open('/settings');
  await page.getByRole('heading', { name: '时限' }).waitFor();
  await inBothSizes(page);
  await page.getByRole('button', { name: '起草修改' }).press('Enter');
  await heading(page, /第 1 版 → 草稿/).waitFor();
  await page.getByLabel('生效', { exact: true }).fill('2026-10-22');
  await page.getByLabel('依据', { exact: true }).first().fill('迎政法发〔2026〕9号');

  const row = page.locator('details').filter({ hasText: '简单纠纷办结' });
  await row.locator('summary').press('Enter');
  await row.getByText('如果今天 16:40 起算 → 11月2日24时').waitFor();
  await row.getByLabel('时限', { exact: true }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0');
  await row.getByText('不能小于 1').first().waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5');
  await row.getByText('原来：7个工作日').waitFor();
  await row.getByText('如果今天 16:40 起算 → 10月29日24时').waitFor();
  await row.getByRole('button', { name: '填上本次的依据' }).press('Enter');
  await page.getByText(/^已存 /).waitFor();
  await row.getByRole('button', { name: '填上本次的依据' }).waitFor({ state: 'detached' });
  await inBothSizes(page);

  await page.reload();
  await page.getByText('改了 2 处').waitFor();
  await page.getByRole('button', { name: '改前改后、试算、送审' }).press('Enter');
  await page.getByRole('cell', { name: '7个工作日', exact: true }).waitFor();
  expect(await page.getByRole('cell', { name: '5个工作日', exact: true }).count()).toBe(1);
  await page.getByLabel('过去几个月').fill('1');
  await page.getByRole('button', { name: '试算', exact: true }).press('Enter');
  await page.getByText('过去 1 个月 2 件，如果早这样').waitFor();
  const more = page.getByRole('button', { name: '逾期 +2，看多出来的 2 次', exact: true });
  await more.press('Enter');
  const list = page.getByRole('region', { name: '逾期：是哪些件' });
  await list.getByRole('cell', { name: '楼上漏水赔偿' }).waitFor();
  expect(await list.getByRole('cell', { name: '10月23日24时' }).count()).toBe(2);
  expect(await list.getByRole('cell', { name: '10月21日24时' }).count()).toBe(2);
  await inBothSizes(page);
  await page.getByRole('button', { name: '送审', exact: true }).press('Enter');
  await page.getByText('规则由本区县综治中心的主任、办结审核岗或系统管理员审核发布').waitFor();

  const wang = await staff.closer.open('/settings');
  await wang.getByRole('link', { name: '等审核发布 · 看改了什么' }).press('Enter');
  await wang.getByText('过去 1 个月 2 件，如果早这样').waitFor();
  await wang.getByRole('radio', { name: '也用到开着的事上' }).click();
  await wang.getByRole('button', { name: '先看会动哪些时限' }).press('Enter');
  await wang.getByText('开着的 2 件里，2 件的时限会变（2 口钟）').waitFor();
  await wang.getByText('逾期 2 件').first().waitFor();
  await inBothSizes(wang);
  await wang.getByRole('checkbox', { name: /我看过了/ }).press('Space');
  await wang.getByRole('button', { name: '发布', exact: true }).press('Enter');
  await wang.getByText('2 件开着的事换成了新版本，2 口钟的日子变了。').waitFor();
  await wang.goto('/settings');
  await wang.getByText('第 2 版，2026-10-22 起').waitFor();
});

test('全部版本：谁起草、谁发布、从哪天起、还有几件照它走；和前一版比，打开就看得到', async () => {
  const page = await staff.leader.open('/settings/versions');
  const line = page.getByRole('row').filter({ hasText: '今天照它' });
  await line.getByText('李娜').waitFor();
  await line.getByText('王芳').waitFor();
  await line.getByRole('cell', { name: '2', exact: true }).waitFor();
  await inBothSizes(page);
  await line.getByRole('link', { name: '和前一版比' }).press('Enter');
  await page.getByRole('cell', { name: '5个工作日', exact: true }).waitFor();
  await inBothSizes(page);
});

test('两个人同时改一份：后存的自动并在一起，两边改的都在', async () => {
  const { id } = await staff.dispatcher.post('/api/settings/drafts', { county: '140106', from: 'county' });
  const first = await staff.dispatcher.open(`/settings/drafts/${id}?part=dispatch`);
  const second = await staff.supervisor.open(`/settings/drafts/${id}?part=handling`);
  await second.getByLabel('办结后多久内可以评价').waitFor();
  await first.getByLabel('分流后多久内可撤回').fill('20');
  await first.getByText(/^已存 /).waitFor();
  await expect
    .poll(async () => (await staff.leader.get(`/api/settings/drafts/${id}`)).value.dispatch.undoMinutes)
    .toBe(20);
  await second.getByLabel('办结后多久内可以评价').fill('14');
  await second.getByText('李娜刚存过，两边改的都留下了。').waitFor();
  await expect
    .poll(async () => {
      const { value } = await staff.leader.get(`/api/settings/drafts/${id}`);
      return [value.dispatch.undoMinutes, value.handling.ratingDays];
    })
    .toEqual([20, 14]);
});

test('只改督办台：发布以后说只有这一部分是新的，开着的事还照原来的版本', async () => {
  const { dispatcher, closer, leader } = staff;
  const { id } = await dispatcher.post('/api/settings/drafts', { county: '140106', from: 'county' });
  const draft = await dispatcher.open(`/settings/drafts/${id}?part=board`);
  await draft.getByLabel('生效', { exact: true }).fill('2026-10-22');
  await draft.getByLabel('依据', { exact: true }).first().fill('迎政法发〔2026〕10号');
  await draft.getByLabel('在办少于几件不排名').fill('17');
  await expect
    .poll(async () => {
      const { value, basis } = await dispatcher.get(`/api/settings/drafts/${id}`);
      return [value.board.smallNumber, basis];
    })
    .toEqual([17, '迎政法发〔2026〕10号']);
  await dispatcher.post(`/api/settings/drafts/${id}/submissions`, {});
  const page = await closer.open(`/settings/drafts/${id}/review`);
  await page.getByRole('radio', { name: '也用到开着的事上' }).click();
  await page.getByRole('button', { name: '先看会动哪些时限' }).press('Enter');
  await page.getByText('开着的 2 件，时限都不变').waitFor();
  await page.getByRole('radio', { name: '不变，各按受理时的版本' }).click();
  await page.getByRole('button', { name: '发布', exact: true }).press('Enter');
  await page.getByText('改的是「督办台」，其余部分还是原来的版本。').waitFor();
  const history = await leader.open('/settings/versions');
  const line = history.getByRole('row').filter({ hasText: '今天照它' });
  await line.getByText('改的部分：督办台').waitFor();
  await line.getByRole('cell', { name: '0', exact: true }).waitFor();
});
