import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { type Day, endOfDay, startOfDay } from '../platform/now.ts';
import type { Place } from './attendanceEngine.ts';
import type { DayFacts } from './rosterViews.ts';

const count = (text: unknown): number => Number(text ?? 0);

/** What happened at a center on a day. Read as the house: figures count what is restricted, and name nothing. */
export async function readDayFacts(queries: Queries, { countyCode, centerId }: Place, day: Day): Promise<DayFacts> {
  const [from, to] = [startOfDay(day), endOfDay(day)];
  const { rows } = await sql<Record<keyof DayFacts, string>>`
    select
      (select count(*) from visit where county_code = ${countyCode} and center_id = ${centerId} and at >= ${from} and at < ${to}
        and withdrawn_at is null) as visits,
      (select coalesce(sum(head_count), 0) from visit where county_code = ${countyCode} and center_id = ${centerId}
        and at >= ${from} and at < ${to} and withdrawn_at is null) as people,
      e.registered, e.dispatched, e.closed, a.alarms, a.drills, c.calls, c."callsArrived"
    from (select count(*) filter (where t.type = 'register') as registered, count(*) filter (where t.type = 'dispatch') as dispatched,
        count(*) filter (where t.type = 'verifyClosure') as closed
      from visible_matter_event t join matter m on m.county_code = t.county_code and m.id = t.matter_id
      where t.county_code = ${countyCode} and t.at >= ${from} and t.at < ${to} and t.type in ('register', 'dispatch', 'verifyClosure')
        and m.receiving_center_id = ${centerId}) e,
      (select count(*) filter (where not drill) as alarms, count(*) filter (where drill) as drills from alarm
      where county_code = ${countyCode} and center_id = ${centerId} and day = ${day}::date) a,
      (select count(*) as calls, count(*) filter (where arrived_at is not null) as "callsArrived" from call_out
      where county_code = ${countyCode} and center_id = ${centerId} and day = ${day}::date and state <> 'cancelled') c`.execute(
    queries,
  );
  const row = rows[0];
  return {
    visits: count(row?.visits),
    people: count(row?.people),
    registered: count(row?.registered),
    dispatched: count(row?.dispatched),
    closed: count(row?.closed),
    alarms: count(row?.alarms),
    drills: count(row?.drills),
    calls: count(row?.calls),
    callsArrived: count(row?.callsArrived),
  };
}

/** Hashes of everything recorded in the county that day, up to a moment, in the order of time. */
export async function listDayHashes(queries: Queries, countyCode: string, day: Day, until?: Date): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select hash from visible_matter_event where county_code = ${countyCode} and at >= ${startOfDay(day)} and at < ${endOfDay(day)}
      and at <= ${until ?? endOfDay(day)} order by at, id`.execute(queries);
  return rows.map(({ hash }) => hash);
}
