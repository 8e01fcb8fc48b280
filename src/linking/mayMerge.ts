import { beforeOutcome } from '../disputes/beforeOutcome.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { statusLabels } from '../disputes/procedure.ts';
import { sightOf } from '../disputes/sight.ts';
import type { Actor } from '../platform/actor.ts';
import { Refusal } from '../platform/refusal.ts';

type Kind = 'conflict' | 'invalid' | 'forbidden';
export const refusal = (code: string, sentence: string, kind: Kind = 'conflict'): Refusal =>
  new Refusal(kind, code, sentence, kind === 'invalid' ? { leadCode: sentence } : {});

const seesAll = (actor: Actor, dispute: Dispute): boolean => ['full', 'superior'].includes(sightOf(actor, dispute));

const sameNames = (one: Dispute, other: Dispute): boolean =>
  one.namedPostIds.length === other.namedPostIds.length &&
  one.namedPostIds.every((id) => other.namedPostIds.includes(id));

/** Nobody may come to know of a restricted matter through another one. */
export function refuseByRestriction(dispute: Dispute, lead: Dispute): void {
  if (!dispute.restricted) return;
  if (dispute.receivingCenterId !== lead.receivingCenterId || !sameNames(dispute, lead))
    throw refusal('restrictedApart', '限制知悉的事，要同一个中心受理、可以知道的人也相同，才能合并。', 'forbidden');
}

/** Whether anything can join this one now; what is asked before a newcomer is registered as well. */
export function leadRefusal(lead: Dispute, actor: Actor, restricted: boolean): Refusal | null {
  if (!seesAll(actor, lead))
    return refusal('seesNotBoth', '两件的内容都看得到，才能合并。请两件都看得到的上级中心来做。', 'forbidden');
  if (lead.restricted !== restricted) return refusal('restrictedApart', '限制知悉的事不和别的事合并。', 'forbidden');
  if (lead.follows)
    return refusal('leadFollows', '那一件已经跟着更早的一件办。打开它，找到主办的那一件再合并。', 'invalid');
  if (beforeOutcome.includes(lead.status)) return null;
  return refusal('leadTooFar', `那一件已经「${statusLabels[lead.status].zh}」，合并不进去了。这一件照常办。`);
}

/** The earlier one leads: its dates have run longest, so nobody's day moves back by this. */
export function refuseByOrder(dispute: Dispute, lead: Dispute): void {
  const earlier = lead.openedAt.getTime() - dispute.openedAt.getTime() || (lead.code < dispute.code ? -1 : 1);
  if (earlier > 0)
    throw refusal(
      'earlierLeads',
      '先登记的是这一件，由它主办：打开后登记的那一件，在那里合并过来，日子从早的算。',
      'invalid',
    );
}
