import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';

export const ContestInput = StepInput({ reason: Reason });
export type ContestInput = { reason: string };

export const hindersContest = ({ contested }: Dispute): Refusal | null =>
  contested ? new Refusal('conflict', 'alreadyContested', '已经收到您的话，中心正在看。') : null;

/** "It is not settled": never disappears. Somebody at the center must answer, with a clock of its own. */
export function contest(dispute: Dispute, input: ContestInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersContest(dispute));
  return {
    type: 'contest',
    own: { contested: true },
    notes: [{ id: context.newId(), kind: 'contest', visibility: 'resident', body: input.reason.trim() }],
    tell: [
      { owner: `c:${dispute.receivingCenterId}#centerLeader`, text: '当事人说没有解决，要决定是否重新办理。' },
      { owner: 'resident', text: '您说没有解决，中心收到了，会给您答复。' },
    ],
  };
}
