import type { Dispute } from '../disputes/dispute.ts';
import { readAsSystem } from '../matters/record.sql.ts';
import { houseOf } from '../platform/actor.ts';
import { ask, type Tx } from '../platform/db.ts';
import { lockMatter } from '../procedures/lock.sql.ts';
import { contextFor, takeLocked } from '../procedures/takeStep.sql.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';

/** Called and not begun, and about nothing else that is still heard. */
const onlyAbout = `select m.code from visible_sitting_dispute d join matter m on m.county_code = d.county_code and m.id = d.matter_id
  where d.county_code = $1 and d.dispute_id = $2 and m.status = 'called' and not exists (select from visible_sitting_dispute o
    where o.county_code = d.county_code and o.matter_id = d.matter_id and o.dispute_id <> d.dispute_id) order by m.code`;

/** Sittings of a dispute that is mediated no longer take no rooms and nobody's time. */
export async function lapseSittings(
  engine: SittingEngine,
  tx: Tx,
  { countyCode, id }: Dispute,
  { now }: Pick<SittingContext, 'now'>,
): Promise<void> {
  await readAsSystem(tx);
  const bound = engine.kinds.session;
  for (const { code } of await ask<{ code: string }>(tx, onlyAbout, [countyCode, id])) {
    const before = await lockMatter<Sitting>(bound, tx, code);
    const context = { ...contextFor(engine, houseOf(countyCode), before), now } as unknown as SittingContext;
    await takeLocked(engine, tx, bound, { step: 'lapseSitting', before, input: {}, context } as never);
  }
}
