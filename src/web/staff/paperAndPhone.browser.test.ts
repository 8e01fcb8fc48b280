import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../platform/now.ts';
import { desktop, phone } from '../../platform/testing/browser.ts';
import { examine } from '../testing/examine.ts';
import { openSite, type Site } from '../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
  const worker = async (from: number) => {
    for (let number = from; number < from + 12; number += 1)
      await registered(staff.receptionist, { title: `${number}号楼漏水赔偿` });
  };
  await Promise.all([worker(1), worker(21)]);
}, 120_000);
afterAll(() => site?.close());

test('一件事打出来的纸上没有按钮，时限在，每张写着编号、谁什么时候打的', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'progress-reports');
  const page = await staff.leader.open(`/disputes/${code}`);
  await page
    .getByRole('region', { name: '时限', exact: true })
    .getByText(/余\d+天/)
    .first()
    .waitFor();
  await page.emulateMedia({ media: 'print' });
  const pressed = page.locator('button:visible, .ant-select:visible, input:visible');
  expect(
    await pressed.evaluateAll((all) =>
      all.filter((each) => !each.matches('.clock-button')).map((each) => each.textContent),
    ),
  ).toEqual([]);
  expect(
    await page
      .getByRole('region', { name: '时限', exact: true })
      .getByText(/余\d+天/)
      .first()
      .isVisible(),
  ).toBe(true);
  await page.getByText(/140106 26 \d{6} \d　刘建国 .*打印/).waitFor();
});

test('手机上看报表：每一行的项目和三个数都在屏里，项目不会一个字一行', async () => {
  const page = await staff.leader.open('/reports', { viewport: phone });
  const row = page.getByRole('row').filter({ hasText: '登记' }).first();
  await row.waitFor();
  const boxes = await row.locator('th, td').evaluateAll((all) =>
    all.map((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return { left, right, width };
    }),
  );
  expect(boxes[0]?.width).toBeGreaterThan(200);
  for (const { left, right } of boxes) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(phone.width);
  }
  await row.getByText('比上期').or(row.locator('[data-label]').nth(2)).first().waitFor();
  await examine(page);
});

test('台账往下翻，表头还在；条件在旁边的栏里，改一条清单马上跟着变', async () => {
  const page = await staff.leader.open('/ledger', { viewport: desktop });
  await page.locator('[data-row]').nth(20).waitFor();
  await page.mouse.wheel(0, 700);
  const head = page.getByRole('columnheader').first();
  await expect.poll(async () => (await page.locator('[data-row]').first().boundingBox())?.y ?? 0).toBeLessThan(0);
  const top = (await head.boundingBox())?.y ?? -1;
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(60);
  await page.keyboard.press('f');
  const panel = page.getByRole('complementary', { name: '条件' });
  const list = (await page.getByRole('table').boundingBox())?.x ?? 0;
  expect((await panel.boundingBox())?.x).toBeGreaterThan(list + 400);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});
