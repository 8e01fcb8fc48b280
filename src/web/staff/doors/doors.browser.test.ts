import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-10-13', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

const agreed = {
  ...{ form: 'written', terms: '任建军赔偿郭秀兰 8000 元。', effectiveOn: '2026-10-13', mediatedBy: 'committee' },
  ...{ contains: [], totalCents: 800_000 },
  items: [{ obligation: '任建军付给郭秀兰', amountCents: 800_000, dueOn: '2026-11-15' }],
};

test('办这件事的人开司法确认、填申请书、递交；法院的人在待办里看到，受理、记裁定，都用键盘', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'progress-reports');
  await staff.handler.post(`/api/disputes/${code}/settlements`, agreed);

  const page = await staff.handler.open(`/disputes/${code}`);
  const ways = page.getByRole('region', { name: '调不成怎么办：还能走的路' });
  await ways.getByRole('button', { name: '开这条路：申请司法确认' }).press('Enter');
  await page.getByRole('dialog').getByText('要双方一起申请').waitFor();
  await page.getByRole('dialog').getByText('能不能改').waitFor();
  await examine(page);
  await page.keyboard.press('Control+Enter');
  await ways.getByText('「申请司法确认」开好了').waitFor();
  await ways.getByRole('link', { name: '申请司法确认' }).click();
  await page.getByRole('heading', { name: '司法确认申请书' }).waitFor();
  await page.getByText('由双方当事人补').first().waitFor();
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);
  await page.getByRole('button', { name: '填申请书' }).press('Enter');
  await page.getByLabel('请求事项').fill('请求裁定调解协议有效。');
  expect(await page.getByLabel('事实和理由').inputValue()).toContain('漏水');
  await examine(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText('申请书填好的都记下了。').waitFor();
  await page.getByText('申请书填全了').waitFor();
  await page.getByRole('button', { name: '递交', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('交给在平台里的受理机关').click();
  await dialog.getByLabel('申请人在申请书上签了名').check();
  await examine(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText('递交了。').waitFor();
  const door = page.url().split('/').at(-1) ?? '';
  await page.close();

  const judge = await site.clerk('白洁', 'courtClerk', '140106-court');
  const court = await judge.open('/');
  await court.getByText('决定是否受理司法确认').first().waitFor();
  await court.goto(`/doors/${door}`);
  await court.getByRole('button', { name: '受理', exact: true }).press('Enter');
  await court.getByLabel('哪天', { exact: true }).fill('今天');
  await court.getByLabel('案号、文号（没有就空着）').fill('（2026）晋0106诉前调确9号');
  await court.keyboard.press('Control+Enter');
  await court.getByText('受理记下了').waitFor();
  await court.getByRole('button', { name: '记裁定' }).press('Enter');
  await court.getByLabel('哪天', { exact: true }).fill('今天');
  await court.getByText('裁定协议有效').click();
  await examine(court);
  await court.keyboard.press('Control+Enter');
  await court.getByText('裁定记下了').waitFor();
  await court.getByText('这条路走完了。').waitFor();
  await court.close();
});
