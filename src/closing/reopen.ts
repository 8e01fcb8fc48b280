import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { deskOf } from '../routing/units.ts';

export const ReopenInput = StepInput({ reason: Reason });
export type ReopenInput = { reason: string };

/** Open again with new clocks: back to the unit that had it, or to dispatching when there was none. */
export function reopen(dispute: Dispute, input: ReopenInput, context: DisputeContext): DisputeDecision {
  const toUnit = dispute.leadUnitId !== null;
  const unit = dispute.leadUnitId ? context.network.unit(dispute.leadUnitId) : undefined;
  const routed = [
    { act: 'stop', kind: 'acknowledge' },
    { act: 'stop', kind: 'report' },
    { act: 'stop', kind: 'handle' },
  ] as const;
  return {
    type: 'reopen',
    to: toUnit ? 'dispatched' : 'accepted',
    data: { times: dispute.reopened + 1 },
    matter: { closed_at: null, handler_post_id: null },
    own: { outcome: null, contested: false, reopened: dispute.reopened + 1, dispatch_undo_until: null },
    notes: [{ id: context.newId(), kind: 'reopen', visibility: 'resident', body: input.reason.trim() }],
    clocks: toUnit ? [] : [...routed, { act: 'start', kind: 'deploy' }],
    tell: [
      ...(unit
        ? deskOf(unit.id).map((owner) => ({ owner, text: '一件重新办理，今天签收。' }))
        : [{ owner: `c:${dispute.receivingCenterId}#dispatcher`, text: '一件重新办理，今天分流。' }]),
      { owner: 'resident', text: '您的事重新办理，日期重新算。' },
    ],
  };
}
