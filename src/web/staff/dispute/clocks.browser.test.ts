import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { noDanger } from '../../../routing/testing/noDanger.ts';
import { examine } from '../../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

/** Signed for on 9月29日: 办结 falls on 10月14日. */
async function inHand(): Promise<{ code: string; pin: string }> {
  const { code, slips } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acceptances');
  const judged = { difficulty: 'ordinary', urgency: 'medium', gravity: 'low', safety: noDanger, toldWhom: '' };
  await staff.dispatcher.post(`/api/disputes/${code}/triages`, { ...judged, reason: '双方说法不一' });
  await bringTo(staff, code, 'acknowledgements', 'dispatches');
  return { code, pin: slips[0].pin };
}

const pages = new Map<Clerk, Page>();

/** Everybody keeps one browser all day. */
async function at(clerk: Clerk, path: string): Promise<Page> {
  const page = pages.get(clerk);
  if (page) await page.goto(path);
  else pages.set(clerk, await clerk.open(path, { kept: true }));
  return pages.get(clerk) as Page;
}

/** Everything by the keys: the act from the list of acts, its fields one after the other, Ctrl+Enter. */
async function openForm(page: Page, act: string): Promise<Locator> {
  await page
    .getByRole('region', { name: '现在该做' })
    .getByRole('button', { name: new RegExp(`^${act}`) })
    .focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: act, exact: true });
  await panel.waitFor();
  return panel;
}

async function send(page: Page, panel: Locator): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
}

async function type(panel: Locator, label: string, text: string): Promise<void> {
  await panel.getByLabel(label, { exact: true }).focus();
  await panel.page().keyboard.type(text);
}

/** A choice is a radio group: the arrow keys move, the space bar takes. */
async function choose(panel: Locator, question: string, answer: string): Promise<void> {
  await panel.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).focus();
  await panel.page().keyboard.press('Space');
}

test('要更多时间：承办人申请、审批岗看得到从哪天到哪天、批准后原来的日期还在，当事人读到新日期和原因', async () => {
  const { code, pin } = await inHand();
  const page = await at(staff.handler, `/disputes/${code}`);
  const panel = await openForm(page, '申请延期');
  await type(panel, '延长多久', '5');
  await type(panel, '理由（当事人看得到）', '楼上住户住院，月底出院');
  await panel.getByText('规则里还可以延', { exact: false }).waitFor();
  await send(page, panel);
  await page.getByText('延期申请交上去了，等审批。').waitFor();

  const approver = await at(staff.approver, `/work`);
  const row = approver.getByRole('listitem').filter({ hasText: '审批延期' });
  await row.getByRole('button', { name: /^审批延期/ }).focus();
  await approver.keyboard.press('Enter');
  const decision = approver.getByRole('region', { name: '审批延期', exact: true });
  await decision.getByText('10月14日24时 → 10月19日24时').waitFor();
  await choose(decision, '同不同意延期', '同意延期');
  await type(decision, '理由', '情况属实');
  await decision.getByText(/办结：10月19日24时前/).waitFor();
  await send(approver, decision);

  await page.reload();
  const clocks = page.getByRole('region', { name: '时限', exact: true });
  await clocks.getByRole('button', { name: /^办结：10月19日24时前/ }).focus();
  await page.keyboard.press('?');
  const sum = page.getByRole('region', { name: '办结 怎么算的' });
  await sum.getByText(/延期 5天.*楼上住户住院.*批准：张伟民/).waitFor();
  await sum.getByRole('button', { name: '历史到期日 1' }).focus();
  await page.keyboard.press('Enter');
  await sum.getByText(/^10月14日24时，到 09-29 08:40 为止：延期$/).waitFor();
  await examine(page);

  const resident = await site.visit(`/c/${code}`, { viewport: phone, javaScriptEnabled: false });
  await resident.getByLabel('密码').fill(pin);
  await resident.getByRole('button', { name: '看办到哪了' }).click();
  await resident.getByText('10月19日24时前', { exact: false }).first().waitFor();
  await resident.getByText('原来是10月14日（周三），张伟民批准延了5天。原因：楼上住户住院，月底出院。').waitFor();
}, 120_000);

test('等法院：批准后钟停着，尺上、待办里、当事人那里都写着等谁、到哪天；等到了钟接着走', async () => {
  const { code, pin } = await inHand();
  const page = await at(staff.handler, `/disputes/${code}`);
  const panel = await openForm(page, '申请停钟');
  await choose(panel, '等谁', '等法院');
  await type(panel, '等什么（当事人看得到）', '诉前鉴定结论');
  await type(panel, '等到哪天', '10-12');
  await send(page, panel);
  await staff.approver.post(`/api/disputes/${code}/pause-decisions`, { approve: true, reason: '要等鉴定' });

  await page.reload();
  await page.getByRole('region', { name: '现在该做' }).getByText('等法院：诉前鉴定结论，到10月12日24时').waitFor();
  const ruler = page.getByRole('region', { name: '13710 时限' });
  await ruler.getByText('暂停 等法院').first().waitFor();
  await ruler.getByRole('list', { name: '别的时限，和上面同一把尺' }).getByText('等法院 ').first().waitFor();
  const resident = await site.visit(`/c/${code}`, { viewport: phone, javaScriptEnabled: false });
  await resident.getByLabel('密码').fill(pin);
  await resident.getByRole('button', { name: '看办到哪了' }).click();
  await resident.getByText('现在等法院：诉前鉴定结论，到10月12日24时。').waitFor();

  const work = await at(staff.handler, '/work');
  const row = work.getByRole('listitem').filter({ hasText: '等到了' });
  await row.getByRole('button', { name: /^等到了/ }).focus();
  await work.keyboard.press('Enter');
  const came = work.getByRole('region', { name: '等到了', exact: true });
  await type(came, '等到了什么', '法院送来鉴定结论');
  await send(work, came);
  await work.getByText('记好了，钟接着走').waitFor();
}, 120_000);

test('法定时限：按名称找到、写哪天的事，尺下多一条道；当事人的时限写明是当事人的，记结束以后就不走了', async () => {
  const { code } = await inHand();
  const page = await at(staff.handler, `/disputes/${code}`);
  const panel = await openForm(page, '记法定时限');
  // By the body where it is kept: its limits stand together.
  await type(panel, '哪个法定时限', '公安交管');
  await page
    .getByText(/^申请交警调解（10个工作日/)
    .first()
    .waitFor();
  await page.getByText(/^对裁定上诉/).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('对裁定上诉');
  await page.keyboard.press('Enter');
  await panel.getByText('当事人的时限，过了不算我们逾期：当事人。').waitFor();
  await panel.getByLabel('是谁的期限（只告诉他）', { exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await type(panel, '什么事起算，怎么知道的', '裁定书送达回证');
  await panel
    .getByText(/对裁定上诉.*10月9日24时/)
    .first()
    .waitFor();
  await send(page, panel);
  const lanes = page.getByRole('list', { name: '别的时限，和上面同一把尺' });
  await lanes.getByText(/^对裁定上诉（.+）\s当事人的$/).waitFor();
  await examine(page);

  const end = await openForm(page, '法定时限结束');
  await type(end, '怎么结束的', '当事人说不上诉');
  await send(page, end);
  await lanes.getByText(/^对裁定上诉（/).waitFor({ state: 'detached' });
}, 120_000);
