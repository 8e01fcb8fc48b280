import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

test('写协议：边写边说哪里要改，点一下到那几个字；写了一半关掉，再开还在；存了、改了、定稿了都看得见', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const page = await staff.handler.open(`/disputes/${code}?act=draftAgreement`);
  const form = page.getByRole('dialog');
  await form.getByText(/要付钱，没写多少/).waitFor();
  await form.getByLabel('付什么钱').fill('漏水损失，尽快付');
  await form.getByLabel('金额（元）', { exact: true }).fill('8000');
  await form.getByText('「尽快」说不准是哪一天。', { exact: false }).waitFor();
  await form.getByText(/人民币捌仟元整（¥8,000.00）/).waitFor();
  await form.getByRole('listitem').filter({ hasText: '「尽快」' }).getByRole('button', { name: '改这里' }).click();
  const marked = await form
    .getByLabel('付什么钱')
    .evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd));
  expect(marked).toBe('尽快');

  // Half written and closed: nothing is lost.
  await page.reload();
  await expect.poll(() => form.getByLabel('付什么钱').inputValue()).toBe('漏水损失，尽快付');
  await form.getByLabel('付什么钱').fill('漏水损失');
  await form.getByLabel('哪天以前').first().fill('2026-10-30');
  await form.getByLabel('不按时做怎么办').fill('每晚一天加付10元');
  await form.getByText('要改 1 · 建议 0').waitFor();
  await form.getByText('任建军没有登记证件。', { exact: false }).waitFor();
  await form.getByRole('button', { name: /^存下这一稿/ }).click();
  // What closes slowly would be found instead of what opens next.
  await form.waitFor({ state: 'hidden' });

  const written = page.getByRole('region', { name: '协议' });
  await written.getByText('还没有编号　第1稿').waitFor();
  await page.getByRole('button', { name: '写协议' }).click();
  await form.getByRole('radio', { name: /接着第1稿改/ }).click();
  await expect.poll(() => form.getByLabel('付什么钱').inputValue()).toBe('漏水损失');
  await form.getByLabel('哪天以前').first().fill('2026-11-15');
  await form.getByLabel('这一稿改了什么').fill('日子往后推');
  await form.getByRole('button', { name: /^存下这一稿/ }).click();
  await form.waitFor({ state: 'hidden' });
  await written.getByText('还没有编号　第2稿').waitFor();
  await written.getByRole('button', { name: '看每一稿' }).click();
  await written.locator('ins').filter({ hasText: '2026年11月15日' }).waitFor();
  await written.locator('del').filter({ hasText: '2026年10月30日' }).waitFor();

  await page.getByRole('button', { name: '协议定稿' }).click();
  await page.getByRole('button', { name: /^定稿、编号/ }).click();
  await form.waitFor({ state: 'hidden' });
  await written.getByText('〔2026〕迎人调字第1号　第2稿').waitFor();

  await page.getByRole('button', { name: /^记结果/ }).click();
  await page.getByRole('radio', { name: '〔2026〕迎人调字第1号　第2稿' }).click();
  await page.getByText('按协议记下 1 笔履行，到日子提醒。').waitFor();
  await page.getByText('还有 2 人没在这里签：郭秀兰、任建军。').waitFor();
  await page.getByRole('checkbox', { name: /他们都在纸上签了/ }).check();
  await page.getByRole('radio', { name: '人民调解委员会', exact: true }).click();
  await page.getByRole('button', { name: /^记下协议/ }).click();
  await page.getByText('乙方（任建军）付给甲方（郭秀兰）：漏水损失').first().waitFor();
});
