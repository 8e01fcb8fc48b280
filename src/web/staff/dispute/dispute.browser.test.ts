import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../../platform/now.ts';
import { phone } from '../../../platform/testing/browser.ts';
import { type Clerk, openSite, type Site } from '../../testing/site.ts';
import { bringTo, registered, type Staff, staffOf } from '../../testing/story.ts';

let site: Site;
let staff: Staff;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  staff = await staffOf(site);
}, 120_000);
afterAll(() => site?.close());

const pages = new Map<Clerk, Page>();

/** Everybody keeps one browser all day. */
async function at(clerk: Clerk, path: string): Promise<Page> {
  const page = pages.get(clerk);
  if (page) await page.goto(path);
  else pages.set(clerk, await clerk.open(path, { kept: true }));
  return pages.get(clerk) as Page;
}

const way = (page: Page) => page.getByRole('navigation', { name: '办到哪一步' });
const timeline = (page: Page) => page.getByRole('region', { name: '时间线（新的在上）' });
const consequences = (panel: Locator) => panel.getByRole('region', { name: '按下之后会发生什么' });
const answer = (panel: Locator, question: string, choice: string | RegExp) =>
  panel.getByRole('radiogroup', { name: question }).getByRole('radio', { name: choice }).click();

/** Presses the button of the form, which says what it does, and waits until the form is gone. */
async function press(panel: Locator, deed: string | RegExp): Promise<void> {
  await panel.getByRole('button', { name: deed }).click();
  await panel.waitFor({ state: 'detached' });
}

/** From my work: the one button of the row leads to the open form of the step. */
async function fromMyWork(clerk: Clerk, code: string, act: string): Promise<{ page: Page; panel: Locator }> {
  const page = await at(clerk, '/work');
  const short = `26-${code.slice(8, 14)}-${code.slice(14)}`;
  const row = page.getByRole('listitem').filter({ hasText: short });
  await row.getByRole('button', { name: new RegExp(`^${act}( \\w)?$`) }).click();
  const panel = page.getByRole(act === '分流' ? 'dialog' : 'region', act === '分流' ? {} : { name: act, exact: true });
  await panel.waitFor();
  return { page, panel };
}

async function onThePage(clerk: Clerk, code: string, act: string): Promise<{ page: Page; panel: Locator }> {
  const page = await at(clerk, `/disputes/${code}`);
  await page
    .getByRole('region', { name: '现在该做' })
    .getByRole('button', { name: new RegExp(`^${act}( \\w)?$`) })
    .click();
  const form = act === '记结果' ? '达成协议' : act;
  return { page, panel: page.getByRole('region', { name: form, exact: true }) };
}

