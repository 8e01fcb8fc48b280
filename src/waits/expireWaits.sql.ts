import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Engine } from '../procedures/engine.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';

type Overdue = { code: string; kind: string; status: string };

/** A pause that reached its limit ends by itself, whatever waits. Asked under the house's own key. */
export async function expireWaits<R>(engine: Engine<R>, actor: Actor, countyCode: string): Promise<number> {
  const { rows } = await reading(engine.db, actor, (queries) =>
    sql<Overdue>`select distinct m.code, m.kind, m.status from visible_material_request r
      join matter m on m.county_code = r.county_code and m.id = r.matter_id
      where r.county_code = ${countyCode} and r.state = 'approved' and r.limit_at <= ${engine.now()}`.execute(queries),
  );
  let ended = 0;
  for (const { code, kind, status } of rows) {
    const bound = engine.kinds[kind];
    // Where the table has no such step from there, nothing runs that could go on.
    if (!bound?.kind.steps.expireMaterial?.from.includes(status)) continue;
    try {
      await takeStep(engine, bound, actor, code, 'expireMaterial', {});
      ended += 1;
    } catch (error) {
      // What was waited for came at this very moment: the others must not wait for that.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return ended;
}
