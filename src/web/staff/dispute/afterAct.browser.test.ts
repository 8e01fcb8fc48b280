import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

const said = (page: Page, words: RegExp): Locator => page.getByRole('status').filter({ hasText: words });

/** Wholly within what is seen, and called up for whoever hears the page. */
async function expectCalled(page: Page, strip: Locator): Promise<void> {
  await strip.waitFor();
  await expect.poll(() => strip.evaluate((element) => element === document.activeElement)).toBe(true);
  const box = await strip.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

test('办完一步，办成了什么看得见、焦点在那里，页再长也一样；「下一件」打开下一件欠着的，表已经开着', async () => {
  const [first, second] = [
    await registered(staff.receptionist, { title: '楼上漏水赔偿' }),
    await registered(staff.receptionist, { title: '楼道堆物' }),
  ];
  for (const { code } of [first, second]) await bringTo(staff, code, 'dispatches');
  const page = await staff.handler.open(`/disputes/${first.code}?act=acknowledge`, { viewport: phone });
  await page.getByRole('region', { name: '签收', exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expectCalled(page, said(page, /签收/));

  await page.getByRole('button', { name: /^下一件 → 签收：楼道堆物/ }).click();
  await page.waitForURL(`**/disputes/${second.code}?act=acknowledge`);
  await page.getByRole('region', { name: '签收', exact: true }).waitFor();
});

test('在窗口里办的也一样：窗口关了，焦点在办成了什么上', async () => {
  const { code } = await registered(staff.receptionist, { title: '装修噪声' });
  await bringTo(staff, code, 'triages');
  const page = await staff.dispatcher.open(`/disputes/${code}?act=dispatch`, { viewport: phone });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^分流给迎泽街道/ })
    .click();
  await expectCalled(page, said(page, /可以撤回/));
});

test('在待办里展开一件，看得到是什么事、最近一步写了什么', async () => {
  const { code } = await registered(staff.receptionist, {
    title: '押金不退',
    facts: '退租时房东说墙面弄脏了，押金一分不退。',
  });
  await bringTo(staff, code, 'dispatches');
  const page = await staff.handler.open('/work');
  await page.locator('[data-row]').filter({ hasText: '押金不退' }).locator('.clock-button').click();
  const row = page.locator('[data-row]').filter({ hasText: '押金不退' });
  await row.getByText('退租时房东说墙面弄脏了').waitFor();
  await row.getByText('先去现场看漏点。').waitFor();
});

test('自己办的不说「刚有变化」，消息比回答来得早也一样；同事那里照常说', async () => {
  const { code } = await registered(staff.receptionist, { title: '楼道堆物挡路' });
  await bringTo(staff, code, 'acknowledgements');
  const colleague = await staff.head.open(`/disputes/${code}`);
  const page = await staff.handler.open(`/disputes/${code}?act=report`);
  await page.getByLabel('进展').fill('去过现场，东西已经挪开一半。');
  await page.getByLabel('告诉当事人的话').fill('已经去看过，正在清。');
  const said = Promise.withResolvers<void>();
  await page.route('**/progress-reports', async (route) => {
    const response = await route.fetch();
    await said.promise;
    await route.fulfill({ response });
  });
  await page.keyboard.press('Control+Enter');
  await colleague.getByRole('button', { name: /这件事刚有变化/ }).waitFor();
  expect(await page.getByRole('button', { name: /这件事刚有变化/ }).count()).toBe(0);
  said.resolve();
  await page
    .getByRole('status')
    .filter({ hasText: /已写反馈/ })
    .waitFor();
  expect(await page.getByRole('button', { name: /这件事刚有变化/ }).count()).toBe(0);
});

test('结果不替人先说好：一个「记结果」，里面选是哪一种；审核的人旁边看得到办理人说办成了什么', async () => {
  const { code } = await registered(staff.receptionist, { title: '空调外机滴水' });
  await bringTo(staff, code, 'progress-reports');
  const page = await staff.handler.open(`/disputes/${code}`);
  const doing = page.getByRole('region', { name: '现在该做' });
  expect(await doing.getByRole('button', { name: /达成协议|没调成/ }).count()).toBe(0);
  await doing.getByRole('button', { name: /^记结果/ }).click();
  const choice = page.getByRole('radiogroup', { name: '什么结果' });
  await choice.getByRole('radio', { name: '没调成' }).click();
  await page.getByRole('region', { name: '没调成' }).getByLabel('理由').waitFor();
  await bringTo(staff, code, 'closure-submissions', 'settlements');
  const checking = await staff.closer.open(`/disputes/${code}?act=verifyClosure`);
  const form = checking.getByRole('region', { name: '通过办结', exact: true });
  await form.getByText('已签协议，漏点当天修好。').waitFor();
  await form.getByText(/武志强/).waitFor();
});

test('研判和办结漏了哪一项，上面说得出是哪一项', async () => {
  const { code } = await registered(staff.receptionist, { title: '垃圾堆门口' });
  await bringTo(staff, code, 'acceptances');
  const page = await staff.dispatcher.open(`/disputes/${code}?act=triage`);
  await page.getByRole('region', { name: '研判', exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  const problems = page.getByRole('alert').filter({ hasText: '处要改' });
  for (const name of ['难易：', '紧急程度：', '严重程度：']) await problems.getByText(name).waitFor();
  await bringTo(staff, code, 'closure-submissions', 'triages');
  const checking = await staff.closer.open(`/disputes/${code}?act=verifyClosure`);
  await checking.getByRole('region', { name: '通过办结', exact: true }).waitFor();
  await checking.keyboard.press('Control+Enter');
  await checking
    .getByRole('alert')
    .getByText(/审核意见：/)
    .waitFor();
});