test('一件事从登记走到归档：八个人各做各的一步，当事人在手机上看、评', async () => {
  const { receptionist, dispatcher, handler, approver, closer } = staff;
  const { code, slips } = await registered(receptionist);

  let { page, panel } = await onThePage(receptionist, code, '受理');
  await consequences(panel).getByText('9月29日24时').first().waitFor();
  await press(panel, /^受理这件事/);
  await way(page).getByText('已受理').waitFor();

  ({ page, panel } = await fromMyWork(dispatcher, code, '研判'));
  await answer(panel, '难易', /建议/);
  await answer(panel, '紧急程度', '中');
  await answer(panel, '严重程度', '低');
  await press(panel, /^记下研判/);
  await timeline(page).getByText('研判为「简单」，和建议一致。').waitFor();

  ({ page, panel } = await fromMyWork(dispatcher, code, '分流'));
  expect(await panel.getByRole('radio', { name: /^迎泽街道/ }).isChecked()).toBe(true);
  await press(panel, /^分流给迎泽街道/);
  await page
    .getByText(/前可撤回/)
    .first()
    .waitFor();

  ({ page, panel } = await fromMyWork(handler, code, '签收'));
  await panel.getByLabel('打算怎么办（可空）').fill('今天下午去现场看漏点。');
  await press(panel, /^签收这件事/);
  await way(page).getByText('调处中').waitFor();

  ({ page, panel } = await fromMyWork(handler, code, '写反馈'));
  await panel.getByLabel('进展').fill('到501看过，漏点在地漏旁边，双方同意周四再谈。');
  await panel.getByLabel('告诉当事人的话').fill('已经到楼上看过，漏点在地漏旁边。');
  await press(panel, /^发出反馈/);
  await timeline(page).getByText('到501看过').waitFor();

  ({ page, panel } = await onThePage(handler, code, '要材料'));
  await panel.getByLabel('要什么材料').fill('维修收据和房产证复印件');
  await panel.getByLabel('给几个工作日').fill('3');
  await press(panel, /^请当事人补材料/);

  ({ page, panel } = await fromMyWork(approver, code, '审批停钟'));
  await panel.getByText('维修收据和房产证复印件').waitFor();
  await answer(panel, '同不同意停钟', '同意，停钟');
  await panel.getByLabel('理由').fill('损失多少要看收据，同意等三天。');
  await press(panel, /^报出审批/);
  await page.getByRole('region', { name: '时限', exact: true }).getByText(/暂停/).first().waitFor();

  ({ page, panel } = await onThePage(handler, code, '材料收到'));
  await press(panel, /^记材料收到/);
  await page
    .getByRole('region', { name: '时限', exact: true })
    .getByText(/暂停/)
    .first()
    .waitFor({ state: 'detached' });

  ({ page, panel } = await onThePage(handler, code, '记结果'));
  await answer(panel, '协议形式', '书面协议');
  await answer(panel, '谁主持的调解', '人民调解委员会');
  await panel.getByLabel('协议内容').fill('任建军修好漏点，10月15日前赔偿郭秀兰 8000 元。');
  await panel.getByLabel('谁做什么').fill('任建军付给郭秀兰');
  await panel.getByLabel('金额（元）').fill('8000');
  await panel.getByLabel('哪天前').fill('10-15');
  await press(panel, /^记下协议/);
  await page.getByRole('region', { name: '协议', exact: true }).getByText('任建军付给郭秀兰').waitFor();

  ({ page, panel } = await onThePage(handler, code, '提交办结'));
  await panel.getByLabel('办理结果').fill('已签协议，漏点当天修好。');
  await press(panel, /^提交办结/);

  ({ page, panel } = await fromMyWork(closer, code, '通过办结'));
  await panel.getByLabel('审核意见').fill('材料齐，同意办结。');
  await press(panel, /^通过办结/);
  await way(page).getByText('已办结').waitFor();

  ({ page, panel } = await fromMyWork(receptionist, code, '记回访'));
  await answer(panel, '怎么问的', '打电话');
  await answer(panel, '解决了吗', '解决了');
  await answer(panel, '协议履行了吗', '还没到期');
  await panel.getByLabel('被问的人怎么说').fill('满意，等付款。');
  await press(panel, /^记下回访/);

  const resident = await site.visit(`/c/${code}`, { viewport: phone, javaScriptEnabled: false });
  await resident.getByLabel('密码').fill(slips[0].pin);
  await resident.getByRole('button', { name: '看办到哪了' }).click();
  await resident.getByRole('link', { name: '评一评' }).click();
  await resident.getByLabel('很满意', { exact: true }).check();
  await resident.getByRole('button', { name: '交评价' }).click();
  await resident.getByText('评价收到了').waitFor();

  ({ page, panel } = await onThePage(closer, code, '销号'));
  await timeline(page).getByText('评价：5 分').waitFor();
  await panel.getByLabel(/^说明/).fill('还没到付款的日子，另外盯着。');
  await press(panel, /^销号/);
  ({ page, panel } = await onThePage(closer, code, '归档'));
  await panel.getByLabel(/^说明/).fill('还没到付款的日子，另外盯着。');
  await press(panel, /^归档/);
  await way(page).getByText('已归档').waitFor();
  const { clocks } = await closer.get(`/api/disputes/${code}`);
  const running = clocks.filter((clock: { stoppedAt: string | null }) => clock.stoppedAt === null);
  expect(running.map(({ kind, binds }: { kind: string; binds: string }) => [kind, binds])).toEqual([
    ['confirmationRequest', 'party'],
    ['promise', 'party'],
  ]);
});

