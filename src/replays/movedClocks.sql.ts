import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { type Queries, reading } from '../platform/db.ts';
import { asHouse } from './moves.sql.ts';

/** One clock of a matter that the reader may see. `key` is where the next page goes on. */
export type MovedClock = {
  key: string;
  code: string;
  kind: string;
  label: string;
  from: Date | null;
  to: Date | null;
  before: string;
  after: string;
};
export type ProvisionalClock = { key: string; code: string; kind: string; label: string; dueAt: Date | null };

const FIRST = '00000000-0000-0000-0000-000000000000/00000000-0000-0000-0000-000000000000';

function place(after: string | undefined): readonly [string, string] {
  const [matter = '', clock = ''] = (after ?? FIRST).split('/');
  return [matter, clock];
}

/** What a run moves, in the order in which the matters were opened. Who reads sees only his own matters. */
export async function listMovedClocks(
  queries: Queries,
  counties: readonly string[],
  runId: string,
  after: string | undefined,
  limit: number,
): Promise<MovedClock[]> {
  const [matter, clock] = place(after);
  const { rows } = await sql<MovedClock>`
    select s.matter_id || '/' || s.clock_id as key, m.code, s.kind, coalesce(c.rule->>'label', s.kind) as label,
      s.from_due as "from", s.to_due as "to", s.state_before as before, s.state_after as after
    from visible_clock_move s
    join lateral (select * from matter x where x.county_code = s.county_code and x.id = s.matter_id limit 1) m on true
    left join lateral (select rule from visible_matter_clock x where x.county_code = s.county_code
      and x.id = s.clock_id limit 1) c on true
    where s.county_code = any(${[...counties]}) and s.run_id = ${runId} and s.from_due is distinct from s.to_due
      and (s.matter_id, s.clock_id) > (${matter}::uuid, ${clock}::uuid)
    order by s.matter_id, s.clock_id limit ${limit}`.execute(queries);
  return rows;
}

/** Dates that rest on a year without a notice, of the matters that the reader sees. */
export async function listProvisional(
  queries: Queries,
  counties: readonly string[],
  after: string | undefined,
  limit: number,
): Promise<ProvisionalClock[]> {
  const [matter, clock] = place(after);
  const { rows } = await sql<ProvisionalClock>`
    select c.matter_id || '/' || c.id as key, m.code, c.kind, c.rule->>'label' as label, c.due_at as "dueAt"
    from visible_matter_clock c
    join lateral (select * from matter x where x.county_code = c.county_code and x.id = c.matter_id limit 1) m on true
    where c.county_code = any(${[...counties]}) and c.provisional and c.stopped_at is null
      and (c.matter_id, c.id) > (${matter}::uuid, ${clock}::uuid)
    order by c.matter_id, c.id limit ${limit}`.execute(queries);
  return rows;
}

/** How many there are in all, whoever may see them. */
export function countProvisional(db: Db, counties: readonly string[]): Promise<number> {
  return reading(db, asHouse(counties), async (queries) => {
    const { rows } = await sql<{ count: number }>`select count(*) from matter_clock
      where county_code = any(${[...counties]}) and provisional and stopped_at is null`.execute(queries);
    return rows[0]?.count ?? 0;
  });
}
