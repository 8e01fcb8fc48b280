import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { expectNoSeriousAxeViolations, phone } from '../../../platform/testing/browser.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { typistAt } from '../../testing/typist.ts';

const sample = fileURLToPath(new URL('../../../../seeds/samples/ledger-sample.xlsx', import.meta.url));

let site: Site;
let dispatcher: Clerk;
let receptionist: Clerk;

beforeAll(async () => {
  site = await openSite(atTime('2026-01-05', '10:00'));
  dispatcher = await site.clerk('李娜', 'dispatcher', '140106-center');
  receptionist = await site.clerk('贾敏', 'receptionist', '140106-center');
}, 180_000);
afterAll(() => site?.close());

async function press(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await page.getByRole(role, { name }).first().focus();
  await page.keyboard.press('Enter');
}

test('旧台账从文件到写入再到撤销，全程不用鼠标；重新打开页面什么都不丢', async () => {
  const page = await dispatcher.open('/imports');
  await page.getByText('还没有导入过').waitFor();
  await expectNoSeriousAxeViolations(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'button', '选台账文件…')]);
  await chooser.setFiles(sample);
  await press(page, 'button', '检查每一行');
  await page.getByRole('heading', { name: '检查结果' }).waitFor();
  await page.getByText('「扯皮」没有对应的类别').waitFor();
  await expectNoSeriousAxeViolations(page);

  const hands = typistAt(page);
  await page.getByRole('combobox', { name: '扯皮：系统里是' }).focus();
  await hands.pick('18', '其他');
  await page.getByRole('button', { name: '按改过的对应再检查' }).waitFor();
  await page.reload();
  await press(page, 'button', '按改过的对应再检查');
  await page.getByRole('button', { name: '把 286 行写入' }).waitFor();

  await page.setViewportSize(phone);
  await expectNoSeriousAxeViolations(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await press(page, 'button', '把 286 行写入');
  await page.getByRole('dialog', { name: '写入 286 件' }).getByText('不自动发督办单', { exact: false }).waitFor();
  await page.getByRole('dialog', { name: '写入 286 件' }).getByText('猜的词').waitFor();
  await expectNoSeriousAxeViolations(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText('已写入 286 件。').waitFor({ timeout: 100_000 });

  await press(page, 'button', '撤销整次导入…');
  await page.getByRole('dialog', { name: '撤销这次导入' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('撤销了 286 件。').waitFor({ timeout: 60_000 });
  await page.goto('/imports');
  await page.getByText('撤销 286，留下 0').waitFor();
});

test('停机时收的纸质表：印登记本，按编号补录；没写全的说在格子旁，重新打开不丢', async () => {
  const page = await receptionist.open('/paper');
  await press(page, 'button', '预留 20 个编号并打印');
  await page.getByText('还在纸上的编号 20 个').first().waitFor({ timeout: 60_000 });
  await expectNoSeriousAxeViolations(page);
  await press(page, 'button', '做一份应急清单');
  await page.getByText('做好了：在办 0 件。').first().waitFor({ timeout: 30_000 });
  await page.clock.setFixedTime(atTime('2026-01-05', '15:00'));
  site.it.clock.now = atTime('2026-01-05', '15:00');

  await press(page, 'link', /^补录 140106/);
  const hands = typistAt(page);
  await hands.isAt(page.getByLabel('哪天收的'));
  await hands.write('今天');
  await hands.press('Enter');
  await hands.write('1130');
  await hands.press('Enter');
  await page.getByRole('combobox', { name: '谁收的（首问）' }).focus();
  await hands.write('贾敏');
  await page.getByRole('option', { name: '贾敏' }).first().waitFor({ state: 'attached' });
  await hands.press('Enter');
  // The list closes a moment after the choice; until then the keys are its own.
  const missing = page.getByText('写几句经过：什么时候、谁、怎么回事。');
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+Enter');
      return missing.count();
    })
    .toBeGreaterThan(0);
  await expectNoSeriousAxeViolations(page);
  await page.reload();
  await page.getByLabel('几点几分').waitFor();
  expect(await page.getByLabel('几点几分').inputValue()).toBe('1130');
});
