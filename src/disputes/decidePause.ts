import { Type } from 'typebox';
import { workingDaysAfter } from '../calendar/calendar.ts';
import type { Decision } from '../matters/decision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { dayOf, daysBetween, dueDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext, MaterialRequest } from './dispute.ts';
import { clockRuleOf } from './rules.ts';

export const DecidePauseInput = StepInput({ approve: Type.Boolean({ title: '同意' }), reason: Reason });
export type DecidePauseInput = { approve: boolean; reason: string };

/** What is left of the time the resident was given, so that her date and the clock's are one. */
function daysLeft(request: MaterialRequest, { now, rules, calendar }: DisputeContext): number {
  const [today, last] = [dayOf(now), dueDay(request.limitAt)];
  const { unit } = clockRuleOf(rules, 'materials', null);
  return unit === 'workingDay' ? workingDaysAfter(calendar, today, last) : daysBetween(today, last);
}

/** Two people stop a clock: who asked cannot approve. */
export function decidePause(dispute: Dispute, input: DecidePauseInput, context: DisputeContext): Decision {
  const request = dispute.materials.find((each) => each.state === 'proposed');
  if (!request) throw new Refusal('conflict', 'nothingProposed', '没有等审批的停钟申请。');
  if (request.askedByPostId === context.actor.postId)
    throw new Refusal('forbidden', 'ownRequest', '自己申请的停钟，要由别人审批。');
  const length = daysLeft(request, context);
  if (input.approve && length < 1)
    throw new Refusal('conflict', 'limitOver', '给当事人的日期已经到了，不能再停钟。还要等，请承办人重新要材料。');
  const state = input.approve ? 'approved' : 'refused';
  const asker = request.askedByPostId
    ? [{ owner: `p:${request.askedByPostId}`, text: input.approve ? '停钟申请同意了。' : '停钟申请没有同意。' }]
    : [];
  return {
    type: 'decidePause',
    data: { requestId: request.id, approved: input.approve },
    notes: [{ id: context.newId(), kind: 'decidePause', visibility: 'shared', body: input.reason.trim() }],
    changes: [
      {
        table: 'material_request',
        id: request.id,
        set: { state, decided_by_post_id: context.actor.postId, decided_at: context.now },
      },
    ],
    clocks: input.approve
      ? [
          {
            act: 'pause',
            kinds: ['handle', 'mediation', 'report'],
            reason: `等当事人补交${request.what}`,
            approvedBy: context.actor.name,
          },
          { act: 'start', kind: 'materials', length },
        ]
      : [],
    tell: asker,
  };
}
