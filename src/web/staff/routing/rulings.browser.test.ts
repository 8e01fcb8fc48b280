import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf, street, yingze } from '../../testing/story.ts';
import { typistAt } from '../../testing/typist.ts';

let site: Site;
let staff: Staff;
let referee: Clerk;

beforeAll(async () => {
  site = await openSite(atTime('2026-10-14', '09:10'));
  staff = await staffOf(site);
  referee = await site.clerk('高林峰', 'referee', yingze);
}, 120_000);
afterAll(() => site?.close());

const short = (code: string) => `26-${code.slice(8, 14)}-${code.slice(14)}`;
const detached = (panel: Locator) => panel.waitFor({ state: 'detached' });

async function inBothSizes(page: Page): Promise<void> {
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);
  await page.setViewportSize(desktop);
}

test('只用键盘：单位退回，裁定岗裁定并改职责清单，下一件就建议新的单位', async () => {
  const { code } = await registered(staff.receptionist, { title: '公共立管漏水' });
  await bringTo(staff, code, 'dispatches');

  const head = await staff.head.open(`/disputes/${code}?act=sendBack`);
  const back = head.getByRole('region', { name: '退回', exact: true });
  const unit = typistAt(head);
  await unit.isAt(back.getByLabel('理由'));
  await back.getByText(/退回要在 10月1[45]日.*前/).waitFor();
  await unit.write('漏点在公共立管上，不是两户之间的事。');
  await unit.press('Tab');
  await unit.write('职责清单：共用设施由物业主管部门负责');
  await unit.press('Enter');
  await unit.pick('zjj', '迎泽区住建局');
  await back.getByText(/正在重新确定您这件事由哪个单位办理，办完的日期不变/).waitFor();
  // From the list of units too: its own keys must not swallow the one on the button.
  await back.getByRole('combobox').focus();
  await unit.press('Control+Enter');
  await detached(back);
  await head.getByRole('navigation', { name: '办到哪一步' }).getByText('派单裁定中').waitFor();
  await head.close();

  const page = await referee.open('/work');
  const typist = typistAt(page);
  const row = page.getByRole('listitem').filter({ hasText: short(code) });
  // The keys listen a moment after the row is seen; k at the top stays at the top.
  await row.getByRole('link').first().waitFor();
  await expect
    .poll(async () => {
      await typist.press('k');
      return row.evaluate((item) => item.contains(document.activeElement));
    })
    .toBe(true);
  await typist.press('d');
  const form = page.getByRole('region', { name: '裁定', exact: true });
  await form.getByText('漏点在公共立管上').waitFor();
  await form.getByRole('radio', { name: /^迎泽街道.*维持/ }).waitFor();
  await typist.isAt(form.getByRole('radio', { name: /^迎泽街道/ }));
  await typist.press('ArrowDown');
  expect(await form.getByRole('radio', { name: /^迎泽区住建局.*迎泽街道中心提的/ }).isChecked()).toBe(true);
  await typist.press('Tab', 'Tab');
  await typist.isAt(form.getByLabel('裁定理由（有关单位都看得到）'));
  await typist.write('公共立管由管共用设施的单位牵头。');
  await typist.press('Tab');
  await typist.write('《物业管理条例》第五条');
  await typist.press('Tab');
  await typist.press('3');
  await typist.isAt(form.getByRole('radio', { name: '改全区县的' }));
  await form.getByLabel('从哪天起').waitFor();
  await form.getByRole('button', { name: /^裁定由迎泽区住建局办/ }).waitFor();
  await inBothSizes(page);
  await form.getByRole('radio', { name: '改全区县的' }).focus();
  await typist.press('Control+Enter');
  await detached(form);
  await page.getByText('已裁定由迎泽区住建局办。').first().waitFor();
  await page.getByText('裁定由迎泽区住建局办。职责清单随之修改。').waitFor();

  const next = await registered(staff.receptionist, { title: '另一处漏水' });
  await bringTo(staff, next.code, 'triages');
  const desk = await staff.dispatcher.open(`/disputes/${next.code}?act=dispatch`);
  const dialog = desk.getByRole('dialog');
  expect(await dialog.getByRole('radio', { name: /^迎泽区住建局 建议/ }).isChecked()).toBe(true);
  await dialog.getByText(/《物业管理条例》第五条，2026-10-14/).waitFor();
});

test('裁定页：退回的和裁定的都在，条件在地址里，数点开就是那张清单', async () => {
  const { code } = await registered(staff.receptionist, { title: '楼道照明不亮' });
  await bringTo(staff, code, 'dispatches');
  await staff.head.post(`/api/disputes/${code}/send-backs`, { reason: '照明归物业管', basis: '职责清单' });
  const page = await referee.open('/rulings?result=open');
  const list = page.getByRole('table').first();
  await list.getByRole('link', { name: new RegExp(short(code)) }).waitFor();
  await list.getByText('照明归物业管').waitFor();
  await list.getByText(/前裁定$/).waitFor();
  expect(await list.getByRole('row').count()).toBe(2);

  const figures = page.getByRole('region', { name: '派单准不准' });
  await figures
    .getByText(/件数少，不比较/)
    .first()
    .waitFor();
  await inBothSizes(page);
  await figures
    .getByRole('link', { name: /退回的 2$/ })
    .first()
    .click();
  await expect.poll(() => new URL(page.url()).searchParams.get('category')).toBe('02');
  await expect.poll(() => list.getByRole('row').count()).toBe(3);
  await page.getByRole('navigation', { name: '怎么了结' }).getByRole('link', { name: '维持' }).click();
  await page.getByText('没有合条件的。').waitFor();
  await page.goBack();
  await list.getByRole('link', { name: new RegExp(short(code)) }).click();
  await page.getByRole('region', { name: '裁定', exact: true }).waitFor();
});

test('退得太晚：按钮不在，写明到什么时候、还有哪两条路', async () => {
  const { code } = await registered(staff.receptionist, { title: '噪声' });
  await bringTo(staff, code, 'dispatches');
  const before = site.it.clock.now;
  site.it.clock.now = atTime('2026-10-16', '17:00');
  const late = await site.clerk('孙晓', 'unitHead', street);
  const page = await late.open(`/disputes/${code}`);
  const doing = page.getByRole('region', { name: '现在该做' });
  await doing.getByText(/退回要在收到后8个工作小时内提出.*可以请中心转办，或者签收后提级/).waitFor();
  expect(await doing.getByRole('button', { name: '退回', exact: true }).count()).toBe(0);
  site.it.clock.now = before;
});
