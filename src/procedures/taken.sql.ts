import { type RawBuilder, sql } from 'kysely';
import { type Queries, record, type Tx } from '../platform/db.ts';
import type { Outcome } from './decideStep.ts';
import type { Bound } from './engine.ts';
import type { Head, StepContext } from './head.ts';
import { type Taken, undoOf } from './takeBack.ts';

/** How many messages have left the house, or were tried, about what `row` says was done at its `at`. */
export const leftTheHouse = (row: string, step: string): RawBuilder<number> => sql<number>`
  (select count(*)::int from visible_delivery d where d.county_code = ${sql.ref(`${row}.county_code`)}
    and d.matter_id = ${sql.ref(`${row}.matter_id`)} and d.event_type = ${sql.ref(`${row}.${step}`)}
    and d.created_at >= ${sql.ref(`${row}.at`)}
    and (d.state in ('sending', 'printed', 'sent', 'delivered') or d.attempts > 0))`;

/** The last step that was kept, and how many messages about it have gone out since. */
export async function findTaken(
  queries: Queries,
  { countyCode, id }: Pick<Head, 'countyCode' | 'id'>,
): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    select t.event_id as "eventId", t.seq, t.step, t.post_id as "postId", t.at, t.version, t.undo,
      ${leftTheHouse('t', 'step')} as out
    from visible_taken_step t where t.county_code = ${countyCode} and t.matter_id = ${id}`.execute(queries);
  return rows[0];
}

/** Keeps how things stood before this step, in its own transaction; answers whether it can be taken back today. */
export function keepForTakeBack(
  tx: Tx,
  { kind }: Pick<Bound, 'kind'>,
  outcome: Outcome,
  eventId: string,
  { actor, now }: Pick<StepContext<Head>, 'actor' | 'now'>,
): boolean {
  const { before, after, step } = outcome;
  const undo = undoOf(kind.steps[step] ?? {}, outcome);
  if (undo === null || actor.role === 'system' || actor.role === 'party') return false;
  const key = { county_code: before.countyCode, matter_id: before.id };
  const set = {
    ...{ event_id: eventId, seq: before.eventSeq + 1, step, post_id: actor.postId, at: now },
    ...{ version: after.version, undo: JSON.stringify(undo) },
  };
  const insert = tx.insertInto('taken_step').values({ ...key, ...set });
  record(
    tx,
    insert.onConflict((conflict) => conflict.columns(['county_code', 'matter_id']).doUpdateSet(set)),
  );
  return true;
}
