import { expect, test } from 'vitest';
import { archive } from '../closing/archive.ts';
import { contest } from '../closing/contest.ts';
import { keepClosed } from '../closing/keepClosed.ts';
import { reopen } from '../closing/reopen.ts';
import { strikeOff } from '../closing/strikeOff.ts';
import { submitClosure } from '../closing/submitClosure.ts';
import { verifyClosure } from '../closing/verifyClosure.ts';
import { startClock } from '../deadlines/clockChanges.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { yingzeRules } from '../disputes/defaultRules.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { StepName } from '../disputes/procedure.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { aContext, registered } from '../disputes/testing/aDispute.ts';
import { refusalOf, take } from '../disputes/testing/applyDecision.ts';
import { housing, justice } from '../disputes/testing/network.ts';
import * as people from '../disputes/testing/people.ts';
import { todosOf } from '../disputes/todos.ts';
import { accept } from '../intake/accept.ts';
import type { Decision } from '../matters/decision.ts';
import { report } from '../mediation/report.ts';
import { settle } from '../mediation/settle.ts';
import type { Actor } from '../platform/actor.ts';
import { atTime, dueDay } from '../platform/now.ts';
import { recordPayment } from '../promises/recordPayment.ts';
import { rightsOf } from '../residents/residentClock.ts';
import { recordReturnVisit } from '../return-visits/recordReturnVisit.ts';
import { rate } from '../reviews/rate.ts';
import { acknowledge } from '../routing/acknowledge.ts';
import { assign } from '../routing/assign.ts';
import { dispatch } from '../routing/dispatch.ts';
import { rule } from '../routing/rule.ts';
import { safetyItems } from '../routing/safety.ts';
import { sendBack } from '../routing/sendBack.ts';
import { type TriageInput, triage } from '../routing/triage.ts';
import { undoDispatch } from '../routing/undoDispatch.ts';
import { decidePause } from '../waits/decidePause.ts';
import { receiveMaterial } from '../waits/receiveMaterial.ts';
import { requestMaterial } from '../waits/requestMaterial.ts';

const { jiaMin, liNa, approver, leader, closer, housingHead, wuZhiqiang, justiceHead } = people;
const resident = people.theResident(registered.id);
const names = new Map(
  [jiaMin, liNa, approver, leader, closer, housingHead, wuZhiqiang, justiceHead].map(({ postId, name }) => [
    postId,
    name,
  ]),
);

/** One dispute as it goes through hands; `next` takes the next step at a moment of 2026. */
class Story {
  dispute: Dispute;
  constructor(dispute: Dispute) {
    this.dispute = dispute;
  }

  next<Input>(
    moment: string,
    actor: Actor,
    name: StepName,
    decide: (dispute: Dispute, input: Input, context: DisputeContext) => Decision,
    input: Input,
  ): this {
    this.dispute = take(name, decide, this.dispute, input, this.at(moment, actor));
    return this;
  }

  at(moment: string, actor: Actor): DisputeContext {
    const [day = '', time = ''] = moment.split(' ');
    return aContext({ actor, rules: yingzeRules, now: atTime(`2026-${day}`, time) });
  }

  /** Our clocks and debts: 'dispatched | handle 10-14 | acknowledge u:140106-housing#unitHead' */
  get where(): string {
    const ours = runningClocks(this.dispute.clocks).filter(({ binds }) => binds === 'ours');
    const clocks = ours.map(({ kind, dueAt }) => `${kind} ${dueAt ? dueDay(dueAt).slice(5) : 'waits'}`);
    const owed = todosOf(this.dispute, this.dispute.clocks, aContext()).map(
      ({ owner, act }) => `${act} ${names.get(owner.slice(2)) ?? owner}`,
    );
    return [this.dispute.status, clocks.join(', '), owed.join(', ')].join(' | ');
  }
}

/** Registered on the Tuesday morning: the day to decide whether to take it in runs. */
function atTheDoor(): Story {
  const context = aContext({ rules: yingzeRules, now: atTime('2026-09-29', '08:40') });
  const ruleOf = (kind: string) => clockRuleOf(yingzeRules, kind, null);
  const begun = startClock('accept', { ...context, step: 'register', ruleOf });
  return new Story({ ...registered, clocks: begun.kind === 'start' ? [begun.clock] : [] });
}

