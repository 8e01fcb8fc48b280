import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { expectNoSeriousAxeViolations } from '../../../platform/testing/browser.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

test('卷宗：从纠纷页进来，看到有什么、还缺什么，用键盘装订成卷，取到文件', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const page = await staff.handler.open(`/disputes/${code}`);
  await page.getByRole('link', { name: '卷宗', exact: true }).click();
  await page.getByRole('heading', { name: '卷宗', exact: true }).waitFor();
  await page.getByText(/^还缺：.*人民调解协议书/).waitFor();
  const row = page.getByRole('row', { name: /人民调解协议书/ });
  await row.getByText('达成协议后定稿').waitFor();
  await expectNoSeriousAxeViolations(page);
  await page.getByRole('button', { name: '装订成卷' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^装订好了，\d+ 页。/).waitFor({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '取文件' }).click();
  expect(await (await download).failure()).toBeNull();
  await page.getByRole('link', { name: /^卷宗（\d+ 页）/ }).waitFor();
  if (process.env.KEEP_PAPERS) {
    await page.screenshot({ path: `${process.env.KEEP_PAPERS}/page.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${process.env.KEEP_PAPERS}/phone.png`, fullPage: true });
  }
  await page.close();
});
