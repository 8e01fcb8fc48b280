import { type Calendar, workingDaysAfter } from '../calendar/calendar.ts';
import { addDays, DAY, type Day, dayOf, dueDay } from '../platform/now.ts';
import type { LadderRung, RungAct } from './supervisionRules.ts';

/** What the notices about one clock have already led to. */
export type Taken = { notices: number; copies: number; listings: number };

/** The latest notice about the clock: a further rung is only for one that stands and has not helped. */
export type LastNotice = {
  code: string;
  status: string;
  /** When the last of the reply clocks that still run is over; null when no reply is owed. */
  replyDueAt: Date | null;
  /** Until when the units said it would be done; null when nobody said. */
  promisedOn: Day | null;
};

/** Whole days over the time: of natural days each 24 hours, of working days those that have ended since. */
export function daysLate(unit: LadderRung['unit'], dueAt: Date, calendar: Calendar, now: Date): number {
  if (now < dueAt) return -1;
  if (unit === 'naturalDay') return Math.floor((now.getTime() - dueAt.getTime()) / DAY);
  return workingDaysAfter(calendar, dueDay(dueAt), addDays(dayOf(now), -1));
}

const open = (last: LastNotice | null): last is LastNotice =>
  last !== null && (last.status === 'sent' || last.status === 'answered');

/** Not answered in time, or answered and the day that was promised is over. */
function hasNotHelped(last: LastNotice, now: Date): boolean {
  if (last.status === 'sent') return last.replyDueAt !== null && last.replyDueAt <= now;
  return last.promisedOn === null || last.promisedOn < dayOf(now);
}

function already(what: RungAct, { notices, copies, listings }: Taken): number {
  if (what === 'copy') return copies;
  if (what === 'interviewList') return listings;
  return what === 'notice' ? Math.min(notices, 1) : Math.max(notices - 1, 0);
}

function isOpenTo(what: RungAct, taken: Taken, last: LastNotice | null, now: Date): boolean {
  if (what === 'notice') return taken.notices === 0;
  return what === 'secondNotice' ? open(last) && hasNotHelped(last, now) : open(last);
}

/**
 * The next rung that a late clock has reached and not yet taken, the earliest first; null when there is nothing to do. A
 * notice that somebody lifted or withdrew ends the climb: a person has looked at it.
 */
export function nextRung(
  ladder: readonly LadderRung[],
  late: { dueAt: Date; taken: Taken; last: LastNotice | null },
  calendar: Calendar,
  now: Date,
): LadderRung | null {
  const seen: Record<RungAct, number> = { notice: 0, secondNotice: 0, copy: 0, interviewList: 0 };
  for (const rung of [...ladder].sort((a, b) => a.afterDays - b.afterDays)) {
    seen[rung.what] += 1;
    if (daysLate(rung.unit, late.dueAt, calendar, now) < rung.afterDays) continue;
    if (seen[rung.what] <= already(rung.what, late.taken)) continue;
    if (isOpenTo(rung.what, late.taken, late.last, now)) return rung;
  }
  return null;
}

/** From which moment on a clock may have reached a rung at all: working days are never fewer than natural ones. */
export function earliestLate(ladder: readonly LadderRung[], now: Date): Date | null {
  const days = ladder.map(({ afterDays }) => afterDays);
  return days.length === 0 ? null : new Date(now.getTime() - Math.min(...days) * DAY);
}
