import { Type } from 'typebox';
import { runningClocks } from '../deadlines/leading.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Telling } from '../matters/decision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { dayOf, formatDay } from '../platform/now.ts';
import { type Refusal, refuseIf } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';
import { waitingFor } from '../waits/waits.ts';
import { leadRefusal, refusal, refuseByOrder, refuseByRestriction } from './mayMerge.ts';

export const MergeInput = StepInput({
  leadCode: Type.String({ pattern: '^\\d{15}$', title: '主办的一件（先登记的）' }),
  reason: Reason,
});
export type MergeInput = { leadCode: string; reason: string };

function leadOf(dispute: Dispute, { other, actor }: DisputeContext): Dispute {
  if (!other) throw refusal('sameDispute', '主办的一件不能是这一件自己。', 'invalid');
  if (other.countyCode !== dispute.countyCode)
    throw refusal('otherCounty', '两件不在一个区县，合并不了；请上级中心牵头协调。', 'invalid');
  const refused = leadRefusal(other, actor, dispute.restricted);
  if (refused) throw refused;
  return other;
}

/** Whoever works on the leading one hears that somebody else asks for the same. */
function leadWorkers(lead: Dispute, { network }: DisputeContext): string {
  if (lead.handlerPostId) return `p:${lead.handlerPostId}`;
  const unit = lead.leadUnitId ? network.unit(lead.leadUnitId) : undefined;
  return unit ? headKey(unit.id) : `c:${lead.receivingCenterId}#dispatcher`;
}

function tellings(dispute: Dispute, lead: Dispute, context: DisputeContext): Telling[] {
  const own = dispute.handlerPostId ?? null;
  const since = formatDay(dayOf(lead.openedAt));
  return [
    { owner: leadWorkers(lead, context), text: '又有人来说同一件事，合并过来一起办：先看看来的人怎么说。' },
    ...(own && own !== lead.handlerPostId
      ? [{ owner: `p:${own}`, text: '合并到先登记的一件一起办，这一件的时限先停着。' }]
      : []),
    {
      owner: 'resident',
      text: `您说的事${since}已经有人登记，合在一起办，不用再跑一遍。您的编号、查询密码和评价都是您自己的；进度照样在这里看。`,
    },
  ];
}

/** Its clocks stand still for a reason of their own; two reasons at once would hide one. */
export const hindersMerger = (dispute: Dispute): Refusal | null =>
  waitingFor(dispute) ? refusal('waits', '这一件正在等人或等材料。等到了、或者等的日期到了，再合并。') : null;

/** The later one follows the earlier one. Its clocks rest; its code, slip, notices and rating stay its own. */
export function merge(dispute: Dispute, input: MergeInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersMerger(dispute));
  const lead = leadOf(dispute, context);
  refuseByRestriction(dispute, lead);
  refuseByOrder(dispute, lead);
  const kinds = runningClocks(dispute.clocks).flatMap(({ binds, kind }) => (binds === 'ours' ? [kind] : []));
  const link = {
    id: context.newId(),
    lead_id: lead.id,
    since_status: dispute.status,
    lead_unit_id: lead.leadUnitId,
    lead_handler_post_id: lead.handlerPostId,
    lead_center_id: lead.receivingCenterId,
    lead_status: lead.status,
    lead_opened_at: lead.openedAt,
    linked_at: context.now,
    linked_by_post_id: context.actor.postId || null,
  };
  return {
    type: 'merge',
    data: { leadId: lead.id, since: dispute.status },
    matter: { counted_with_id: lead.id },
    notes: [{ id: context.newId(), kind: 'merge', visibility: 'shared', body: input.reason.trim() }],
    inserts: [{ into: 'dispute_link', values: link }],
    clocks: [{ act: 'pause', kinds, reason: RESTS, approvedBy: context.actor.name }],
    tell: tellings(dispute, lead, context),
  };
}

/** Why the clocks of one that follows stand still. */
export const RESTS = '合并办理';
