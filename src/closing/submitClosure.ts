import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { LongText, StepInput } from '../matters/fields.ts';
import { invalid } from '../platform/refusal.ts';

export const SubmitClosureInput = StepInput({
  result: LongText,
  unfinished: Type.Optional(Type.String({ maxLength: 500, title: '任务没做完就结，为什么' })),
});
export type SubmitClosureInput = { result: string; unfinished?: string };

/** A task of others that is not done is not forgotten by closing: somebody says why it is not waited for (0073). */
function refuseForgotten({ openTasks }: Pick<Dispute, 'openTasks'>, why: string): void {
  if (openTasks === 0 || why !== '') return;
  const sentence = `还有 ${openTasks} 项任务没有做完。可以先结，任务照样在；写明为什么不等。`;
  throw invalid('tasksOpen', 'unfinished', sentence);
}

/** The unit says that it is done; the center checks. */
export function submitClosure(dispute: Dispute, input: SubmitClosureInput, context: DisputeContext): DisputeDecision {
  const why = (input.unfinished ?? '').trim();
  refuseForgotten(dispute, why);
  const said = (kind: string, body: string) => ({ id: context.newId(), kind, visibility: 'shared' as const, body });
  return {
    type: 'submitClosure',
    data: { outcome: dispute.outcome, ...(dispute.openTasks > 0 ? { openTasks: dispute.openTasks } : {}) },
    notes: [said('submitClosure', input.result.trim()), ...(why === '' ? [] : [said('unfinished', why)])],
    tell: [
      { owner: `c:${dispute.receivingCenterId}#closer`, text: '提交了办结，等审核。' },
      { owner: 'resident', text: '办理单位说办完了，中心正在核对。' },
    ],
  };
}
