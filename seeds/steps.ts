import type { Dispute } from '../src/disputes/dispute.ts';
import type { StepName } from '../src/disputes/procedure.ts';
import type { SettleInput } from '../src/mediation/settleInput.ts';
import { addDays, dayOf } from '../src/platform/now.ts';
import type { SafetyAnswers } from '../src/routing/safety.ts';
import { noDanger } from '../src/routing/testing/noDanger.ts';
import { clearAgreement } from './agreements.ts';
import { disputeAt, stepAt } from './stage.ts';
import type { Hand, Teller } from './story.ts';
import { isFilled, type Tale } from './tale.ts';

// What officials write every day, in several hands.
const plans = [
  '今天下午先和双方通电话，约时间见面。',
  '明天上午去现场看，看完再约双方。',
  '先把材料看一遍，缺的今天告诉当事人。',
  '请社区一起上门，先听两边怎么说。',
  '',
];
const messages = ['请先去现场看看。', '当事人年纪大，请打电话通知。', '请先核对数额再约双方。', '', ''];
const shown = [
  '已经和双方联系上，正在约时间见面。',
  '已经到现场看过，情况基本弄清。',
  '双方都愿意谈，办理人正在核对数额。',
  '已经请有关单位一起看，有结果就告诉您。',
];
const results = [
  '协议已经签字，约定的事项当事人都清楚，材料齐全，申请办结。',
  '双方当面签了协议，第一笔已经付清，申请办结。',
  '协议一式三份已经交给双方，申请办结。',
];
const opinions = ['材料齐，协议内容清楚，同意办结。', '核对了协议和付款凭证，同意办结。', '同意办结，请按时回访。'];
const visits = [
  '说钱已经收到，事情过去了，谢谢中心。',
  '说对方照协议做了，两家现在见面也打招呼。',
  '对结果基本满意，希望以后还是由这个办理人来办。',
  '说事情解决了，就是跑了两趟，要是能一次说全要带什么就好了。',
];
const praises = ['办得很快，谢谢。', '办理人很有耐心。', '跑了两趟，其他都好。', '', ''];

export const at = (role: Exclude<Hand, string>['role'], unitId: string): Hand => ({ role, unitId });
export const headOf = (unitId: string): Hand => at(unitId.endsWith('-center') ? 'centerLeader' : 'unitHead', unitId);
/** Who has it in hand: the unit's handler, where it has one. */
export const handOf = (unitId: string): Hand => (isFilled('handler', unitId) ? at('handler', unitId) : headOf(unitId));
export const center = (c: Tale, role: Exclude<Hand, string>['role']): Hand => at(role, c.t.centerId);
const desk = (c: Tale): Hand => center(c, isFilled('dispatcher', c.t.centerId) ? 'dispatcher' : 'centerLeader');
const closer = (c: Tale): Hand => center(c, isFilled('closer', c.t.centerId) ? 'closer' : 'centerLeader');

const optional = (field: string, text: string): object => (text === '' ? {} : { [field]: text });

export const accept = (c: Tale): Teller => c.t.step(desk(c), 'accept');

export type Triage = {
  safety?: Partial<SafetyAnswers>;
  toldWhom?: string;
  difficulty?: Tale['difficulty'];
  reason?: string;
};

export function triage(c: Tale, over: Triage = {}): Teller {
  const difficulty = over.difficulty ?? c.difficulty;
  const graver = difficulty === 'complex' ? (['medium', 'high'] as const) : (['low', 'medium'] as const);
  return c.t.step(desk(c), 'triage', {
    difficulty,
    urgency: c.t.chance.pick(graver),
    gravity: c.t.chance.pick(graver),
    safety: { ...noDanger, ...over.safety },
    toldWhom: over.toldWhom ?? '',
    reason: over.reason ?? '',
  });
}

export const dispatch = (c: Tale, leadUnitId = c.lead, supportingUnitIds: readonly string[] = c.support): Teller =>
  c.t.step(desk(c), 'dispatch', {
    leadUnitId,
    supportingUnitIds,
    message: c.t.chance.pick(messages),
  });

export const ruleThat = (c: Tale, leadUnitId: string): Teller =>
  c.t.step(center(c, isFilled('referee', c.t.centerId) ? 'referee' : 'centerLeader'), 'rule', {
    leadUnitId,
    supportingUnitIds: [],
    reason: '漏点在公共管道上，两户都不是责任人，由管共用设施的单位牵头办。',
    basis: '职责清单：共用设施设备由物业主管部门负责',
  });

export function intake(c: Tale, over: Triage = {}): Teller {
  accept(c);
  triage(c, over);
  return dispatch(c);
}

export const acknowledge = (c: Tale, unitId = c.lead): Teller =>
  c.t.step(handOf(unitId), 'acknowledge', optional('plan', c.t.chance.pick(plans)));

/** The head signs and gives it to one of the unit's people. */
export function assign(c: Tale, role: 'handler' | 'mediator' = 'handler', unitId = c.lead): Teller {
  c.t.step(headOf(unitId), 'acknowledge');
  return c.t.add(async (stage, live, now) => {
    const postId = stage.post(role, unitId).postId;
    const input = { postId, note: '这件请你办，先和双方联系。' };
    await stepAt(stage, c.t.name, live, stage.post(headRole(unitId), unitId), 'assign', input, now);
  });
}

const headRole = (unitId: string) => (unitId.endsWith('-center') ? 'centerLeader' : 'unitHead');

export const report = (c: Tale, text = c.report, hand: Hand = handOf(c.lead)): Teller =>
  c.t.step(hand, 'report', { text, forResident: c.t.chance.pick(shown) });

type Knowing = (dispute: Dispute, now: Date) => { step: StepName; told: object } | null;

