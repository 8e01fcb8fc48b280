import type { Context } from '../matters/context.ts';
import type { Change, Insert } from '../matters/decision.ts';
import type { Network, Unit } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { Refusal } from '../platform/refusal.ts';
import { headKey, unitKey } from '../procedures/owners.ts';

/** A unit of the same county, or one of the city. Another county is a transfer, which opens a linked matter there. */
export function reachableUnit(
  matter: { readonly countyCode: string },
  unitId: string,
  field: string,
  network: Network,
): Unit {
  const unit = network.unit(unitId);
  if (!unit?.active)
    throw new Refusal('invalid', 'unknownUnit', '没有这个单位，重新选一个。', {
      [field]: '没有这个单位，重新选一个。',
    });
  if (unit.countyCode !== matter.countyCode && unit.level !== 'city')
    throw new Refusal('invalid', 'otherCounty', '不能直接分到别的区县。', { [field]: `${unit.short}不在本区县。` });
  return unit;
}

/** A unit helps: one that was taken off before is asked again. */
export function supportRow(unitId: string, task: string, at: Date, doneAt: Date | null = null): Insert {
  const set = { task, added_at: at, removed_at: null, done_at: doneAt };
  return { into: 'dispute_unit', values: { unit_id: unitId, ...set }, again: { by: 'unit_id', set } };
}

/** A unit helps no longer, or has done its part. */
export const supportChange = (unitId: string, set: { removed_at: Date } | { done_at: Date }): Change => ({
  ...{ table: 'dispute_unit', id: unitId, by: 'unit_id', set },
});

/** Who signs for a unit: handlers and its head; at a center its dispatchers, handlers and leader. */
export function deskOf(unitId: string): string[] {
  const key = unitKey(unitId);
  return [headKey(unitId), ...(key.startsWith('c:') ? [`${key}#dispatcher`] : []), `h:${unitId}`];
}

/** Who rules on a sending back: the referees of the center; where it has none, its leader. */
export function rulersOf(centerId: string, directory: Directory): string[] {
  const referees = directory.postsOf(centerId, 'referee').length > 0;
  return [`c:${centerId}#${referees ? 'referee' : 'centerLeader'}`];
}

type Restrictable = { restricted: boolean; receivingCenterId: string; namedPostIds: readonly string[] };
const signers = ['handler', 'unitHead', 'dispatcher', 'centerLeader'];

/** A restricted matter is invisible to a unit in which nobody is named: given to it, it would lie there unseen. */
export function refuseUnseen(matter: Restrictable, unit: Unit, context: Pick<Context<unknown>, 'directory'>): void {
  if (!matter.restricted || unit.id === matter.receivingCenterId) return;
  const named = matter.namedPostIds.map((id) => context.directory.post(id));
  if (named.some((post) => post?.unitId === unit.id && signers.includes(post.role))) return;
  throw new Refusal('conflict', 'nobodyNamed', `限制知悉的事，先由中心主任指定${unit.short}里谁可以知道，再交给它。`);
}
