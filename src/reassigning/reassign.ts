import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { hindersNaming } from '../disputes/hindersNaming.ts';
import { disputeKind } from '../disputes/kind.ts';
import { standingOf } from '../disputes/standing.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { DayField, Id, StepInput } from '../matters/fields.ts';
import type { PostEntry } from '../people/directory.ts';
import { headsUnit } from '../people/doors.ts';
import { addDays, dayOf } from '../platform/now.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import { standsAt } from '../procedures/guard.ts';
import { canTake, type Part, partLabels, partsOf } from './holding.ts';
import { tellOf } from './reassignTells.ts';

export const ReassignInput = StepInput({
  fromPostId: Id,
  toPostId: Id,
  note: Type.Optional(Type.String({ maxLength: 500, title: '移交的话' })),
  until: Type.Optional({ ...DayField, title: '交接到哪天' }),
  runId: Type.Optional(Id),
});
export type ReassignInput = { fromPostId: string; toPostId: string; note?: string; until?: string; runId?: string };

/** One's own work, or that of the unit one leads; of a restricted matter the center's leader, since no other leader sees it. */
export function refuseOthersWork(
  dispute: Dispute,
  fromPostId: string,
  parts: readonly Part[],
  context: DisputeContext,
) {
  const { actor } = context;
  if (actor.postId === fromPostId) return;
  const leads = (place: 'leadUnit' | 'receivingCenter') =>
    headsUnit(actor.role) && standsAt(disputeKind, place, standingOf(dispute), actor);
  const may = (part: Part) =>
    part === 'handling' && !dispute.restricted ? leads('leadUnit') : leads('receivingCenter');
  if (!parts.every(may))
    throw new Refusal(
      'forbidden',
      'notYourWork',
      '别人手上的事，由他单位的负责人移交；首问和限制知悉的，由中心主任移交。',
    );
}

function receiverOf(
  dispute: Dispute,
  input: ReassignInput,
  parts: readonly Part[],
  context: DisputeContext,
): PostEntry {
  const receiver = context.directory.post(input.toPostId);
  if (!receiver) return refuseField('toPostId', '这个人已经不在岗，重新选。');
  if (input.toPostId === input.fromPostId) refuseField('toPostId', '还是同一个人，不用移交。');
  const part = parts.find((each) => !canTake(each, dispute, receiver));
  if (part) refuseField('toPostId', `${receiver.name}的岗位接不了「${partLabels[part].zh}」。`);
  const hinders = parts.includes('named') && hindersNaming(dispute, receiver.postId, context);
  if (hinders) refuseField('toPostId', hinders.message);
  return receiver;
}

/** Everything that one post holds of a dispute goes to another: nothing of it moves a clock. */
export function reassign(dispute: Dispute, input: ReassignInput, context: DisputeContext): DisputeDecision {
  const { fromPostId, toPostId } = input;
  const { actor, now, newId } = context;
  const parts = partsOf(dispute, fromPostId);
  if (parts.length === 0) throw new Refusal('conflict', 'notInHand', '这件已经不在他手上，不用移交。');
  refuseOthersWork(dispute, fromPostId, parts, context);
  const to = receiverOf(dispute, input, parts, context);
  const today = dayOf(now);
  const until = input.until ?? addDays(today, context.rules.handling.handoverDays);
  if (until < today) refuseField('until', '交接的最后一天不能早于今天。');
  const runId = input.runId ?? newId();
  const note = input.note?.trim();
  const named = dispute.namedPostIds.map((id) => (id === fromPostId ? toPostId : id));
  const common = { run_id: runId, from_post_id: fromPostId, to_post_id: toPostId, by_post_id: actor.postId, at: now };
  return {
    type: 'reassign',
    data: { fromPostId, toPostId, parts, until, runId },
    matter: {
      ...(parts.includes('handling') && { handler_post_id: toPostId }),
      ...(parts.includes('named') && { named_post_ids: [...new Set(named)] }),
    },
    own: {
      ...(parts.includes('contact') && { contact_post_id: toPostId }),
      handing_post_ids: [...new Set([...dispute.handingPostIds, fromPostId])].filter((id) => id !== toPostId),
      former_post_ids: dispute.formerPostIds.filter((id) => id !== toPostId && id !== fromPostId),
    },
    inserts: parts.map((part) => ({
      into: 'reassignment',
      values: { id: newId(), part, ...common, until, matter_version: dispute.version + 1 },
    })),
    notes: note ? [{ id: newId(), kind: 'reassign', visibility: `unit:${to.unitId}`, body: note }] : [],
    tell: tellOf(dispute, input, parts, to, context),
  };
}
