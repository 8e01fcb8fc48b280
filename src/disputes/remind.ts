import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { todosOf } from './todos.ts';

export const RemindInput = StepInput({ text: Type.String({ minLength: 2, maxLength: 300, title: '催办的话' }) });
export type RemindInput = { text: string };

/** Tells those who owe the next act; it moves no clock. */
export function remind(dispute: Dispute, input: RemindInput, context: DisputeContext): DisputeDecision {
  const owners = [...new Set(todosOf(dispute, dispute.clocks, context).map(({ owner }) => owner))];
  if (owners.length === 0) throw new Refusal('conflict', 'nobodyOwes', '现在没有人欠着这件事。');
  return {
    type: 'remind',
    data: { owners },
    notes: [{ id: context.newId(), kind: 'remind', visibility: 'shared', body: input.text.trim() }],
    tell: owners.map((owner) => ({ owner, text: `催办：${input.text.trim()}` })),
  };
}
