import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StepName } from '../../disputes/procedure.ts';
import { stepNames, stepOf } from '../../disputes/procedure.ts';
import { atTime } from '../../platform/now.ts';
import { desktop, phone } from '../../platform/testing/browser.ts';
import type { ServerEngine } from '../../server/engine.ts';
import { remindParties } from '../../server/recurring.ts';
import { atTheTable, everyState, type Matters, onlookers } from '../testing/everyState.ts';
import { examine } from '../testing/examine.ts';
import { type Clerk, openSite, type Site } from '../testing/site.ts';
import { type Staff, staffOf } from '../testing/story.ts';

let site: Site;
let people: Staff & Awaited<ReturnType<typeof onlookers>>;
let matters: Matters & Awaited<ReturnType<typeof atTheTable>>;

beforeAll(async () => {
  site = await openSite(atTime('2026-09-29', '08:40'));
  people = { ...(await staffOf(site)), ...(await onlookers(site)) };
  matters = { ...(await everyState(people)), ...(await atTheTable(people, people.mediator)) };
  await remindParties(site.it.engine as ServerEngine);
}, 180_000);
afterAll(() => site?.close());

type Who = keyof typeof people;
const pages = new Map<Clerk, Page>();

async function at(who: Who, path: string): Promise<Page> {
  const page = pages.get(people[who]);
  if (page) await page.goto(path);
  else pages.set(people[who], await people[who].open(path, { kept: true }));
  return pages.get(people[who]) as Page;
}

/** The same page at a desk and in the hand. */
async function inBothSizes(page: Page, ready: Locator): Promise<void> {
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    await ready.first().waitFor();
    await examine(page);
  }
  await page.setViewportSize(desktop);
}

const places: readonly [Who, string, string][] = [
  ['handler', '/work', '我的待办'],
  ['gridWorker', '/work', '我的待办'],
  ['receptionist', '/reception', '接待登记'],
  ['dispatcher', '/ledger', '台账'],
  ['dispatcher', '/ledger?status=declined&category=05&due=overdue', '台账'],
  ['dispatcher', '/notices', '通知'],
  ['systemAdmin', '/people', '人员'],
  ['systemAdmin', '/settings', '规则'],
  ['securityAdmin', '/sessions?all=1', '登录'],
  ['handler', '/sessions', '登录'],
  ['handler', '/second-factor', '手机令牌'],
  ['handler', '/password', '密码'],
  ['auditAdmin', '/trail', '操作记录'],
];

test.each(places)('%s 打开 %s：读屏读得出、不比屏幕宽、没有英文、最多一个主按钮', async (who, path, heading) => {
  const page = await at(who, path);
  await inBothSizes(page, page.getByRole('heading', { level: 1 }).filter({ hasText: heading }));
});

test('登录页和要换的说法：填漏了、密码不对，都说得出来', async () => {
  const page = await site.visit('/login');
  await inBothSizes(page, page.getByRole('button', { name: '登录', exact: true }));
  await page.getByLabel('登录名').fill('nobody.here');
  await page.getByLabel('密码', { exact: true }).fill('wrong-password-1');
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await inBothSizes(page, page.getByRole('alert'));
});

const states: readonly [Who, keyof Matters, string][] = [
  ['receptionist', 'registered', '已登记'],
  ['approver', 'declined', '不予受理'],
  ['dispatcher', 'triaged', '已受理'],
  ['head', 'dispatched', '已分流'],
  ['handler', 'inMediation', '调处中'],
  ['handler', 'paused', '调处中'],
  ['receptionist', 'linked', '合并办理'],
  ['handler', 'failed', '没调成'],
  ['closer', 'submitted', '待审核'],
  ['receptionist', 'closed', '已办结'],
  ['leader', 'contested', '已办结'],
  ['receptionist', 'archived', '已归档'],
  // From above with numbers masked, from beside with the own task, from the grid with place and progress only.
  ['cityDispatcher', 'inMediation', '调处中'],
  ['supportingHead', 'inMediation', '调处中'],
  ['gridWorker', 'inMediation', '调处中'],
];

test.each(states)('%s 看一件事（%s）：各人看到的一样合规矩', async (who, state, word) => {
  const page = await at(who, `/disputes/${matters[state].code}`);
  await inBothSizes(page, page.getByRole('navigation', { name: '办到哪一步' }).getByText(word));
});

const forms: readonly [Who, keyof typeof matters, readonly StepName[]][] = [
  ['receptionist', 'registered', ['accept', 'amend', 'addFile', 'message', 'withdraw']],
  ['approver', 'registered', ['decline']],
  ['approver', 'declined', ['reconsider']],
  ['dispatcher', 'accepted', ['triage', 'remind', 'merge']],
  ['receptionist', 'linked', ['split']],
  ['dispatcher', 'triaged', ['dispatch']],
  ['dispatcher', 'dispatched', ['undoDispatch', 'transfer', 'inviteUnit']],
  ['handler', 'dispatched', ['acknowledge', 'sendBack']],
  ['leader', 'disputed', ['rule']],
  [
    'handler',
    'inMediation',
    ['escalate', 'report', 'recordInquiry', 'requestMaterial', 'draftAgreement', 'settle', 'fail', 'terminate'],
  ],
  ['handler', 'written', ['lockAgreement']],
  ['head', 'inMediation', ['assign']],
  ['handler', 'inHand', ['requestExtension', 'requestWait', 'startStatutory']],
  ['approver', 'extensionAsked', ['decideExtension']],
  ['handler', 'waiting', ['endWait']],
  ['handler', 'besideLaw', ['stopStatutory', 'changeStatutory', 'interruptLimitation', 'tellLimit']],
  ['approver', 'asked', ['decidePause']],
  ['handler', 'paused', ['receiveMaterial']],
  ['handler', 'settled', ['submitClosure', 'statePrevention']],
  ['closer', 'submitted', ['returnClosure', 'verifyClosure']],
  ['receptionist', 'closed', ['recordReturnVisit', 'rate', 'contest']],
  ['closer', 'closed', ['reopen']],
  ['closer', 'rated', ['strikeOff']],
  ['leader', 'contested', ['keepClosed', 'restrict']],
  ['closer', 'struckOff', ['archive']],
  [
    'handler',
    'owed',
    ['recordPayment', 'undoPayment', 'recordDeed', 'changePromises', 'waivePromises', 'stateDefault', 'remindPayer'],
  ],
  ['dispatcher', 'mediated', ['appointMediator', 'releaseMediator', 'formTaskForce', 'endTaskForce']],
  ['mediator', 'mediated', ['declareTie']],
  ['receptionist', 'mediated', ['objectToMediator']],
  ['receptionist', 'unwanted', ['acceptMediator']],
];

