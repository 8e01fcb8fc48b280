import type { Dispute } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import { readAsSystem } from '../matters/record.sql.ts';
import { houseOf } from '../platform/actor.ts';
import { ask, type Tx } from '../platform/db.ts';
import { lockMatter } from '../procedures/lock.sql.ts';
import { contextFor, takeLocked } from '../procedures/takeStep.sql.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';

const openAbout = `select m.code from visible_sitting_dispute d join matter m on m.county_code = d.county_code and m.id = d.matter_id
  where d.county_code = $1 and d.dispute_id = $2 and m.closed_at is null order by m.code`;

/** Who mediates the dispute from now on holds its open sittings; who was released holds them no longer, and reads them no longer. */
export async function followMediators(
  engine: SittingEngine,
  tx: Tx,
  dispute: Dispute,
  { now }: Pick<SittingContext, 'now'>,
): Promise<void> {
  await readAsSystem(tx);
  const bound = engine.kinds.session;
  const mediatorPostIds = mediating(dispute).map(({ postId }) => postId);
  const formerPostIds = dispute.mediators.map(({ postId }) => postId).filter((id) => !mediatorPostIds.includes(id));
  for (const { code } of await ask<{ code: string }>(tx, openAbout, [dispute.countyCode, dispute.id])) {
    const before = await lockMatter<Sitting>(bound, tx, code);
    const { restricted, leadUnitId, handlerPostId, namedPostIds, receivingCenterId, regionCode } = before;
    const people = { restricted, leadUnitId, handlerPostId, namedPostIds, receivingCenterId, regionCode };
    const context = { ...contextFor(engine, houseOf(dispute.countyCode), before), now } as unknown as SittingContext;
    await takeLocked(engine, tx, bound, {
      step: 'followMatter',
      before,
      input: { ...people, mediatorPostIds, formerPostIds },
      context,
    } as never);
  }
}
