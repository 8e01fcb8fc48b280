import type { Calendar } from '../calendar/calendar.ts';
import { lastOpenDay } from '../calendar/officeHours.ts';
import { addDays, type Day } from '../platform/now.ts';

/** What 「昨天」 is to who comes in on `today`: since the last day that was open, so that a Monday looks back on Friday too. */
export const planSpan = (calendar: Calendar, today: Day): { from: Day; to: Day } => ({
  from: lastOpenDay(calendar, today),
  to: addDays(today, -1),
});
