import { sql } from 'kysely';
import { readAsSystem } from '../matters/record.sql.ts';
import { houseOf } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import type { Engine } from './engine.ts';
import type { FollowInput } from './follow.ts';
import type { Head, StepContext } from './head.ts';
import { lockMatter } from './lock.sql.ts';
import { contextFor, takeLocked } from './takeStep.sql.ts';

/** What hangs on a matter and is still open follows it: each by its own kind's step, with an event of its own. */
export async function followParent<R>(
  engine: Engine<R>,
  tx: Tx,
  parent: Head,
  { units = {} }: Pick<FollowInput, 'units'>,
  { now }: Pick<StepContext<Head>, 'now'>,
): Promise<void> {
  const { countyCode, id, restricted, leadUnitId, handlerPostId, namedPostIds, receivingCenterId, regionCode } = parent;
  await readAsSystem(tx);
  const { rows } = await sql<{ code: string; kind: string }>`select code, kind from matter
    where county_code = ${countyCode} and about_id = ${id} and closed_at is null order by id`.execute(tx);
  const people = { restricted, leadUnitId, handlerPostId, namedPostIds, receivingCenterId, regionCode };
  for (const { code, kind } of rows) {
    const bound = engine.kinds[kind];
    const step = bound?.kind.follow;
    if (!bound || step === undefined) continue;
    const before = await lockMatter(bound, tx, code);
    const context = { ...contextFor(engine, houseOf(countyCode), before), now };
    await takeLocked(engine, tx, bound, { step, before, input: { ...people, units }, context });
  }
}
