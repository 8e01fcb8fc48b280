import type { Calendar } from '../calendar/calendar.ts';
import { sessionsOn } from '../calendar/officeHours.ts';
import { addDays, dayOf } from '../platform/now.ts';
import { overlaps, type Span } from './booking.ts';

const STEP = 30 * 60_000;
/** How far ahead a free time is looked for; what is taken is read as far. */
export const DAYS_AHEAD = 14;

/** The next half hour on the clock, or the moment itself on one. */
const onHalfHour = (time: number): number => Math.ceil(time / STEP) * STEP;

/**
 * The next times of the same length within office hours in which nothing of it is taken, each after the one before. What is
 * longer than a session of the office has none.
 */
export function freeTimes(wanted: Span, taken: readonly Span[], calendar: Calendar, now: Date, count = 3): Span[] {
  const length = wanted.to.getTime() - wanted.from.getTime();
  const earliest = Math.max(wanted.from.getTime(), now.getTime());
  const found: Span[] = [];
  for (let ahead = 0; ahead <= DAYS_AHEAD && found.length < count; ahead += 1)
    for (const session of sessionsOn(calendar, addDays(dayOf(new Date(earliest)), ahead)))
      found.push(...freeIn(session, { length, earliest, taken, left: count - found.length }));
  return found;
}

type Looking = { length: number; earliest: number; taken: readonly Span[]; left: number };

function freeIn(session: { from: number; to: number }, { length, earliest, taken, left }: Looking): Span[] {
  const found: Span[] = [];
  let at = Math.max(session.from, onHalfHour(earliest));
  while (at + length <= session.to && found.length < left) {
    const span = { from: new Date(at), to: new Date(at + length) };
    const met = taken.find((each) => overlaps(each, span));
    if (!met) found.push(span);
    at = met ? Math.max(at + STEP, onHalfHour(met.to.getTime())) : at + Math.max(STEP, onHalfHour(length));
  }
  return found;
}
