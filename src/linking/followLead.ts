import { type Static, Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';

/** What was done on the leading dispute, and what the resident of this one is told of it. */
export const FollowLeadInput = StepInput({ step: Type.String({ pattern: '^[A-Za-z]+$' }), words: Type.String() });
export type FollowLeadInput = Pick<Static<typeof FollowLeadInput>, 'step' | 'words'>;

const moved = (lead: Dispute) => ({
  lead_unit_id: lead.leadUnitId,
  lead_handler_post_id: lead.handlerPostId,
  lead_center_id: lead.receivingCenterId,
  lead_status: lead.status,
});

/** The leading dispute now follows another one itself: this one follows that one. */
function relinked(dispute: Dispute, lead: Dispute, formerLeadId: string, context: DisputeContext): DisputeDecision {
  const { now, newId } = context;
  const link = {
    ...{ id: newId(), lead_id: lead.id, since_status: dispute.follows?.since ?? dispute.status, ...moved(lead) },
    ...{ lead_opened_at: lead.openedAt, linked_at: now, linked_by_post_id: null },
  };
  return {
    type: 'follow',
    data: { leadId: lead.id, formerLeadId },
    matter: { counted_with_id: lead.id },
    inserts: [{ into: 'dispute_link', values: link }],
    changes: [
      { table: 'dispute_link', id: dispute.follows?.linkId ?? '', set: { ended_at: now, how_ended: 'moved' as const } },
    ],
  };
}

/** Whoever works on the leading one sees those who follow; their residents hear what is true for everybody. */
export function followLead(dispute: Dispute, input: FollowLeadInput, context: DisputeContext): DisputeDecision {
  const { follows } = dispute;
  const lead = context.other;
  if (!follows || !lead) throw new Refusal('conflict', 'followsNone', '这一件没有和别的合并。');
  if (lead.id !== follows.leadId) return relinked(dispute, lead, follows.leadId, context);
  const { leadUnitId, handlerPostId: leadHandlerPostId } = lead;
  return {
    type: 'follow',
    data: { leadId: lead.id, step: input.step, status: lead.status, leadUnitId, leadHandlerPostId },
    changes: [{ table: 'dispute_link', id: follows.linkId, set: moved(lead) }],
    tell: input.words === '' ? [] : [{ owner: 'resident', text: input.words }],
  };
}
