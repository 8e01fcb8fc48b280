import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { Place } from './attendanceEngine.ts';

export type CallFigure = {
  unitId: string;
  /** Calls that were not taken back: the denominator. */
  calls: number;
  answered: number;
  arrived: number;
  inTime: number;
  refused: number;
  medianMinutes: number | null;
};

/** What was promised and what happened, unit by unit. A call that the desk took back counts for nobody. */
export async function listCallFigures(
  queries: Queries,
  { countyCode, centerId }: Place,
  span: { from: string; to: string },
): Promise<CallFigure[]> {
  const { rows } = await sql<CallFigure>`
    select unit_id as "unitId", count(*) as calls,
      count(*) filter (where answered_at is not null) as answered,
      count(*) filter (where arrived_at is not null) as arrived,
      count(*) filter (where arrived_at <= called_at + promised_minutes * interval '1 minute') as "inTime",
      count(*) filter (where state = 'refused') as refused,
      round((percentile_cont(0.5) within group (order by extract(epoch from arrived_at - called_at)) / 60)::numeric)::int as "medianMinutes"
    from call_out
    where county_code = ${countyCode} and center_id = ${centerId} and day >= ${span.from}::date and day <= ${span.to}::date
      and state <> 'cancelled'
    group by unit_id order by count(*) desc, unit_id`.execute(queries);
  return rows;
}