const calm = Object.fromEntries(safetyItems.map(([item]) => [item, false])) as TriageInput['safety'];
const judged: TriageInput = {
  difficulty: 'ordinary',
  urgency: 'high',
  gravity: 'medium',
  safety: calm,
  toldWhom: '',
  reason: '楼上不承认漏点',
};
const toHousing = { leadUnitId: housing, supportingUnitIds: [justice], message: '先去现场看漏点' };
const agreement = {
  form: 'written' as const,
  terms: '任建军赔偿8000元，修好漏点。',
  effectiveOn: '2026-10-14',
  mediatedBy: 'committee' as const,
  contains: [],
  totalCents: 800_000,
  items: [{ obligation: '任建军付款', amountCents: 800_000, dueOn: '2026-10-31' }],
};
const visited = { partyId: null, method: 'phone' as const, performed: 'performing' as const };
const desk = 'c:140106-center#dispatcher';
const unitDesk = 'acknowledge u:140106-housing#unitHead, acknowledge h:140106-housing';

test('the leak of 郭秀兰, from the counter before National Day to the archive and once around again', () => {
  const story = atTheDoor();
  expect(story.where).toBe(`registered | accept 09-29 | accept ${desk}`);

  story.next('09-29 08:50', jiaMin, 'accept', accept, {});
  expect(story.where).toBe(`accepted | deploy 09-29 | triage ${desk}`);

  story.next('09-29 10:00', liNa, 'triage', triage, judged);
  expect(story.where).toBe(`accepted | deploy 09-29 | dispatch ${desk}`);

  // Sent by mistake, taken back within the quarter of an hour, and sent again.
  story.next('09-29 16:30', liNa, 'dispatch', dispatch, { ...toHousing, leadUnitId: justice, supportingUnitIds: [] });
  story.next('09-29 16:35', liNa, 'undoDispatch', undoDispatch, {});
  expect(story.where).toBe(`accepted | deploy 09-29 | dispatch ${desk}`);

  story.next('09-29 16:40', liNa, 'dispatch', dispatch, toHousing);
  expect(story.where).toBe(`dispatched | acknowledge 09-29, report 10-09, handle 10-14 | ${unitDesk}`);

  story.next('09-29 17:30', housingHead, 'acknowledge', acknowledge, {});
  expect(story.where).toBe(
    'inMediation | report 10-09, handle 10-14 | ' +
      'assign u:140106-housing#unitHead, report u:140106-justice#unitHead',
  );

  story.next('09-30 09:00', housingHead, 'assign', assign, { postId: wuZhiqiang.postId });
  story.next('10-08 11:00', justiceHead, 'report', report, {
    text: '法律意见已写',
    forResident: '法律意见写好了',
    taskDone: true,
  });
  expect(story.where).toBe('inMediation | report 10-09, handle 10-14 | report 武志强');

  story.next('10-09 16:00', wuZhiqiang, 'report', report, { text: '现场看了，缺房产证', forResident: '请准备房产证' });
  expect(story.where).toBe('inMediation | handle 10-14 | settle 武志强');

  story.next('10-10 15:00', wuZhiqiang, 'requestMaterial', requestMaterial, { what: '房产证复印件', workingDays: 5 });
  story.next('10-12 09:10', approver, 'decidePause', decidePause, { approve: true, reason: '定责需要' });
  expect(story.where).toBe('inMediation | materials 10-16, handle waits | receiveMaterial 武志强');

  story.next('10-13 16:20', resident, 'receiveMaterial', receiveMaterial, {});
  expect(story.where).toBe('inMediation | handle 10-16 | settle 武志强');

  story.next('10-14 15:00', wuZhiqiang, 'settle', settle, agreement);
  // Debts of later days stand there already: nobody sees them before.
  expect(story.where).toBe('settled | handle 10-16 | submitClosure 武志强, recordPayment 武志强');
  expect(rightsOf(story.dispute.clocks, atTime('2026-10-14', '15:00'), { partyId: null, parties: [] })).toEqual([
    '按协议，10月31日（周六）前要履行：任建军付款。',
    '双方当事人一起申请司法确认的期限到11月13日（周五）。要办，在这之前去人民法院办（民事诉讼法第205条）。人民调解法第33条同。',
  ]);

  story.next('10-15 09:00', wuZhiqiang, 'submitClosure', submitClosure, { result: '协议已签' });
  expect(story.where).toBe(
    'closureSubmitted | verify 10-19 | verifyClosure c:140106-center#closer, recordPayment 武志强',
  );

  story.next('10-15 16:00', closer, 'verifyClosure', verifyClosure, { opinion: '材料齐全' });
  expect(story.where).toBe(
    'closed | returnVisit 10-22, strikeOff 11-04 | recordReturnVisit 贾敏, recordPayment 武志强',
  );

  story.next('10-20 10:00', jiaMin, 'recordReturnVisit', recordReturnVisit, {
    ...visited,
    outcome: 'settled',
    words: '在付',
  });
  expect(story.where).toBe('closed | strikeOff 11-04 | strikeOff c:140106-center#closer, recordPayment 武志强');

  story.next('10-25 20:00', resident, 'contest', contest, { reason: '楼上又漏了' });
  expect(story.where).toBe('closed | contest 10-28 | reopen c:140106-center#centerLeader, recordPayment 武志强');
  expect(refusalOf(() => strikeOff(story.dispute, {}, story.at('11-01 09:00', closer)))).toBe('contested');

  story.next('10-26 09:00', leader, 'reopen', reopen, { reason: '确实又漏了' });
  expect(story.where).toBe(
    `dispatched | acknowledge 10-26, report 10-29, handle 11-04 | ${unitDesk}, recordPayment u:140106-housing#unitHead`,
  );

  story.next('10-26 10:00', wuZhiqiang, 'acknowledge', acknowledge, {});
  story.next('10-28 10:00', wuZhiqiang, 'settle', settle, {
    ...agreement,
    effectiveOn: '2026-10-28',
    former: 'replaced',
  });
  story.next('10-28 17:00', wuZhiqiang, 'submitClosure', submitClosure, { result: '重新修好' });
  story.next('10-29 09:00', closer, 'verifyClosure', verifyClosure, { opinion: '现场已核' });
  expect(story.where).toBe(
    'closed | returnVisit 11-05, strikeOff 11-18 | recordReturnVisit 贾敏, recordPayment 武志强',
  );

  story.next('11-02 10:00', jiaMin, 'recordReturnVisit', recordReturnVisit, {
    ...visited,
    outcome: 'settled',
    words: '好了',
  });
  expect(refusalOf(() => strikeOff(story.dispute, {}, story.at('11-03 09:00', closer)))).toBe('ratingOpen');
  story.next('11-03 20:00', resident, 'rate', rate, { score: 4 });
  const [payee, payer] = story.dispute.parties.map((party) => party.id);
  const paid = { payerPartyId: payer ?? '', payeePartyId: payee ?? '', cents: 800_000, paidOn: '2026-10-31' };
  story.next('11-03 21:00', wuZhiqiang, 'recordPayment', recordPayment, { ...paid, how: 'transfer' });
  story.next('11-04 09:00', closer, 'strikeOff', strikeOff, {});
  expect(story.where).toBe('struckOff |  | archive c:140106-center#closer');

  story.next('11-05 09:00', closer, 'archive', archive, {});
  expect(story.where).toBe('archived |  | ');

  story.next('11-20 09:00', resident, 'contest', contest, { reason: '钱还差一笔' });
  expect(story.where).toBe('archived | contest 11-25 | reopen c:140106-center#centerLeader');
  story.next('11-23 09:00', leader, 'keepClosed', keepClosed, { reason: '已另案申请执行' });
  expect(story.where).toBe('archived |  | ');
  expect(story.dispute).toMatchObject({ reopened: 1, firstContactPostId: jiaMin.postId, contested: false });
});

