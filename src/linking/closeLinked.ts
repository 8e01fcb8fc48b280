import { contactKey } from '../disputes/contact.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';

export const CloseLinkedInput = StepInput({});
export type CloseLinkedInput = Record<string, never>;

/** The leading dispute is closed; this one closes with it and has a return visit and a rating of its own. */
export function closeLinked(dispute: Dispute, _input: CloseLinkedInput, context: DisputeContext): DisputeDecision {
  const { follows } = dispute;
  if (!follows) throw new Refusal('conflict', 'followsNone', '这一件没有和别的合并。');
  const outcome = context.other?.outcome ?? 'settled';
  return {
    type: 'closeLinked',
    data: { leadId: follows.leadId, outcome },
    matter: { closed_at: context.now },
    own: { outcome },
    changes: [
      { table: 'dispute_link', id: follows.linkId, set: { ended_at: context.now, how_ended: 'closed' as const } },
    ],
    tell: [
      {
        owner: contactKey(dispute),
        text: '主办的一件办结了，这一件跟着办结：单独做回访。',
      },
      { owner: 'resident', text: '您的事和一起办的那一件都办完了。请您评一评；还没解决，可以点「没有解决」。' },
    ],
  };
}
