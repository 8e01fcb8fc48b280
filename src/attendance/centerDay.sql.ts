import { isOpenDay } from '../calendar/officeHours.ts';
import type { Forms } from '../network/book.ts';
import type { Queries } from '../platform/db.ts';
import { type Day, dayOf } from '../platform/now.ts';
import { listChanges, listMarks, listOpenCalls } from './attendance.sql.ts';
import { type AttendanceEngine, type Place, rulesOf } from './attendanceEngine.ts';
import { type DayChange, type Planned, planOf } from './plan.ts';
import { type TodayLine, todayLines } from './today.ts';

export type CenterDay = { readonly day: Day; readonly open: boolean; readonly lines: TodayLine[] };

export function planFor(engine: AttendanceEngine, place: Place, day: Day, changes: readonly DayChange[]): Planned[] {
  const { book, calendarFor } = engine.reference();
  const calendar = calendarFor(place.countyCode, place.centerId);
  return planOf({ book, calendar, centerId: place.centerId, day }, changes);
}

/** Plan, marks and calls of one day. */
export async function readCenterDay(
  engine: AttendanceEngine,
  queries: Queries,
  place: Place,
  day: Day,
): Promise<CenterDay> {
  const now = engine.now();
  const [changes, marks, calls] = await Promise.all([
    listChanges(queries, place, { from: day, to: day }),
    listMarks(queries, place, day),
    listOpenCalls(queries, place, day),
  ]);
  const { lateMinutes } = rulesOf(engine, place.countyCode);
  const calendar = engine.reference().calendarFor(place.countyCode, place.centerId);
  const plans = planFor(engine, place, day, changes);
  // Of another day only the plan is known: nobody is late for it yet.
  const at = day === dayOf(now) ? now : new Date(0);
  const lines = todayLines(plans, marks, calls, { day, now: at, lateMinutes });
  return { day, open: isOpenDay(calendar, day), lines };
}

export function countersOf(engine: AttendanceEngine, centerId: string): Forms['counters'][] {
  const all = [...engine.reference().book.counters.values()];
  return all.filter((each) => each.active && each.centerId === centerId).toSorted((a, b) => a.number - b.number);
}

export function roomsOf(engine: AttendanceEngine, centerId: string): Forms['rooms'][] {
  const all = [...engine.reference().book.rooms.values()];
  return all.filter((each) => each.active && each.centerId === centerId).toSorted((a, b) => a.number - b.number);
}
