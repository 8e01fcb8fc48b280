import type { Clock } from '../deadlines/clock.ts';
import { readAsSystem } from '../matters/record.sql.ts';
import { houseOf } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import { lockMatter } from '../procedures/lock.sql.ts';
import { contextFor, takeLocked } from '../procedures/takeStep.sql.ts';
import { listOpenNotices } from './noticeRows.sql.ts';
import type { SupervisionEngine } from './supervisionEngine.ts';

type Key = { countyCode: string; id: string };
type WithClocks = Key & { clocks: readonly Clock[] };

/** Ended by the house, whether or not the actor may see it: the house looks. */
export async function closeByHouse(
  engine: SupervisionEngine,
  tx: Tx,
  code: string,
  how: { step: 'closeSupervision' | 'replaceSupervision'; why: string },
  now: Date,
): Promise<void> {
  const bound = engine.kinds.supervision;
  const before = await lockMatter(bound, tx, code);
  const context = { ...contextFor(engine, houseOf(before.countyCode), before), now };
  await takeLocked(engine, tx, bound, { step: how.step, before, input: { why: how.why }, context });
}

/**
 * The house ends open notices about a dispute: all of them when it is closed, else those of its own whose clock has
 * stopped, since what they asked for is done.
 */
export async function endNotices(
  engine: SupervisionEngine,
  tx: Tx,
  about: WithClocks,
  which: 'all' | 'stopped',
  why: string,
  now: Date,
): Promise<void> {
  const running = new Set(about.clocks.filter((clock) => clock.stoppedAt === null).map(({ id }) => id));
  await readAsSystem(tx);
  for (const { code, clockId, origin } of await listOpenNotices(tx, about.countyCode, about.id)) {
    const done = origin === 'ladder' && clockId !== null && !running.has(clockId);
    if (which === 'all' || done) await closeByHouse(engine, tx, code, { step: 'closeSupervision', why }, now);
  }
}
