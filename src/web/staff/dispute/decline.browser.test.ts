import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { desktop, phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { registered, yingze } from '../../testing/story.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '09:00'));
}, 120_000);
afterAll(() => site?.close());

test('审批岗写去哪里：换一条路，地方跟着换，期限按选的那条路算，按之前就看得到；自己写的地方不动', async () => {
  const receptionist = await site.clerk('贾敏', 'receptionist', yingze);
  const { code } = await registered(receptionist, { title: '工资没有给', categoryCode: '10' });
  const approver = await site.clerk('孙敏', 'approver', yingze);
  const page = await approver.open(`/disputes/${code}?act=decline`);
  const choose = async (label: RegExp | string, option: string) => {
    await page.getByLabel(label).click();
    await page.locator('.ant-select-item-option', { hasText: option }).first().click();
  };
  const place = page.getByLabel('该去哪里');
  await choose('情形', '属于信访事项');
  expect(await place.inputValue()).toBe('本中心信访接待窗口');
  await choose(/^走哪条路/, '申请劳动仲裁');
  expect(await place.inputValue()).toBe('劳动人事争议仲裁委员会');
  await choose(/^走哪条路/, '不服裁决，向法院起诉');
  expect(await place.inputValue()).toBe('人民法院');
  await place.fill('迎泽区法院诉讼服务大厅');
  await choose(/^走哪条路/, '申请劳动仲裁');
  expect(await place.inputValue()).toBe('迎泽区法院诉讼服务大厅');
  await page.getByLabel(/^期限从哪天起算/).fill('2026-09-01');
  await page.getByLabel(/^理由/).fill('要先走劳动仲裁。');
  await page.getByText('最晚2027年9月1日').first().waitFor();
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await examine(page);
  }
});
