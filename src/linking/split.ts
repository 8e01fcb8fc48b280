import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { statusLabels } from '../disputes/procedure.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';

export const SplitInput = StepInput({ reason: Reason });
export type SplitInput = { reason: string };

/** Whoever had it before it followed another has it again. */
function ownWorker(dispute: Dispute, { network }: DisputeContext): string {
  if (dispute.handlerPostId) return `p:${dispute.handlerPostId}`;
  const unit = dispute.leadUnitId ? network.unit(dispute.leadUnitId) : undefined;
  return unit ? headKey(unit.id) : `c:${dispute.receivingCenterId}#dispatcher`;
}

/** Taken apart: it stands where it stood, and its clocks go on with the days they had. */
export function split(dispute: Dispute, input: SplitInput, context: DisputeContext): DisputeDecision {
  const { follows } = dispute;
  if (!follows) throw new Refusal('conflict', 'followsNone', '这一件没有和别的合并，不用拆。');
  const back = follows.since;
  return {
    type: 'split',
    to: back,
    data: { leadId: follows.leadId, back },
    matter: { counted_with_id: null },
    notes: [{ id: context.newId(), kind: 'split', visibility: 'shared', body: input.reason.trim() }],
    changes: [
      { table: 'dispute_link', id: follows.linkId, set: { ended_at: context.now, how_ended: 'split' as const } },
    ],
    clocks: [{ act: 'resume' }],
    tell: [
      { owner: ownWorker(dispute, context), text: `和主办的一件拆开了，回到「${statusLabels[back].zh}」，接着办。` },
      { owner: 'resident', text: '您的事和另一件分开了，单独办。您的编号和密码不变。' },
    ],
  };
}
