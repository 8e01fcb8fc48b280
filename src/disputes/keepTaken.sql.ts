import { record, type Tx } from '../platform/db.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { StepName } from './procedure.ts';
import type { Outcome } from './recordStep.sql.ts';
import { undoOf } from './takeBack.ts';

/** Keeps how things stood before this step, in its own transaction; answers whether it can be taken back today. */
export function keepForTakeBack(
  tx: Tx,
  name: StepName,
  before: Dispute,
  { decision, after, changes }: Outcome,
  eventId: string,
  { actor, now }: DisputeContext,
): boolean {
  const undo = undoOf(name, before, decision, changes);
  if (undo === null || actor.role === 'system' || actor.role === 'party') return false;
  const key = { county_code: before.countyCode, matter_id: before.id };
  const set = {
    ...{ event_id: eventId, seq: before.eventSeq + 1, step: name, post_id: actor.postId, at: now },
    ...{ version: after.version, undo: JSON.stringify(undo) },
  };
  const insert = tx.insertInto('taken_step').values({ ...key, ...set });
  record(
    tx,
    insert.onConflict((conflict) => conflict.columns(['county_code', 'matter_id']).doUpdateSet(set)),
  );
  return true;
}
