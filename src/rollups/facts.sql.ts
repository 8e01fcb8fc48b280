import { sql } from 'kysely';
import { countsLast, foldedFigures } from './folded.ts';
import { type Asked, amountOf, ENDED, type Fragment, listOf, occurrences, ofAsked } from './occurrences.sql.ts';

/** Of one dispute, everything that is known of it. */
const asked: Asked = { counties: 'x' };

/** From when on a dispute stood open, and from when on no longer: what `open` changes by. */
const standing: Fragment = sql`
  select d.county_code, d.matter_id, 'open' as figure, d.opened_at as at, 1::bigint as value
  union all
  select f.county_code, f.matter_id, 'open', case when f.type = 'importDispute'
      then coalesce((f.data ->> 'closedAt')::timestamptz, d.closed_at, d.opened_at) else f.at end, -f.flip::bigint
  from (select e.county_code, e.matter_id, e.at, e.seq, e.type, e.data, (e.status_after in ${ENDED})::int
      - lag((e.status_after in ${ENDED})::int, 1, 0) over (partition by e.county_code, e.matter_id order by e.seq) as flip
    from visible_matter_event e where ${ofAsked(asked, 'e')}) f
  where f.flip <> 0`;

/**
 * What the dispute `d`, which is named by `x`, adds to the figures, `(county_code, matter_id, figure, at, prev, value)`: the sum over the rows of a period is
 * the figure, where a row with `prev` counts only in periods that hold `prev` too. So a dispute that was settled twice counts
 * once in a month with both, and once in each of two months.
 */
const facts: Fragment = sql`
  with valued as (
    select o.county_code, o.matter_id, o.figure, o.at, o.tie, ${amountOf} as value
    from (${occurrences(
      foldedFigures.filter((figure) => figure !== 'open'),
      asked,
    )}) o),
  chained as (
    select v.*, lag(v.at) over earlier as former_at, lag(v.value) over earlier as former_value from valued v
    window earlier as (partition by v.county_code, v.matter_id, v.figure order by v.at, v.tie))
  select county_code, matter_id, figure, at, 'infinity'::timestamptz as prev, value from chained
  union all
  select county_code, matter_id, figure, at, former_at, -former_value from chained
    where former_at is not null and figure in (${listOf(foldedFigures.filter(countsLast))})
  union all
  select county_code, matter_id, figure, at, 'infinity', value from (${standing}) s`;

/** Each of `changed`, `(county_code, matter_id)`, as the dispute `d`; what is no dispute, or was taken back, is left out. */
export const disputesOf = (changed: Fragment): Fragment => sql`(${changed}) x cross join lateral (
  select * from visible_report_dispute v where v.county_code = x.county_code and v.matter_id = x.matter_id limit 1) d`;

/** The same, with the facts `f` of each; `more` is joined before them. */
export const factsOf = (changed: Fragment, more: Fragment = sql``): Fragment =>
  sql`${disputesOf(changed)} ${more} cross join lateral (${facts}) f`;

/** By what disputes are told apart; a township holds its villages. `d` is a row of visible_report_dispute. */
export const GROUPED: readonly (readonly [string, Fragment])[] = [
  ['category', sql`coalesce(d.category_code, '')`],
  ['source', sql`coalesce(d.source, '')`],
  ['region', sql`left(d.region_code, 9)`],
  ['center', sql`d.receiving_center_id`],
  ['unit', sql`coalesce(d.lead_unit_id, '')`],
  ['difficulty', sql`coalesce(d.difficulty, '')`],
];
