import type { Dispute } from '../disputes/dispute.ts';
import { readAsSystem } from '../matters/record.sql.ts';
import { houseOf } from '../platform/actor.ts';
import { ask, type Tx } from '../platform/db.ts';
import { lockMatter } from '../procedures/lock.sql.ts';
import { contextFor, takeLocked } from '../procedures/takeStep.sql.ts';
import type { SittingStep } from './procedure.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';

type Each = {
  step: SittingStep;
  /** Which of them: a condition on the sitting `m` and its line `d` about the dispute. */
  which: string;
  input(sitting: Sitting): object;
};

/** The house takes a step on the sittings about a dispute, in the transaction of the dispute's own step. */
export async function takeOnEach(
  engine: SittingEngine,
  tx: Tx,
  { countyCode, id }: Pick<Dispute, 'countyCode' | 'id'>,
  { now }: Pick<SittingContext, 'now'>,
  { step, which, input }: Each,
): Promise<void> {
  await readAsSystem(tx);
  const bound = engine.kinds.session;
  const found = `select m.code from visible_sitting_dispute d
    join matter m on m.county_code = d.county_code and m.id = d.matter_id
    where d.county_code = $1 and d.dispute_id = $2 and ${which} order by m.code`;
  for (const { code } of await ask<{ code: string }>(tx, found, [countyCode, id])) {
    const before = await lockMatter<Sitting>(bound, tx, code);
    const context = { ...contextFor(engine, houseOf(countyCode), before), now } as unknown as SittingContext;
    await takeLocked(engine, tx, bound, { step, before, input: input(before), context } as never);
  }
}
