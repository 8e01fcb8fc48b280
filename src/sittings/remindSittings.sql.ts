import type { Actor } from '../platform/actor.ts';
import { ask, reading } from '../platform/db.ts';
import { addDays, atTime, dayOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';
import type { SittingEngine } from './sittingEngine.ts';

/** Called for tomorrow, by yesterday; once for each day that it was called for. */
const due = `select m.code from matter m
  join visible_sitting s on s.county_code = m.county_code and s.matter_id = m.id
  where m.county_code = $1 and m.kind = 'session' and m.status = 'called' and s.starts_at >= $2 and s.starts_at < $3
    and m.opened_at < $4 and not exists (select from visible_matter_event e where e.county_code = m.county_code
      and e.matter_id = m.id and (e.type = 'remindSitting' and e.data->>'on' = $5 or e.type = 'changeSitting' and e.at >= $4))
  order by s.starts_at limit 200`;

/** Whoever is expected tomorrow hears it once more, from nine in the morning on; who was asked today needs no second word. */
export async function remindSittings(engine: SittingEngine, actor: Actor, countyCode: string): Promise<number> {
  const now = engine.now();
  const today = dayOf(now);
  if (now < atTime(today, '09:00')) return 0;
  const tomorrow = addDays(today, 1);
  const [begin, from, to] = [today, tomorrow, addDays(today, 2)].map((day) => atTime(day, '00:00'));
  const called = await reading(engine.db, actor, (queries) =>
    ask<{ code: string }>(queries, due, [countyCode, from, to, begin, tomorrow]),
  );
  let reminded = 0;
  for (const { code } of called) {
    try {
      await takeStep(engine, engine.kinds.session, actor, code, 'remindSitting', {});
      reminded += 1;
    } catch (error) {
      // It was cancelled or begun at this very moment.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return reminded;
}