// Handing over has a dialog of its own, looked at in handovers.browser.test.ts; a roster and its agreements have pages of their own.
const ownPages: ReadonlySet<StepName> = new Set([
  ...(['reassign', 'undoReassign', 'signAgreement', 'signOnPaper', 'voidSignature'] as const),
  ...(['objectAtSigning', 'answerObjection', 'attestAgreement', 'fileScans', 'unfileScan'] as const),
  ...(['addClaimants', 'changeClaim', 'leaveClaimant', 'rejoinClaimant', 'chooseRepresentatives'] as const),
  ...(['draftGroup', 'lockGroup'] as const),
]);

test('每一步的表单都在下面看过', () => {
  const seen = forms.flatMap(([, , steps]) => steps);
  // What the house does by itself is offered to nobody.
  const offered = stepNames.filter(
    (name) => !ownPages.has(name) && stepOf(name).who.some((who) => who !== 'system@system'),
  );
  expect(seen.toSorted()).toEqual(offered.toSorted());
});

test.each(forms)('%s 在 %s 时打开的表单 %j：按之前说清会发生什么', async (who, state, steps) => {
  for (const step of steps) {
    const page = await at(who, `/disputes/${matters[state].code}?act=${step}`);
    const form =
      step === 'dispatch' || step === 'draftAgreement'
        ? page.getByRole('dialog')
        : page.getByRole('region', { name: stepOf(step).label });
    const ready = form.getByRole('button', { name: /^先不/ });
    await ready.waitFor();
    // What pressing will do, what is still to be chosen, or the sentence that refuses it as things stand.
    const outlook = form
      .getByText(/按下之后会发生什么|选好以后，这里会列出/)
      .or(form.getByRole('status').filter({ hasText: /\S/ }));
    if (stepOf(step).weight !== 'plain') await outlook.first().waitFor();
    await inBothSizes(page, ready);
  }
});

test('机构的每一张表，连改一行的窗口', async () => {
  const page = await at('systemAdmin', '/network');
  await inBothSizes(page, page.getByRole('heading', { level: 1 }));
  await page.setViewportSize(phone);
  for (const part of ['regions', 'centers', 'counters', 'rooms', 'presences', 'categories', 'duties']) {
    await page.goto(`/network?part=${part}`);
    await page.getByRole('table').waitFor();
    await examine(page);
  }
  await page.goto('/network?part=units');
  await page.getByRole('button', { name: /^改/ }).first().click();
  await inBothSizes(page, page.getByRole('dialog'));
});

test('找、按键说明、登记出错、只记咨询、登记好了：盖在上面的和变出来的也一样', async () => {
  const page = await at('receptionist', '/reception');
  await page.getByRole('heading', { name: '接待登记' }).waitFor();
  await page.keyboard.press('Control+k');
  await inBothSizes(
    page,
    page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('textbox')),
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '按键' }).click();
  await inBothSizes(page, page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await inBothSizes(page, page.getByRole('alert').filter({ hasText: '处要改' }));
  await page.keyboard.press('Control+Shift+Enter');
  await inBothSizes(page, page.getByRole('dialog', { name: '不算纠纷：只记接待' }));
  await page.getByRole('button', { name: /^记下这次接待/ }).click();
  await inBothSizes(page, page.getByText('已记下一次接待，没有立纠纷。'));
});

test('没有的地址、看不到的事、过期的登录：说得出怎么办', async () => {
  const page = await at('handler', '/nowhere');
  await inBothSizes(page, page.getByText('没有这个地址'));
  await page.goto('/disputes/140106260999990');
  await inBothSizes(page, page.getByText('没有这件事，或者'));
  await page.goto(`/disputes/${matters.inMediation.code}?act=report`);
  await page.getByLabel('进展').fill('写到一半。');
  await page.context().clearCookies();
  await page.keyboard.press('Control+Enter');
  await inBothSizes(page, page.getByRole('dialog', { name: '登录过期了' }));
  pages.delete(people.handler);
});

test('当事人的页：查编号、输密码、看进度、补材料、评一评、说没有解决，两种屏幕、两种字号', async () => {
  const { code, pin } = matters.closed;
  const page = await site.visit('/c', { javaScriptEnabled: false });
  await inBothSizes(page, page.getByLabel('编号'));
  await page.goto(`/c/${code}`);
  await inBothSizes(page, page.getByLabel('密码'));
  await page.getByLabel('密码').fill(pin);
  await page.getByRole('button', { name: '看办到哪了' }).click();
  for (const large of [false, true]) {
    if (large) await page.getByRole('link', { name: '长辈版' }).click();
    for (const part of ['progress', 'add', 'rate', 'contest']) {
      await page.goto(`/c/${code}/${part}`);
      await inBothSizes(page, page.getByRole('heading', { level: 1 }));
    }
  }
});
