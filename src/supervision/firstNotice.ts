import { type Calendar, isWorkingDay } from '../calendar/calendar.ts';
import { nextOpening } from '../calendar/officeHours.ts';
import { addDays, DAY, dueDay, endOfDay } from '../platform/now.ts';
import type { LadderRung, SupervisionRules } from './supervisionRules.ts';

/** The moment from which `daysLate` counts a rung's days as over. */
export function reachedAt({ afterDays, unit }: LadderRung, due: Date, calendar: Calendar): Date {
  if (unit === 'naturalDay') return new Date(due.getTime() + afterDays * DAY);
  let day = dueDay(due);
  for (let left = afterDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return afterDays === 0 ? due : endOfDay(day);
}

/** When the ladder would send its first notice about a clock that is over since `due`; null where it never would. */
export function firstNoticeAt(
  { ladder, workingTimeOnly }: SupervisionRules,
  due: Date,
  calendar: Calendar,
  urgent = false,
): Date | null {
  const reached = ladder.filter(({ what }) => what === 'notice').map((rung) => reachedAt(rung, due, calendar));
  const [first] = reached.toSorted((a, b) => a.getTime() - b.getTime());
  if (!first) return null;
  return workingTimeOnly && !urgent ? nextOpening(calendar, first) : first;
}