test('a unit that sends it back loses its clocks; the resident’s date stays until a ruling gives it to the next', () => {
  const story = atTheDoor();
  story.next('09-29 08:50', jiaMin, 'accept', accept, {});
  story.next('09-29 10:00', liNa, 'triage', triage, judged);
  story.next('09-29 16:40', liNa, 'dispatch', dispatch, toHousing);
  story.next('09-30 09:00', wuZhiqiang, 'sendBack', sendBack, { reason: '归物业', basis: '职责清单' });
  const referees = 'rule c:140106-center#referee, rule c:140106-center#centerLeader';
  expect(story.where).toBe(`routingDisputed | ruling 10-08, handle 10-14 | ${referees}`);
  expect(story.dispute.formerUnitIds).toEqual([housing]);

  const reasons = { reason: '主管道是共用的，归住建局管', basis: '职责清单' };
  story.next('09-30 10:00', leader, 'rule', rule, { ...reasons, leadUnitId: housing, supportingUnitIds: [justice] });
  expect(story.where).toBe(`dispatched | acknowledge 09-30, report 10-10, handle 10-14 | ${unitDesk}`);
  expect(story.dispute).toMatchObject({ formerUnitIds: [], leadUnitId: housing });
  expect(story.dispute.supportingUnits.map(({ unitId }) => unitId)).toEqual([justice]);
});

test('nobody gets ahead of the procedure', () => {
  const story = atTheDoor();
  const early = (name: StepName, actor: Actor, decide: never, input: object) =>
    refusalOf(() => story.next('09-29 09:00', actor, name, decide, input as never));
  expect(early('dispatch', liNa, dispatch as never, toHousing)).toBe('wrongStatus');
  expect(early('settle', wuZhiqiang, settle as never, agreement)).toBe('notYourStep');
  expect(early('rate', resident, rate as never, { score: 5 })).toBe('wrongStatus');
});
