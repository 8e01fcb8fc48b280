import { type Calendar, isWorkingDay } from '../src/calendar/calendar.ts';
import { addDays, atTime, type Day, dayOf, startOfDay } from '../src/platform/now.ts';

const MINUTE = 60_000;
const OPENS = 8 * 60 + 30;
const CLOSES = 18 * 60;

export type Office = {
  /** The day so many working days ago; 0 is today, whatever day it is. */
  dayAgo(count: number): Day;
  /** An instant of that day; what would lie in the future is moved into the hours that today already had. */
  instant(daysAgo: number, minuteOfDay: number): Date;
};

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
}

/** Today so far, as if it were a whole working day. */
function withinToday(now: Date, minute: number): Date {
  const midnight = startOfDay(dayOf(now)).getTime();
  const opened = Math.max(midnight, Math.min(midnight + OPENS * MINUTE, now.getTime() - 120 * MINUTE));
  const last = Math.max(opened, Math.min(midnight + CLOSES * MINUTE, now.getTime() - MINUTE));
  const share = Math.min(1, Math.max(0, (minute - OPENS) / (CLOSES - OPENS)));
  return new Date(opened + Math.round((last - opened) * share));
}

export function makeOffice(calendar: Calendar, now: Date): Office {
  const days: Day[] = [dayOf(now)];
  const dayAgo = (count: number): Day => {
    for (let day = days.at(-1) as Day; days.length <= count; ) {
      day = addDays(day, -1);
      if (isWorkingDay(calendar, day)) days.push(day);
    }
    return days[count] as Day;
  };
  return {
    dayAgo,
    instant: (daysAgo, minute) =>
      daysAgo === 0 ? withinToday(now, minute) : atTime(dayAgo(daysAgo), clockText(Math.min(minute, CLOSES + 59))),
  };
}
