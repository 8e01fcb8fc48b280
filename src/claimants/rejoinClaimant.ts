import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { lineOf } from '../disputes/parties.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import { refuseField } from '../platform/refusal.ts';
import { claimantsOf } from './claimant.ts';

export const RejoinClaimantInput = StepInput({ partyId: Id, reason: Reason });
export type RejoinClaimantInput = { partyId: string; reason: string };

/** Back on the list, with what he asked for before. */
export function rejoinClaimant(dispute: Dispute, input: RejoinClaimantInput, context: DisputeContext): DisputeDecision {
  const { partyId, reason } = input;
  const gone = claimantsOf(dispute.parties).find(({ id, left }) => id === partyId && left);
  if (!gone) return refuseField('partyId', '选退出了的申请人。');
  const parties = dispute.parties.map((each) => (each.id === partyId ? { ...each, left: false } : each));
  const set = { left_ground: null };
  return {
    type: 'rejoinClaimant',
    data: { partyId },
    own: { parties_line: lineOf(parties) },
    inserts: [{ into: 'claimant', values: { party_id: partyId, ...set }, again: { by: 'party_id', set } }],
    changes: [{ table: 'party', id: partyId, set: { left_at: null } }],
    notes: [{ id: context.newId(), kind: 'rejoinClaimant', visibility: 'shared', body: reason.trim() }],
    tell: [{ owner: 'resident', partyIds: [partyId], text: '您又参加这件事了，原来要求的金额照旧。' }],
  };
}