/** What is done depends on how the dispute stands by then; nothing, where there is nothing to do. */
const knowing = (c: Tale, hand: Hand, tell: Knowing): Teller =>
  c.t.add(async (stage, live, now) => {
    if (hand === 'resident') throw new Error('a resident knows only the own page');
    const said = tell(await disputeAt(stage, live), now);
    if (said)
      await stepAt(stage, c.t.name, live, stage.post(hand.role, hand.unitId, hand.which), said.step, said.told, now);
  });

export const sidesOf = ({ parties }: Pick<Dispute, 'parties'>) => {
  const find = (side: string) => parties.find((party) => party.side === side && party.representsPartyId === null)?.id;
  return { payerPartyId: find('respondent') ?? '', payeePartyId: find('applicant') ?? '' };
};

/** The first thing that is owed is done, in money or as a deed; what is owed later has another day. */
export const keep = (c: Tale, hand: Hand = center(c, c.t.opening.front.role)): Teller =>
  knowing(c, hand, ({ promises: [first], ...dispute }, now) => {
    if (!first) return null;
    const today = dayOf(now);
    if (first.amountCents === null)
      return { step: 'recordDeed', told: { promiseId: first.id, doneOn: today, said: '去看过，已经照协议做了。' } };
    const cents = first.amountCents - first.paidCents;
    const paid = { ...sidesOf(dispute), cents, paidOn: today, how: 'transfer', said: '转账凭证看过，原件退回。' };
    return { step: 'recordPayment', told: paid };
  });

/** Past its day and asked for: the ways that remain are told; before that there is nothing to say. */
export const unkept = (c: Tale): Teller =>
  knowing(c, handOf(c.lead), ({ promises }, now) => {
    const late = promises.filter(({ dueOn }) => dueOn !== null && dueOn < dayOf(now)).map(({ id }) => id);
    const said = '打电话问过，说货款没收回来，下个月再给，具体哪天说不准。';
    return late.length > 0 ? { step: 'stateDefault', told: { promiseIds: late, said, toldWays: true } } : null;
  });

/** A version of what was agreed on, as the mediator types it that day. */
export const writeAgreement = (c: Tale, words: typeof clearAgreement = clearAgreement): Teller =>
  knowing(c, handOf(c.lead), (dispute, now) => ({
    step: 'draftAgreement',
    told: { agreementId: null, agreement: words(c, dispute, dayOf(now)), reason: '' },
  }));

export const lockAgreement = (c: Tale): Teller =>
  knowing(c, handOf(c.lead), ({ agreements: [first] }) =>
    first ? { step: 'lockAgreement', told: { agreementId: first.id, digest: first.digest } } : null,
  );

/** On the day on which it was written: its words are those that were locked. */
const lockedOf = (c: Tale, dispute: Dispute, today: string): object => {
  const head = dispute.agreements.find(({ locked }) => locked);
  return head
    ? { locked: { agreementId: head.id, agreement: clearAgreement(c, dispute, today) }, signedOnPaper: true }
    : {};
};

export function settle(c: Tale, over: Partial<SettleInput> = {}, hand: Hand = handOf(c.lead)): Teller {
  const { pay, t } = c;
  const later = t.chance.between(5, 40);
  return knowing(c, hand, (dispute, now) => {
    const today = dayOf(now);
    const paid = { obligation: '被申请人付给申请人', amountCents: (pay ?? 0) * 100, dueOn: addDays(today, later) };
    const done = { obligation: '被申请人照协议办', amountCents: null, dueOn: addDays(today, later) };
    const sides = sidesOf(dispute);
    const { items = [pay === null ? done : paid], ...rest } = over;
    const told = {
      form: pay === null ? 'oral' : 'written',
      terms: c.terms,
      effectiveOn: today,
      mediatedBy: 'committee',
      contains: [],
      totalCents: pay === null ? null : pay * 100,
      ...(dispute.promises.length > 0 ? { former: 'replaced' } : {}),
      ...lockedOf(c, dispute, today),
      ...rest,
      items: items.map((item) => ({ ...sides, ...item })),
    };
    return { step: 'settle', told };
  });
}

export const submit = (c: Tale, hand: Hand = handOf(c.lead), result = c.t.chance.pick(results)): Teller =>
  c.t.step(hand, 'submitClosure', { result });
export const verify = (c: Tale): Teller => c.t.step(closer(c), 'verifyClosure', { opinion: c.t.chance.pick(opinions) });
export const visit = (c: Tale, over: object = {}): Teller =>
  c.t.step(center(c, c.t.opening.front.role), 'recordReturnVisit', (_now, live) => ({
    partyId: live.partyId === '' ? null : live.partyId,
    method: c.t.chance.pick(['phone', 'phone', 'phone', 'counter', 'home']),
    outcome: 'settled',
    performed: c.t.chance.pick(['performed', 'performing', 'notDue']),
    words: c.t.chance.pick(visits),
    ...over,
  }));
export const rate = (c: Tale, score = c.t.chance.pick([5, 5, 5, 4, 4, 3])): Teller =>
  c.t.step('resident', 'rate', { score, ...optional('words', c.t.chance.pick(praises)) });
const whyNotWaited = ({ promises }: Dispute): object =>
  promises.length > 0 ? { note: '协议约定的日子还没到，履行另外盯着。' } : {};
export const strikeOff = (c: Tale): Teller =>
  knowing(c, closer(c), (dispute) => ({ step: 'strikeOff', told: whyNotWaited(dispute) }));
export const archive = (c: Tale): Teller =>
  knowing(c, closer(c), (dispute) => ({ step: 'archive', told: whyNotWaited(dispute) }));

export { closer as closerOf, desk as deskOf };
