import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAgreement } from '../../../agreements/testing/anAgreement.ts';
import { atTime } from '../../../platform/now.ts';
import { expectNoSeriousAxeViolations } from '../../../platform/testing/browser.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;
const tablet = { viewport: { width: 1180, height: 820 } };

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

/** An agreement of these two, fixed, on the table. */
async function onTheTable(): Promise<string> {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const { parties } = await staff.handler.get(`/api/disputes/${code}`);
  const [guo, ren] = parties.map(({ id }: { id: string }) => id);
  const terms = anAgreement().terms.map((term) => ({ ...term, owesId: ren, toId: guo }));
  const agreement = anAgreement({ partyIds: [guo, ren], terms });
  await staff.handler.post(`/api/disputes/${code}/agreements`, { agreementId: null, agreement, reason: '' });
  const { agreements } = await staff.handler.get(`/api/disputes/${code}/agreements`);
  const [{ id: agreementId, digest }] = agreements;
  await staff.handler.post(`/api/disputes/${code}/agreement-locks`, { agreementId, digest });
  return code;
}

/** A name as a finger writes it. */
async function writeName(page: Page, pad: Locator): Promise<void> {
  const box = await pad.boundingBox();
  if (!box) throw new Error('no field to sign in');
  for (const [from, to] of [
    [0.2, 0.5],
    [0.4, 0.8],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3);
    await page.mouse.down();
    for (let step = 1; step <= 8; step++)
      await page.mouse.move(
        box.x + box.width * (from + ((to - from) * step) / 8),
        box.y + box.height * (0.3 + 0.05 * step),
      );
    await page.mouse.up();
  }
}

test('签字桌：下一位看到自己的钱和日子，说不对和签字一样大；核对证件、写了名才签得下去', async () => {
  const code = await onTheTable();
  const page = await staff.handler.open(`/signing/${code}`, tablet);
  await page.getByText('已签 0/2 · 已付 0 · 今天来了 0 人').waitFor();
  // Nothing leads away from this screen.
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.getByRole('button', { name: '下一位：郭秀兰' }).click();
  await page.getByText('应得 ¥8,000.00').waitFor();
  await page.getByText(/捌仟元整/).waitFor();
  await expectNoSeriousAxeViolations(page);
  const heights = await Promise.all(
    ['金额不对', '账号不对', '我再想想', '签好了，打印一份给我'].map(async (name) => {
      const box = await page.getByRole('button', { name }).boundingBox();
      return box?.height ?? 0;
    }),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(60);
  expect(Math.max(...heights)).toBe(Math.min(...heights));

  const signed = page.getByRole('button', { name: '签好了，打印一份给我' });
  const pad = page.getByRole('img', { name: '请在这里签名' });
  await writeName(page, pad);
  expect(await signed.isDisabled()).toBe(true);
  await page.getByRole('button', { name: '重签' }).click();
  await page.getByLabel(/已核对签字人的证件/).check();
  // A dot is no name.
  await pad.click();
  expect(await signed.isDisabled()).toBe(true);
  await writeName(page, pad);
  const paper = page.waitForEvent('popup');
  await signed.click();
  await (await paper).close();
  await page.getByText('郭秀兰签好了。').waitFor();
  await page.getByText('已签 1/2 · 已付 0 · 今天来了 1 人').waitFor();

  await page.getByLabel('找人').fill('任');
  await page.getByRole('button', { name: /^任建军/ }).click();
  await page.getByText('应付 ¥8,000.00').waitFor();
  await page.getByRole('button', { name: '金额不对' }).click();
  await page.getByText('记下了，任建军先不签。调解员会来说清楚。').waitFor();
  expect(await page.getByRole('button', { name: '签好了，打印一份给我' }).count()).toBe(0);

  // The mediator clears it up on his own screen.
  const desk = await staff.handler.open(`/disputes/${code}/signing`);
  await desk.getByText('还有 1 人没签', { exact: false }).waitFor();
  await expectNoSeriousAxeViolations(desk);
  const row = desk.getByRole('row').filter({ hasText: '任建军' });
  await row.getByRole('button', { name: '说清楚了' }).click();
  await desk.getByLabel('怎么说清楚的').fill('看了收据，是八千元。');
  await desk.getByRole('button', { name: '说清楚了' }).click();
  await desk.getByLabel('选任建军').check();
  await desk.getByLabel('看过纸上的签名或者指印').check();
  await desk.getByRole('button', { name: '纸上都签了（1 人）' }).click();
  await desk.getByText('都签了', { exact: false }).first().waitFor();
});

test('签字桌只用键盘也走得完：找人、打勾、在纸上签', async () => {
  const code = await onTheTable();
  const page = await staff.handler.open(`/signing/${code}`, tablet);
  await page.getByRole('button', { name: '下一位：郭秀兰' }).waitFor();
  const reach = async (target: Locator, key: string) => {
    for (let press = 0; press < 40; press++) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    expect(await target.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press(key);
  };
  await reach(page.getByRole('button', { name: '下一位：郭秀兰' }), 'Enter');
  await page.getByLabel(/已核对签字人的证件/).waitFor();
  await reach(page.getByLabel(/已核对签字人的证件/), 'Space');
  expect(await page.getByLabel(/已核对签字人的证件/).isChecked()).toBe(true);
  await reach(page.getByText('不会写、想在纸上签', { exact: false }), 'Enter');
  await reach(page.getByLabel('看过纸上的签名或者指印'), 'Space');
  await reach(page.getByRole('button', { name: '纸上签好了' }), 'Enter');
  await page.getByText('郭秀兰签好了。').waitFor();
});

test('给平板开签字桌：扫一次就能签，别的页打不开；丢了一按就收回，平板上说清楚怎么办', async () => {
  const code = await onTheTable();
  const desk = await staff.handler.open(`/disputes/${code}/signing`);
  await desk.getByRole('button', { name: '给平板开签字桌' }).click();
  await desk.getByRole('img', { name: '平板用的二维码' }).waitFor();
  const address = await desk.locator('.signing-address').innerText();
  await expectNoSeriousAxeViolations(desk);

  const page = await site.visit(new URL(address).pathname, tablet);
  await expectNoSeriousAxeViolations(page);
  await page.getByRole('button', { name: '打开签字桌' }).click();
  await page.getByRole('button', { name: '下一位：郭秀兰' }).click();
  await page.getByText('应得 ¥8,000.00').waitFor();
  await page.goto(`/disputes/${code}`);
  await page.getByText('这台平板只能用来在这件事上签字', { exact: false }).first().waitFor();
  await page.goto(`/signing/${code}`);
  await page.getByRole('button', { name: '下一位：郭秀兰' }).waitFor();

  await desk.getByRole('button', { name: /收回全部平板/ }).click();
  await desk.getByText(/^收回了 \d+ 台/).waitFor();
  await page.getByRole('button', { name: '下一位：郭秀兰' }).click();
  await page.getByText('这张签字桌已经收回', { exact: false }).waitFor();
});
