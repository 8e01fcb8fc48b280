import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-10-08', '23:50'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

test('月初打开履行：本月到期多少、已付多少；过了日子的点开就到那件事，下个月也看得到', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'progress-reports');
  const { parties } = await staff.handler.get(`/api/disputes/${code}`);
  const sides = { payerPartyId: parties[1].id, payeePartyId: parties[0].id };
  const items = [
    { obligation: '付第一笔', amountCents: 500_000, dueOn: '2026-10-08', ...sides },
    { obligation: '付第二笔', amountCents: 300_000, dueOn: '2026-11-20', ...sides },
  ];
  const settlement = {
    ...{ form: 'written', terms: '任建军赔偿郭秀兰 8000 元，分两次付清。', mediatedBy: 'committee' },
    ...{ contains: [], totalCents: 800_000, effectiveOn: '2026-10-08', items },
  };
  await staff.handler.post(`/api/disputes/${code}/settlements`, settlement);
  await staff.handler.post(`/api/disputes/${code}/payments`, {
    ...{ ...sides, cents: 200_000, paidOn: '2026-10-08', how: 'cash' },
  });
  site.it.clock.now = atTime('2026-10-09', '00:05');

  const page = await staff.handler.open('/promises');
  const sums = page.getByLabel('这个月的钱', { exact: true }).last();
  await expect.poll(() => sums.innerText()).toContain('¥5,000.00 · 1 笔');
  expect(await sums.innerText()).toContain('¥2,000.00 · 40%');
  await page.getByText('过期 · 付了 ¥2,000.00').waitFor();
  await examine(page);
  await page.setViewportSize(phone);
  await examine(page);

  await page.getByRole('link', { name: '下个月' }).click();
  await page.getByRole('cell', { name: '付第二笔' }).waitFor();
  expect(await page.getByRole('cell', { name: '付第一笔' }).count()).toBe(0);
  await page.getByRole('radio', { name: '过了日子没履行的' }).click();
  await page.getByRole('cell', { name: '付第一笔' }).getByRole('link').click();
  await page.waitForURL(`**/disputes/${code}`);
  await page.close();
});
