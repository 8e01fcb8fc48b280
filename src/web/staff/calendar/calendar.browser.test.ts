import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, expectNoSeriousAxeViolations, phone } from '../../../platform/testing/browser.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;
let keeper: Clerk;
let code = '';

const notice = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2026〕3号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至9日（周五）放假调休，共9天。9月20日（周日）、10月10日（周六）上班。鼓励安排职工在10月12日休息。
2026年9月25日`;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
  keeper = await site.clerk('周明', 'systemAdmin', '140100-center');
  ({ code } = await registered(staff.receptionist));
  await bringTo(staff, code, 'acknowledgements');
}, 180_000);
afterAll(() => site?.close());

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

test('粘贴通知、看会动什么、一次确认，全程不用鼠标；没读懂的话列在那里', async () => {
  const page = await keeper.open('/calendar');
  await page.getByRole('heading', { name: '2026年放假安排' }).waitFor();
  await press(page, '粘贴通知');
  await page.getByLabel('通知全文').fill(notice);
  await page.getByText('读到放假 35 天、调休上班 6 天').waitFor();
  await page.getByText('鼓励安排职工在10月12日休息', { exact: false }).last().waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('和现行的比，改了 2 天').waitFor();
  await page.getByText('10月8日（周四）：平常 → 放假 国庆节').waitFor();
  await expectNoSeriousAxeViolations(page);
  await press(page, '看看会动哪些时限');
  const preview = page.getByRole('region', { name: '预演' });
  await preview.getByText('在办 1 件，日期会变的 1 件').waitFor();
  await preview.getByText('时限 2 个：推后 2，提前 0').waitFor();
  await expectNoSeriousAxeViolations(page);
  await press(page, '按新安排改 1 件的时限');
  const dialog = page.getByRole('dialog', { name: '发布2026年第 2 版放假安排' });
  await dialog.getByText('不能撤回').waitFor();
  await expectNoSeriousAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText('第 2 版已发布，1 件的 2 个时限改好了').waitFor();
  expect((await staff.handler.get(`/api/disputes/${code}`)).timeline[0].sentence).toContain('放假安排改了');
});

test('别的岗位只看：哪些自己看得到的日期变了，旧日期和新日期', async () => {
  const page = await staff.handler.open('/calendar', { viewport: phone });
  await page.getByText('这里只看').waitFor();
  expect(await page.getByRole('button', { name: '粘贴通知' }).count()).toBe(0);
  await press(page, '看看哪些日期变了');
  const list = page.getByRole('dialog', { name: '第 2 版改了哪些日期' });
  await list.getByRole('row', { name: /办结 10月1\d日24时 10月1\d日24时/ }).waitFor();
  await expectNoSeriousAxeViolations(page);
});

test('在日历上用方向键走到一天，改成放假，草稿就存着；另一位管理员看得到', async () => {
  const page = await keeper.open('/calendar', { viewport: desktop });
  const today = page.getByRole('button', { name: /^9月29日（周二）/ });
  await today.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '9月30日（周三）怎么算' });
  await dialog.getByRole('radio', { name: '放假' }).focus();
  await page.keyboard.press('1');
  await expect.poll(() => dialog.getByLabel('名称').inputValue()).toContain('国庆节');
  await page.keyboard.press('Control+Enter');
  await page.getByText('9月30日（周三）：平常 → 放假 国庆节').waitFor();
  const second = await site.clerk('吴倩', 'systemAdmin', '140100-center');
  const other = await second.open('/calendar');
  await other.getByText('9月30日（周三）：平常 → 放假 国庆节').waitFor();
  await press(other, '不要这份草稿');
  await other.getByText('要改的话').waitFor();
});
