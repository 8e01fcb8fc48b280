import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { RulingDbRow, RulingFilter } from './rulings.ts';

const ofResult: Record<NonNullable<RulingFilter['result']>, RawBuilder<unknown>> = {
  all: sql`true`,
  kept: sql`x.sent_back_at is null`,
  open: sql`x.sent_back_at is not null and x.result is null`,
  upheld: sql`x.sent_back_at is not null and x.result = 'upheld'`,
  changed: sql`x.sent_back_at is not null and x.result = 'changed'`,
  ended: sql`x.sent_back_at is not null and x.result = 'ended'`,
};

/** What it got and sent back, and what a later ruling gave it. */
const ofUnit = (unitId: string): RawBuilder<unknown> => sql`(x.unit_id = ${unitId} or exists (select from ruling r
  where r.county_code = x.county_code and r.matter_id = x.matter_id and r.to_unit_id = ${unitId} and r.at > x.at))`;

function where(filter: RulingFilter): RawBuilder<unknown> {
  const { category, result, unitId, after } = filter;
  return sql.join(
    [
      sql`x.withdrawn_at is null and x.at >= ${filter.from} and x.at < ${filter.to}`,
      result ? ofResult[result] : sql`x.sent_back_at is not null`,
      ...(category ? [sql`x.category_code = ${category}`] : []),
      ...(unitId ? [ofUnit(unitId)] : []),
      ...(after ? [sql`(x.at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
    ],
    sql` and `,
  );
}

/**
 * Dispatches of one county that this post may know of, newest first, with what the unit and the referee said. The page is
 * chosen along the index; `limit 1` asks for each row whether its matter may be known, instead of joining all of them.
 */
export async function listRulings(queries: Queries, countyCode: string, filter: RulingFilter): Promise<RulingDbRow[]> {
  const { rows } = await sql<RulingDbRow>`
    with page as materialized (
      select x.county_code, x.id, x.matter_id, x.category_code, x.unit_id, x.at, x.sent_back_at, x.result, m.code, m.region_code
      from unit_dispatch x
      cross join lateral (select m.code, m.region_code from matter m
        where m.county_code = x.county_code and m.id = x.matter_id limit 1) m
      where x.county_code = ${countyCode} and ${where(filter)}
      order by x.at desc, x.id desc limit ${filter.limit})
    select x.county_code as "countyCode", x.id, x.code, x.category_code as "categoryCode", x.region_code as "regionCode",
      x.at, x.at::text as "sortAt", x.unit_id as "unitId", x.sent_back_at as "sentBackAt",
      d.better_unit_id as "betterUnitId", x.result, e.basis, e.effective_from as "basisSince", b.body as reason,
      r.to_unit_id as "toUnitId", r.at as "ruledAt", n.body as words, r.duty_entry_id is not null as "dutyChanged",
      (select c.due_at from visible_matter_clock c where x.sent_back_at is not null and x.result is null
        and c.county_code = x.county_code and c.matter_id = x.matter_id and c.kind = 'ruling' and c.stopped_at is null
        limit 1) as "rulingDue"
    from page x
    left join lateral (select q.duty_entry_id, q.better_unit_id from visible_unit_dispatch q
      where q.county_code = x.county_code and q.id = x.id limit 1) d on true
    left join duty_entry e on e.id = d.duty_entry_id
    left join lateral (select q.to_unit_id, q.at, q.note_id, q.duty_entry_id from visible_ruling q
      where q.county_code = x.county_code and q.matter_id = x.matter_id and q.dispatch_id = x.id limit 1) r on true
    left join lateral (select q.body from visible_note q where q.county_code = x.county_code
      and q.matter_id = x.matter_id and q.id = r.note_id limit 1) n on true
    left join lateral (select q.body from visible_note q where q.county_code = x.county_code
      and q.matter_id = x.matter_id and q.kind = 'sendBack' and q.at = x.sent_back_at limit 1) b on true
    order by x.at desc, x.id desc`.execute(queries);
  return rows;
}

export type PrecedentRow = {
  at: Date;
  fromUnitId: string;
  toUnitId: string;
  outcome: 'upheld' | 'changed';
  code: string | null;
  words: string | null;
};

/** The last rulings of a category. Of a matter this post may not know of, only which unit and how: no code, no words. */
export async function listPrecedents(
  queries: Queries,
  countyCode: string,
  category: string,
  limit: number,
): Promise<PrecedentRow[]> {
  const { rows } = await sql<PrecedentRow>`
    select r.at, r.from_unit_id as "fromUnitId", r.to_unit_id as "toUnitId", r.outcome, seen.code, seen.body as words
    from ruling r
    left join lateral (select m.code, n.body from visible_ruling q
      join matter m on m.county_code = q.county_code and m.id = q.matter_id
      left join visible_note n on n.county_code = q.county_code and n.matter_id = q.matter_id and n.id = q.note_id
      where q.county_code = r.county_code and q.id = r.id limit 1) seen on true
    where r.county_code = ${countyCode} and r.category_code = ${category}
    order by r.at desc limit ${limit}`.execute(queries);
  return rows;
}
