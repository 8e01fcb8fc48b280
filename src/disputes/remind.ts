import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { todosOf } from './todos.ts';

export const RemindInput = StepInput({ text: Type.String({ minLength: 2, maxLength: 300, title: '催办的话' }) });
export type RemindInput = { text: string };

const owing = (dispute: Dispute, context: DisputeContext): string[] => [
  ...new Set(todosOf(dispute, dispute.clocks, context).map(({ owner }) => owner)),
];

/** One reminder a day is heard, five are noise; where nobody owes anything nobody is reminded. */
export function hindersReminder(dispute: Dispute, context: DisputeContext): Refusal | null {
  const no = (code: string, sentence: string) => new Refusal('conflict', code, sentence);
  if (dispute.remindedAt && dayOf(dispute.remindedAt) === dayOf(context.now))
    return no('alreadyReminded', '今天已经催办过，一件事一天催一次。');
  return owing(dispute, context).length === 0 ? no('nobodyOwes', '现在没有人欠着这件事。') : null;
}

/** Tells those who owe the next act; it moves no clock. */
export function remind(dispute: Dispute, input: RemindInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersReminder(dispute, context));
  const owners = owing(dispute, context);
  return {
    type: 'remind',
    data: { owners },
    own: { reminded_at: context.now },
    notes: [{ id: context.newId(), kind: 'remind', visibility: 'shared', body: input.text.trim() }],
    tell: owners.map((owner) => ({ owner, text: `催办：${input.text.trim()}` })),
  };
}
