import { type Static, Type } from 'typebox';
import type { Clock } from '../deadlines/clock.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { CommandId, DayField, Id, UnitId } from '../matters/fields.ts';
import { ancestorsOf, centerIdOf } from '../network/network.ts';
import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { addDays, dayOf, daysBetween, isDay } from '../platform/now.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import type { NoticeContext } from './notice.ts';
import { type AboutDispute, type NoticePlan, planNotice } from './supervise.ts';

const words = (title: string) => Type.String({ minLength: 4, maxLength: 1000, title });

export const IssueInput = Type.Object(
  {
    unitIds: Type.Array(UnitId, { minItems: 1, maxItems: 8, uniqueItems: true, title: '发给哪些单位' }),
    clockId: Type.Union([Id, Type.Null()], { title: '因为哪个时限' }),
    reason: words('为什么督办'),
    ask: words('要求做什么'),
    replyBy: { ...DayField, title: '哪天前回复' },
    urgency: Type.Union([Type.Literal('none'), Type.Literal('urgent'), Type.Literal('extraUrgent')], {
      title: '紧急程度',
    }),
    cosignerIds: Type.Array(UnitId, { maxItems: 4, uniqueItems: true, title: '联合发文的单位' }),
    commandId: CommandId,
  },
  { additionalProperties: false },
);
export type IssueInput = Omit<Static<typeof IssueInput>, 'commandId'>;

type Moment = Pick<NoticeContext, 'actor' | 'now' | 'network' | 'rules'> & {
  /** Clocks of the dispute, and how many notices about the same thing stand or stood before. */
  clocks: readonly Clock[];
  before: number;
};

export type IssueDecision = {
  plan: NoticePlan;
  clock: Clock | null;
  replyRule: ClockRule;
};

const over: readonly string[] = ['declined', 'struckOff', 'archived'];
const LONGEST_REPLY = 90;

/** The receiving center, a center above it, or the committee member of the region; a political-legal office has no center. */
export function issuerCenterOf(actor: Actor, about: Pick<AboutDispute, 'receivingCenterId'>): string | null {
  if (!mayEnter('issuingNotices', actor.role)) return null;
  if (actor.centerId === null) return about.receivingCenterId;
  if (actor.role === 'politicalLegalMember' || actor.centerId === about.receivingCenterId) return actor.centerId;
  const above = ancestorsOf(about.receivingCenterId.replace(/-center$/, '')).map(centerIdOf);
  return above.includes(actor.centerId) ? actor.centerId : null;
}

/** Whom a notice about the dispute can ask: those who have it in hand. */
export const unitsInCharge = (about: AboutDispute): string[] => [
  ...new Set([about.leadUnitId, ...about.supportingUnitIds, about.receivingCenterId].filter((id) => id !== null)),
];

/** The leader's own day as a rule, so that its arithmetic reads like any other. */
function replyRuleUntil(rule: ClockRule, replyBy: string, now: Date): ClockRule {
  const today = dayOf(now);
  if (!isDay(replyBy)) return refuseField('replyBy', '写成 2026-10-16 这样的日子。');
  if (replyBy <= today) return refuseField('replyBy', '回复的日子要在今天以后。');
  if (replyBy > addDays(today, LONGEST_REPLY)) return refuseField('replyBy', `最多给${LONGEST_REPLY}天。`);
  const length = daysBetween(today, replyBy);
  return {
    ...rule,
    unit: 'naturalDay',
    length,
    countFirstDay: false,
    rollHoliday: false,
    basis: '督办单写明的回复日期',
    status: 'G',
  };
}

function checkUnits(about: AboutDispute, { unitIds, cosignerIds }: IssueInput, { network }: Moment): void {
  const inCharge = unitsInCharge(about);
  const stranger = unitIds.find((unitId) => !inCharge.includes(unitId));
  if (stranger) {
    const name = network.unit(stranger)?.short ?? '这个单位';
    refuseField('unitIds', `${name}没有在办这件事，先请它协办，再督办。`);
  }
  if (cosignerIds.some((unitId) => !network.unit(unitId))) refuseField('cosignerIds', '选名册里的单位。');
  if (cosignerIds.some((unitId) => unitIds.includes(unitId)))
    refuseField('cosignerIds', '被督办的单位不能同时是发文单位。');
}

/** A leader's own notice, also when nothing is late: to one unit or to several, each of which replies by itself. */
export function issueNotice(about: AboutDispute, input: IssueInput, moment: Moment): IssueDecision {
  const { actor, now } = moment;
  const issuerCenterId = issuerCenterOf(actor, about);
  if (issuerCenterId === null)
    throw new Refusal('forbidden', 'notYourNotice', '督办单由受理中心或上级中心的督办岗、中心主任，或者政法委员发。');
  if (over.includes(about.status))
    throw new Refusal('conflict', 'nothingToSupervise', '这件事已经不在督办台账上，不能再发督办单。');
  checkUnits(about, input, moment);
  const clock = input.clockId === null ? null : moment.clocks.find(({ id }) => id === input.clockId);
  if (clock === undefined || clock?.stoppedAt) return refuseField('clockId', '选一个还在走的时限，或者不选。');
  const late = clock?.dueAt && clock.dueAt <= now ? '逾期' : '';
  const plan = planNotice(about, {
    level: moment.before + 1,
    unitIds: input.unitIds,
    issuerCenterId,
    about: clock ? `${clock.rule.label}${late}` : '专项督办',
    ears: actor.role === 'politicalLegalMember' ? [`c:${issuerCenterId}#supervisor`] : [],
    issuedBy: `p:${actor.postId}`,
  });
  const { supervisionReply } = moment.rules.clocks;
  if (!supervisionReply) throw new Error('no rule for the reply to a notice');
  return { plan, clock, replyRule: replyRuleUntil(supervisionReply, input.replyBy, now) };
}
