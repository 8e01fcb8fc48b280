import { houseOf } from '../../platform/actor.ts';
import { command, record } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import type { PartySession } from './session.ts';

/** Whoever has a copy of the cookie of this visit reads nothing more. Kept for a day: no visit is longer than half of one. */
export function leaveVisit(deps: Deps, { countyCode, slipId, openedAt }: PartySession): Promise<void> {
  const now = deps.now();
  return command(deps.db, houseOf(countyCode), async (tx) => {
    const key = { county_code: countyCode, slip_id: slipId, opened_at: new Date(openedAt) };
    const insert = tx.insertInto('left_visit').values({ ...key, left_at: now });
    record(
      tx,
      insert.onConflict((conflict) => conflict.doNothing()),
    );
    const old = tx.deleteFrom('left_visit').where('county_code', '=', countyCode);
    record(tx, old.where('left_at', '<', new Date(now.getTime() - 86_400_000)));
  });
}
