import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { servicesOf } from '../reception/visits.sql.ts';
import { dayBegin } from '../rollups/pieces.ts';
import { visitsBy } from '../rollups/visitDays.sql.ts';
import type { Group } from './counted.ts';
import type { FigureFilter } from './figure.ts';
import type { Counting, Spans } from './figures.across.sql.ts';
import { type Fragment, listOf } from './found.sql.ts';
import { ofVisits } from './measures.ts';
import type { Span } from './period.ts';

/** The centers whose counters are counted; a unit has none. */
export type VisitLook = { counties: readonly string[]; centers: readonly string[] };

/** One visit each. `v` is a row of visit. */
const given: Fragment = sql`(${servicesOf})`;
const counted = ({ counties, centers }: VisitLook, { from, until }: Pick<Span, 'from' | 'until'>): Fragment => sql`
  from visit v where v.county_code in (${listOf(counties)}) and v.center_id in (${listOf(centers)})
    and v.at >= ${from} and v.at < ${until} and v.withdrawn_at is null`;

const nothing = ({ counties, centers }: VisitLook): boolean => counties.length === 0 || centers.length === 0;
const placeOfCenter: Fragment = sql`replace(v.center_id, '-center', '')`;

type Row = { span: string; services: string[]; region: string; visits: number; people: number };

/**
 * Whole days as they are kept, those that something just changed in from their visits, and the last day up to its moment: one
 * statement, so that a day is either the one or the other.
 */
function visitsOf(look: VisitLook, { from, until }: Span): Fragment {
  const lastDay = dayBegin(until);
  const within = (alias: string): Fragment => sql`${sql.ref(`${alias}.county_code`)} in (${listOf(look.counties)})
    and ${sql.ref(`${alias}.center_id`)} in (${listOf(look.centers)}) and ${sql.ref(`${alias}.day`)} >= ${from}
    and ${sql.ref(`${alias}.day`)} < ${lastDay}`;
  const changed = sql`select distinct c.county_code, c.center_id, c.day from visit_change c where ${within('c')}`;
  return sql`
    select s.center_id, s.services, s.visits, s.people from visit_sum s where ${within('s')}
      and not exists (select from (${changed}) c where c.county_code = s.county_code and c.center_id = s.center_id and c.day = s.day)
    union all select o.center_id, o.services, 1, o.head_count from (${visitsBy(changed)}) o
    union all select v.center_id, ${given}, 1, v.head_count ${counted(look, { from: lastDay < from ? from : lastDay, until })}`;
}

/** Visits and person-times by what was given and at which center: under the house's own key, for they name nobody. */
export async function countVisits(
  queries: Queries,
  look: VisitLook,
  countings: readonly Counting[],
  spans: Spans,
): Promise<Group[]> {
  const names = [...new Set(countings.filter(({ measure }) => ofVisits(measure)).map(({ span }) => span))];
  if (names.length === 0 || nothing(look)) return [];
  const arms = names.flatMap((name) => {
    const span = spans[name];
    return span
      ? [
          sql`select ${name}::text as span, v.services, ${placeOfCenter} as region, v.visits, v.people from (${visitsOf(look, span)}) v`,
        ]
      : [];
  });
  const { rows } = await sql<Row>`
    select span, services, region, sum(visits)::int as visits, sum(people)::int as people
    from (${sql.join(arms, sql` union all `)}) each group by span, services, region`.execute(queries);
  return rows.flatMap(({ visits, people, ...row }): Group[] => {
    const common = { ...row, category: null, source: null, unit: null, difficulty: null };
    return [
      { ...common, measure: 'visits', value: visits },
      { ...common, measure: 'personTimes', value: people },
    ];
  });
}

export type VisitRow = {
  id: string;
  countyCode: string;
  centerId: string;
  at: Date;
  services: string[];
  headCount: number;
  matterId: string | null;
  sortAt: string;
};

const narrowed = ({ services, regions, ...others }: FigureFilter): Fragment => {
  if (Object.keys(others).length > 0) return sql`false`;
  const of = services ? sql`${given} && ${[...services]}::text[]` : sql`true`;
  const places = (regions ?? []).map((code) => sql`left(${placeOfCenter}, ${code.length}::int) = ${code}`);
  return places.length === 0 ? of : sql`${of} and (${sql.join(places, sql` or `)})`;
};

/** How many visits, and of how many people. */
export async function countListedVisits(
  queries: Queries,
  look: VisitLook,
  span: Span,
  filter: FigureFilter,
): Promise<{ visits: number; personTimes: number }> {
  if (nothing(look)) return { visits: 0, personTimes: 0 };
  const { rows } = await sql<{ visits: number; personTimes: number }>`
    select count(*)::int as visits, coalesce(sum(v.head_count), 0)::int as "personTimes"
    ${counted(look, span)} and ${narrowed(filter)}`.execute(queries);
  return rows[0] ?? { visits: 0, personTimes: 0 };
}

/** The visits behind a figure: when, where, what was given, to how many. Not what was written down of them. */
export async function listVisits(
  queries: Queries,
  look: VisitLook,
  span: Span,
  filter: FigureFilter,
  { limit, from }: { limit: number; from?: { at: string; id: string } | undefined },
): Promise<VisitRow[]> {
  if (nothing(look)) return [];
  const after = from ? sql`and (v.at, v.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql``;
  const { rows } = await sql<VisitRow>`
    select v.id, v.county_code as "countyCode", v.center_id as "centerId", v.at, ${given} as services,
      v.head_count as "headCount", v.matter_id as "matterId", v.at::text as "sortAt"
    ${counted(look, span)} and ${narrowed(filter)} ${after} order by v.at desc, v.id desc limit ${limit}`.execute(
    queries,
  );
  return rows;
}
