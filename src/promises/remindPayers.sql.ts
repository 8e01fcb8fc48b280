import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { atTime, dayOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Bound, Engine } from '../procedures/engine.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';

type Late = { code: string; kind: string; status: string; promiseIds: string[] };

/** The payer of what was due yesterday or before is reminded once, from nine in the morning on; two hundred matters a round. */
export async function remindPayers<R>(engine: Engine<R>, actor: Actor, countyCode: string): Promise<number> {
  const now = engine.now();
  const today = dayOf(now);
  if (now < atTime(today, '09:00')) return 0;
  const late = await reading(engine.db, actor, async (queries) => {
    const { rows } = await sql<Late>`select m.code, m.kind, m.status, array_agg(p.id) as "promiseIds"
      from visible_promise p join matter m on m.county_code = p.county_code and m.id = p.matter_id
      where p.county_code = ${countyCode} and p.state = 'open' and p.due_on < ${today} and p.asked_at is null
        and p.defaulted_at is null and p.payer_party_id is not null
      group by m.code, m.kind, m.status limit 200`.execute(queries);
    return rows;
  });
  let reminded = 0;
  for (const { code, kind, status, promiseIds } of late) {
    const bound = engine.kinds[kind] as Bound | undefined;
    if (!bound?.kind.steps.remindPayer?.from.includes(status)) continue;
    try {
      await takeStep(engine as Engine, bound, actor, code, 'remindPayer', { promiseIds });
      reminded += 1;
    } catch (error) {
      // It was paid at this very moment.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return reminded;
}
