import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { houseOf } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import type { Candidate } from './candidate.ts';
import { findComparables } from './comparables.sql.ts';
import { type NewPair, recordPairs, wasSaidNot } from './pairs.sql.ts';
import { listKeyless, renewKeys } from './sameKeys.sql.ts';
import { findAlike } from './sameMatters.sql.ts';

const BATCH = 100;
const EACH = 3;

async function pairsOf(engine: Engine, tx: Tx, countyCode: string, fresh: Candidate): Promise<NewPair[]> {
  if (fresh.seen.restricted || fresh.seen.status === 'linked') return [];
  const alike = await findAlike(engine, tx, houseOf(countyCode), countyCode, fresh.matter, fresh.id);
  const earlier = alike.filter(({ candidate }) => candidate.seen.status !== 'linked').slice(0, EACH);
  const pairs = earlier.map(({ candidate, reasons }): NewPair => {
    const isLater = candidate.matter.openedAt <= fresh.matter.openedAt;
    const [matterId, otherId] = isLater ? [fresh.id, candidate.id] : [candidate.id, fresh.id];
    return { matterId, otherId, reasons };
  });
  const said = await Promise.all(pairs.map(({ matterId, otherId }) => wasSaidNot(tx, countyCode, matterId, otherId)));
  return pairs.filter((_pair, index) => !said[index]);
}

/** New registrations, compared once with all that came before; what was said at the counter is heeded. */
async function compareFresh(engine: Engine, countyCode: string): Promise<number> {
  const now = engine.now();
  return command(engine.db, houseOf(countyCode), async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select k.matter_id as id from same_key k where k.county_code = ${countyCode} and k.kind = 'fresh'
      order by k.at limit ${BATCH}`.execute(tx);
    const ids = rows.map(({ id }) => id);
    for (const fresh of await findComparables(tx, countyCode, ids))
      recordPairs(tx, countyCode, await pairsOf(engine, tx, countyCode, fresh), now);
    const done = tx.deleteFrom('same_key').where('county_code', '=', countyCode).where('kind', '=', 'fresh');
    if (ids.length > 0) record(tx, done.where('matter_id', 'in', ids));
    return ids.length;
  });
}

/** Recurring work: the list 可能重复. Answers how many were compared. */
export async function findPairs(engine: Engine): Promise<number> {
  let compared = 0;
  for (const countyCode of engine.reference().counties)
    for (let done = BATCH; done === BATCH; compared += done) done = await compareFresh(engine, countyCode);
  return compared;
}

/** Recurring work: whatever was registered in another way, such as an import, gets its keys too. */
export async function keepMissingKeys(engine: Engine): Promise<number> {
  let kept = 0;
  for (const countyCode of engine.reference().counties)
    for (let done = BATCH; done === BATCH; kept += done)
      done = await command(engine.db, houseOf(countyCode), async (tx) =>
        renewKeys(engine, tx, countyCode, await listKeyless(tx, countyCode, BATCH)),
      );
  return kept;
}
