import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import { listUnbuilt } from '../search/terms.sql.ts';
import type { Engine } from './engine.ts';
import { disputeKind } from './kind.ts';
import { refreshTerms } from './terms.sql.ts';

const BATCH = 100;
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * At start-up: what was registered before there was a search, or is found by words of an earlier version. A matter at a
 * time, in one transaction: until its new words are in, it is found by the old ones.
 */
export async function buildTerms(engine: Engine, actor: Actor): Promise<number> {
  let built = 0;
  for (const countyCode of actor.counties) {
    let before = LAST;
    for (let more = true; more; ) {
      const batch = await reading(engine.db, actor, (queries) =>
        listUnbuilt(queries, countyCode, disputeKind.name, before, BATCH),
      );
      const { network } = engine.reference();
      for (const { id } of batch) {
        await command(engine.db, actor, (tx) => refreshTerms(tx, { countyCode, id }, network));
        built += 1;
      }
      before = batch.at(-1)?.id ?? before;
      more = batch.length === BATCH;
    }
  }
  return built;
}
