import { Type } from 'typebox';
import { type Clock, dueOfClock } from '../deadlines/clock.ts';
import { spokenLength } from '../deadlines/clockRule.ts';
import type { Decision } from '../matters/decision.ts';
import { DayField, Reason, StepInput } from '../matters/fields.ts';
import { dayOf, dueDay, formatDue, isDay } from '../platform/now.ts';
import { invalid, Refusal, refuseIf } from '../platform/refusal.ts';
import { allowanceOf, dueWith, extendable, openRequest, planText } from './extensions.ts';
import { ClockName } from './happened.ts';
import type { WaitContext, Waiting } from './waiting.ts';

export const RequestExtensionInput = StepInput({
  clockKind: ClockName('哪个时限'),
  length: Type.Integer({ minimum: 1, maximum: 400, title: '延长多久' }),
  reason: Reason,
  plan: Type.Array(
    Type.Object(
      { on: DayField, what: Type.String({ minLength: 2, maxLength: 200, title: '这天前做什么' }) },
      { additionalProperties: false },
    ),
    { maxItems: 12, title: '时间节点和方案' },
  ),
});
export type RequestExtensionInput = {
  clockKind: string;
  length: number;
  reason: string;
  plan: { on: string; what: string }[];
};

/** The clock, if its rule allows this much more; who may not have more time is told on what basis. */
function clockToExtend(matter: Waiting, { clockKind, length }: RequestExtensionInput): Clock {
  const clock = matter.clocks.find(({ kind, stoppedAt }) => kind === clockKind && stoppedAt === null);
  if (!clock) throw invalid('noSuchClock', 'clockKind', '这个时限没有在走。');
  const { label, basis } = clock.rule;
  const allowance = allowanceOf(clock);
  if (clock.binds !== 'ours' || !allowance)
    throw invalid('notExtendable', 'clockKind', `「${label}」不能延期，依据是：${basis}。`);
  if (allowance.timesLeft < 1)
    throw invalid('timesOver', 'clockKind', `「${label}」最多延 ${allowance.rule.times} 次，已经延过了。`);
  if (allowance.lengthLeft !== null && length > allowance.lengthLeft) {
    const most = spokenLength(allowance.lengthLeft, allowance.rule.unit);
    throw invalid('tooLong', 'length', `「${label}」还可以延 ${most}。`);
  }
  return clock;
}

function checkPlan(plan: RequestExtensionInput['plan'], needed: boolean, today: string, due: Date | null): void {
  if (needed && plan.length === 0) throw invalid('planMissing', 'plan', '要写时间节点和方案：每个节点写日期和做什么。');
  for (const [index, { on }] of plan.entries()) {
    const field = `plan.${index}.on`;
    if (!isDay(on) || on <= today) throw invalid('planDay', field, '节点写今天以后的日期。');
    if (due && on > dueDay(due)) throw invalid('planDay', field, `节点要在延期以后的到期日（${formatDue(due)}）之前。`);
  }
}

export function hindersExtension(matter: Waiting): Refusal | null {
  const no = (code: string, sentence: string) => new Refusal('conflict', code, sentence);
  if (openRequest(matter)) return no('alreadyAsked', '已经有一个延期申请在等审批。');
  return extendable(matter.clocks).length > 0 ? null : no('nothingExtends', '在走的时限都不能延期。');
}

/** More time on one clock, asked for with its reason and, where the rule says so, a dated plan. Somebody else decides. */
export function requestExtension(matter: Waiting, input: RequestExtensionInput, context: WaitContext): Decision {
  const { now, calendar, actor } = context;
  if (openRequest(matter)) refuseIf(hindersExtension(matter));
  const clock = clockToExtend(matter, input);
  const { rule } = clock;
  const unit = rule.extension?.unit ?? 'naturalDay';
  const more = { length: input.length, unit, reason: input.reason.trim(), plan: planText(input.plan) };
  const due = dueWith(clock, more, '', calendar, now);
  if (due && due <= now)
    throw invalid('stillLate', 'length', `延这么久还是到 ${formatDue(due)}，已经过了，要再长一些。`);
  checkPlan(input.plan, rule.extension?.needsPlan ?? false, dayOf(now), due);
  const late = (clock.dueAt ?? dueOfClock(clock, calendar).dueAt ?? now) < now;
  const id = context.newId();
  const until = due ? `到${formatDue(due)}` : spokenLength(input.length, unit);
  const of = { clock_id: clock.id, clock_kind: clock.kind, state: 'proposed' as const };
  const asked = { ...of, asked_at: now, asked_by_post_id: actor.postId };
  return {
    type: 'requestExtension',
    data: { requestId: id, clockKind: clock.kind, length: input.length, unit, late },
    inserts: [{ into: 'extension_request', values: { ...more, id, late, ...asked } }],
    tell: [
      {
        owner: `c:${matter.receivingCenterId}#${late ? 'centerLeader' : 'approver'}`,
        text: `等您审批：${late ? '逾期后' : ''}申请把「${rule.label}」延${until}。`,
      },
    ],
  };
}
