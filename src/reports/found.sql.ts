import { sql } from 'kysely';
import type { Folded } from '../rollups/folded.ts';
import { amountOf, ENDED, type Fragment, limits, listOf, occurrences } from '../rollups/occurrences.sql.ts';
import type { Measure } from './measures.ts';
import type { Span } from './period.ts';

export type { Fragment };
export { listOf };

export type DisputeMeasure = Exclude<Measure, 'visits' | 'personTimes'>;
type Asked = { counties: readonly string[]; span: Span };

/** Whose last event up to the moment left it ended: no later one by then says otherwise. */
const hadEnded = ({ until }: Span): Fragment => sql`exists (
  select from visible_matter_event e where e.county_code = d.county_code and e.matter_id = d.matter_id
    and e.at < ${until} and e.status_after in ${ENDED}
    and not exists (select from visible_matter_event l where l.county_code = e.county_code and l.matter_id = e.matter_id
      and l.at < ${until} and l.seq > e.seq and l.status_after not in ${ENDED}))`;

const endedSince = ({ until }: Span): Fragment => sql`exists (
  select from visible_matter_event e where e.county_code = d.county_code and e.matter_id = d.matter_id
    and e.at >= ${until} and e.type in ('decline', 'verifyClosure', 'closeLinked', 'strikeOff', 'archive'))`;

/** Of an old ledger: over before it came, on the day that the ledger says, and where it says none, from the beginning. */
const cameEnded = ({ until }: Span): Fragment => sql`(d.imported and exists (
  select from visible_matter_event e where e.county_code = d.county_code and e.matter_id = d.matter_id and e.type = 'importDispute'
    and e.status_after in ${ENDED} and coalesce((e.data ->> 'closedAt')::timestamptz, d.closed_at, d.opened_at) < ${until}
    and not exists (select from visible_matter_event l where l.county_code = e.county_code and l.matter_id = e.matter_id
      and l.at < ${until} and l.seq > e.seq and l.status_after not in ${ENDED})))`;

/** Not closed at the moment: what is open now and was there then, and what has ended since. */
const open = ({ counties, span }: Asked): Fragment => sql`
  select d.county_code, d.matter_id, d.opened_at as at, 1::bigint as value from visible_report_dispute d
  where d.county_code in (${listOf(counties)}) and d.opened_at < ${span.until} and ${
    span.live
      ? sql`d.status not in ${ENDED}`
      : sql`(d.status not in ${ENDED} or ${endedSince(span)} or d.imported and not ${cameEnded(span)}) and not ${hadEnded(span)}
          and not ${cameEnded(span)}`
  }`;

const EACH: readonly Measure[] = ['ratings', 'satisfied', 'agreedAmount', 'dueAmount', 'paidOfDue'];
const STATED: readonly Measure[] = [
  ...(['preventedCriminal', 'preventedCriminalPeople', 'preventedPetition', 'preventedPetitionPeople'] as const),
];

/** What the occurrences of one dispute come to: all of them, the last statement, or that it happened. */
function cameTo(measure: Measure): Fragment {
  if (EACH.includes(measure)) return sql`sum(o.value)::bigint`;
  return STATED.includes(measure) ? sql`(array_agg(o.value order by o.at desc, o.tie desc))[1]` : sql`1::bigint`;
}

const within = ({ counties, span: { from, until } }: Asked) => ({ counties, within: { from, until } });

/**
 * The disputes that a figure counts: one row each with the moment that counts and what it adds. What is listed and what is
 * counted again from the beginning are asked by it; the kept sums hold the same (rollups).
 */
export function found(measure: DisputeMeasure, asked: Asked): Fragment {
  if (measure === 'open') return open(asked);
  if (measure === 'onTime')
    return sql`select o.county_code, o.matter_id, max(o.at) as at, 1::bigint as value
      from (${limits(['due', 'late'], within(asked))}) o group by 1, 2 having not bool_or(o.figure = 'late')`;
  const value = cameTo(measure);
  const holds = STATED.includes(measure) ? sql`having ${value} <> 0` : sql``;
  return sql`select o.county_code, o.matter_id, max(o.at) as at, ${value} as value
    from (${occurrences([measure], within(asked))}) o group by 1, 2 ${holds}`;
}

/** What a found row adds; how many people a dispute involves, and whether it is open, stands with the dispute. */
export const adds = (measure: DisputeMeasure): Fragment =>
  sql`(select ${amountOf} from (select ${measure}::text as figure, f.value) o)`;
