import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';

type NotSame = { countyCode: string; draftId: string; otherId: string; at: Date };

/** Said at the counter; once registered, the form's id leads to the matter, so the pair is never listed. */
export function recordNotSame(tx: Tx, actor: Actor, { countyCode, draftId, otherId, at }: NotSame): void {
  const row = { county_code: countyCode, draft_id: draftId, other_id: otherId, owner: `p:${actor.postId}`, at };
  record(
    tx,
    tx
      .insertInto('not_same')
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
}
