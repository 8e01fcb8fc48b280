import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';

export const KeepClosedInput = StepInput({ reason: Reason });
export type KeepClosedInput = { reason: string };

export const hindersKeepClosed = ({ contested }: Dispute): Refusal | null =>
  contested ? null : new Refusal('conflict', 'notContested', '当事人没有说「没有解决」。');

/** It stays closed, with reasons that the resident reads. */
export function keepClosed(dispute: Dispute, input: KeepClosedInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersKeepClosed(dispute));
  return {
    type: 'keepClosed',
    own: { contested: false },
    notes: [{ id: context.newId(), kind: 'keepClosed', visibility: 'resident', body: input.reason.trim() }],
    clocks: dispute.status === 'closed' ? [{ act: 'start', kind: 'strikeOff' }] : [],
    tell: [{ owner: 'resident', text: `中心看过了，没有重新办理。理由：${input.reason.trim()}` }],
  };
}
