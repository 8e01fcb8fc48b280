import type { Dispute } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import type { Tx } from '../platform/db.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { takeOnEach } from './takeOnEach.sql.ts';

/** Who mediates the dispute from now on holds its open sittings; who was released holds them no longer, and reads them no longer. */
export function followMediators(
  engine: SittingEngine,
  tx: Tx,
  dispute: Dispute,
  context: Pick<SittingContext, 'now'>,
): Promise<void> {
  const mediatorPostIds = mediating(dispute).map(({ postId }) => postId);
  const formerPostIds = dispute.mediators.map(({ postId }) => postId).filter((id) => !mediatorPostIds.includes(id));
  const input = (before: Sitting) => {
    const { restricted, leadUnitId, handlerPostId, namedPostIds, receivingCenterId, regionCode } = before;
    const people = { restricted, leadUnitId, handlerPostId, namedPostIds, receivingCenterId, regionCode };
    return { ...people, mediatorPostIds, formerPostIds };
  };
  return takeOnEach(engine, tx, dispute, context, { step: 'followMatter', which: 'm.closed_at is null', input });
}