test('分流之前说清告诉谁、起什么钟、当事人看到什么、到几点能撤回；按 U 撤得回来', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'triages');
  const { page, panel } = await fromMyWork(staff.dispatcher, code, '分流');
  const told = consequences(panel);
  await told
    .getByText(/迎泽街道.*站内/)
    .first()
    .waitFor();
  await told.getByText(/^当事人：/).waitFor();
  for (const clock of ['签收', '反馈', '办结'])
    await told
      .getByText(new RegExp(`${clock}.*\\d+月\\d+日`))
      .first()
      .waitFor();
  await told.getByText('您的事已经转给迎泽街道').first().waitFor();
  await told.getByText(/08:55 前、对方签收前可以撤回/).waitFor();
  await told.getByRole('button', { name: '算给我看' }).last().click();
  await told.getByText(/跳过 10-01…10-07/).waitFor();
  await press(panel, /^分流给迎泽街道/);

  await page
    .getByText(/08:55 前可撤回/)
    .first()
    .waitFor();
  await page.keyboard.press('u');
  await press(page.getByRole('region', { name: '撤回分流', exact: true }), /^撤回分流/);
  await way(page).getByText('已受理').waitFor();
  await timeline(page).getByText('撤回对迎泽街道').waitFor();
});

test('到期日谁都算得出来：钟上按 ? 或点一下，起算、跳过的假日、到期一行一行写着，当事人看到同一天', async () => {
  const { code, slips } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const page = await at(staff.handler, `/disputes/${code}`);
  const clocks = page.getByRole('region', { name: '时限', exact: true });
  const chip = clocks.getByRole('button', { name: /^办结/ });
  await chip.focus();
  await page.keyboard.press('?');
  const sum = page.getByRole('region', { name: '办结 怎么算的' });
  await sum.getByText(/起算/).first().waitFor();
  await sum.getByText(/跳过 10-01…10-07/).waitFor();
  await sum.getByText(/10-10.*调休上班/).waitFor();
  await sum.getByText(/到期 10月\d+日24时/).waitFor();
  await chip.click();
  await sum.waitFor({ state: 'detached' });

  const due = /10月\d+日24时/.exec((await page.getByRole('region', { name: '13710 时限' }).textContent()) ?? '')?.[0];
  const resident = await site.visit(`/c/${code}`, { viewport: phone, javaScriptEnabled: false });
  await resident.getByLabel('密码').fill(slips[0].pin);
  await resident.getByRole('button', { name: '看办到哪了' }).click();
  const { clocks: ticking } = await staff.handler.get(`/api/disputes/${code}`);
  expect(ticking.map((clock: { sentence: string }) => clock.sentence).join()).toContain(due);
  await resident
    .getByText(/10月\d+日24时前/)
    .first()
    .waitFor();
});

test('两个人同时写：后发的人看到谁先做了什么，自己写的字还在，看过再发就发得出去', async () => {
  const { code } = await registered(staff.receptionist);
  await bringTo(staff, code, 'acknowledgements');
  const { page, panel } = await onThePage(staff.handler, code, '写反馈');
  const words = '电话里和任建军说好，周四下午三点在社区会议室谈。';
  await panel.getByLabel('进展').fill(words);
  await panel.getByRole('button', { name: '已经和对方联系上，约好时间再谈，定了告诉您。' }).click();
  await staff.head.post(`/api/disputes/${code}/progress-reports`, {
    text: '主任去过现场。',
    forResident: '已经去看过现场。',
  });
  await panel.getByRole('button', { name: /^发出反馈/ }).click();
  await panel.getByText(/高志远于 08:40 办了「写反馈」.*写的字还在下面/).waitFor();
  expect(await panel.getByLabel('进展').inputValue()).toBe(words);

  await panel.getByRole('button', { name: '看现在的样子' }).click();
  await timeline(page).getByText('主任去过现场。').waitFor();
  expect(await panel.getByLabel('进展').inputValue()).toBe(words);
  await press(panel, /^发出反馈/);
  await timeline(page).getByText(words).waitFor();
});
