import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { examine } from '../../testing/examine.ts';
import { openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

const settlement = {
  form: 'written',
  terms: '任建军修好漏点，赔偿郭秀兰 8000 元，分两次付清。',
  mediatedBy: 'committee',
  contains: [],
  totalCents: 800_000,
};

async function agreed(
  effectiveOn: string,
  first: string,
): Promise<{ code: string; slips: Awaited<ReturnType<typeof registered>>['slips'] }> {
  const { code, slips } = await registered(staff.receptionist);
  await bringTo(staff, code, 'progress-reports');
  const { parties } = await staff.handler.get(`/api/disputes/${code}`);
  const sides = { payerPartyId: parties[1].id, payeePartyId: parties[0].id };
  const items = [
    { obligation: '付第一笔', amountCents: 500_000, dueOn: first, ...sides },
    { obligation: '付第二笔', amountCents: 300_000, dueOn: '2026-11-20', ...sides },
    { obligation: '修好漏点', amountCents: null, dueOn: '2026-10-31', ...sides },
  ];
  await staff.handler.post(`/api/disputes/${code}/settlements`, { ...settlement, effectiveOn, items });
  return { code, slips };
}

const agreement = (page: Page) => page.getByRole('region', { name: '协议', exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

test('到了日子，我的待办里有一行；记下付款以前看得到记到哪一笔，记好以后两边的查询页都写着', async () => {
  const { code, slips } = await agreed('2026-09-29', '2026-09-29');
  const work = await staff.handler.open('/work');
  await work.getByText('到日子了：问钱付了没有').waitFor();
  await work.close();

  const page = await staff.handler.open(`/disputes/${code}?act=recordPayment`);
  const panel = page.getByRole('region', { name: '记付款', exact: true });
  await field(page, '付了多少（元）').fill('6000');
  await panel.getByRole('radio', { name: '银行转账' }).click();
  const goes = panel.getByRole('region', { name: '这笔钱会记到' });
  await expect
    .poll(() => goes.getByRole('listitem').allInnerTexts())
    .toEqual([
      expect.stringMatching(/^5,000元 .*付第一笔.*到了日子$/),
      expect.stringMatching(/^1,000元 .*付第二笔.*日子最早$/),
    ]);
  await examine(page);
  const ahead = panel.getByRole('region', { name: '按下之后会发生什么' });
  await ahead.getByText('任建军9月29日（周二）付6,000元（银行转账）给您，已经记下。').first().waitFor();
  await ahead.getByText('您9月29日（周二）付6,000元（银行转账）给郭秀兰，已经记下。').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
  await agreement(page).getByText('已付6,000元，还有2,000元没付。').waitFor();
  await agreement(page).getByText('已付1,000元，还有2,000元').waitFor();

  for (const slip of slips) {
    const resident = await site.visit(`/c/${code}`, { viewport: phone, javaScriptEnabled: false });
    await resident.getByLabel('密码').fill(slip.pin);
    await resident.getByRole('button', { name: '看办到哪了' }).click();
    await resident.getByText('9月29日已履行').waitFor();
    await resident.getByText('已付1,000元，还有2,000元').waitFor();
    await resident.close();
  }
  await page.close();
});

test('没有履行：先把能走的路念给应该收的一方，再记；没有一句说能直接申请执行', async () => {
  const { code } = await agreed('2026-09-20', '2026-09-25');
  const page = await staff.handler.open(`/disputes/${code}?act=stateDefault`, { viewport: phone });
  const panel = page.getByRole('region', { name: '记没有履行', exact: true });
  const ways = panel.getByRole('region', { name: '应该收的一方还能走的路' });
  await ways.getByText('协议没有经法院确认，不能直接申请强制执行。').waitFor();
  await ways.getByText(/在协议生效起30日内，双方可以一起向法院申请司法确认（到10月20日24时）/).waitFor();
  await ways.getByText('对方不履行协议的，一方可以按协议向法院起诉，不用再调解。').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await field(page, '该付的一方怎么说').fill('说下个月一起付');
  await panel.getByRole('button', { name: /^记下没有履行/ }).click();
  await panel.getByText('先把能走的路告诉应该收的一方，再记。').first().waitFor();
  await panel.getByRole('checkbox', { name: '已把上面的路告诉应该收的一方' }).check();
  await panel.getByRole('button', { name: /^记下没有履行/ }).click();
  await panel.waitFor({ state: 'detached' });
  await agreement(page).getByText('过了日子没有履行').waitFor();
  await page.close();
});
