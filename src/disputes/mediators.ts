import type { Change, Insert } from '../matters/decision.ts';
import { leaderKey } from '../procedures/owners.ts';
import type { Dispute, MediatorBrief } from './dispute.ts';
import { type StepName, stepOf } from './procedure.ts';

/** Who mediates now, also while somebody asks for another one: an empty chair helps nobody. */
export const mediating = ({ mediators = [] }: Partial<Pick<Dispute, 'mediators'>>): readonly MediatorBrief[] =>
  mediators.filter(({ state }) => state !== 'released');

/** The appointments as a step leaves them. */
export function mediatorsAfter(
  { mediators }: Pick<Dispute, 'mediators'>,
  inserts: readonly Insert[],
  changes: readonly Change[],
): readonly MediatorBrief[] {
  const added = inserts.flatMap((each) =>
    each.into === 'mediator_appointment'
      ? [{ id: each.values.id, postId: each.values.post_id, unitId: each.values.unit_id, state: each.values.state }]
      : [],
  );
  const set = new Map(
    changes.flatMap((each) => (each.table === 'mediator_appointment' ? [[each.id, each.set] as const] : [])),
  );
  return [...mediators, ...added].map((each) => {
    const { post_id: postId, unit_id: unitId, state } = set.get(each.id) ?? {};
    return { ...each, ...(postId && { postId }), ...(unitId && { unitId }), ...(state && { state }) };
  });
}

type Owed = { owner: string; act: StepName; clockKind: null };

/** Who was asked to mediate says first what ties him; about a tie or an objection the center's leader decides. */
export function owedOnMediators(dispute: Dispute): Owed[] {
  if (!stepOf('declareTie').from.includes(dispute.status)) return [];
  return mediating(dispute).flatMap(({ postId, state }): Owed[] => {
    if (state === 'appointed') return [{ owner: `p:${postId}`, act: 'declareTie', clockKind: null }];
    const open = state === 'tied' || state === 'objected';
    return open ? [{ owner: leaderKey(dispute.receivingCenterId), act: 'releaseMediator', clockKind: null }] : [];
  });
}
