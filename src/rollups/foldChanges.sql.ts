import { sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, type Db, type Tx } from '../platform/db.ts';
import { keepClocks } from './boardClocks.sql.ts';
import { exchange } from './exchange.sql.ts';
import { listNoted } from './waiting.sql.ts';

/** So many noted changes are one transaction: those of the same days share rows of sums. */
const BATCH = 5000;

/** Two at once would take the same dispute out twice; who folds the county next waits for this transaction. */
export const takeTurn = (tx: Tx, county: string) =>
  sql`select pg_advisory_xact_lock(hashtext('figures'), hashtext(${county}))`.execute(tx);

/** The disputes whose changes are taken off the list; what another command has not committed yet stays on it. */
async function takeChanged(tx: Tx, county: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from figure_change c where c.county_code = ${county} and c.id in (
      select f.id from figure_change f where f.county_code = ${county} order by f.id limit ${BATCH})
    returning c.matter_id as id`.execute(tx);
  return [...new Set(rows.map(({ id }) => id))];
}

/** These are looked at once more, whatever they were added as. */
export const noteChanged = (db: Db, county: string, ids: readonly string[]): Promise<unknown> =>
  command(db, houseOf(county), (tx) =>
    sql`insert into figure_change (county_code, matter_id) select ${county}, unnest(${[...ids]}::uuid[])`.execute(tx),
  );

/** Takes the oldest noted changes of a county into the sums; answers how many disputes these were. */
export const foldOnce = (db: Db, county: string, now: Date): Promise<number> =>
  command(db, houseOf(county), async (tx) => {
    await takeTurn(tx, county);
    const ids = await takeChanged(tx, county);
    if (ids.length === 0) return 0;
    await exchange(tx, county, ids);
    await keepClocks(tx, county, ids, now);
    return ids.length;
  });

/** Until nothing is left; answers how many disputes these were. */
export async function foldChanges(db: Db, county: string, now: Date): Promise<number> {
  let folded = 0;
  for (let taken = 1; taken > 0; folded += taken) taken = await foldOnce(db, county, now);
  return folded;
}

/** So much that just changed is taken in before figures are read; of more it is said that it waits. */
const FOLDED_FIRST = 2000;

/**
 * Before figures of these counties are read: everything in them that was committed, the fewest first. Where an old ledger comes
 * in, or another definition, whoever asks neither waits for it nor takes a part of it; and what others go on noting meanwhile is
 * not run after. Answers whether that was all.
 */
export async function foldFirst(db: Db, counties: readonly string[], now: Date): Promise<boolean> {
  const waiting = await listNoted(db, counties, FOLDED_FIRST);
  let together = 0;
  for (const { county, noted } of waiting.toSorted((a, b) => a.noted - b.noted)) {
    together += noted;
    if (together > FOLDED_FIRST) return false;
    await foldOnce(db, county, now);
  }
  return true;
}
