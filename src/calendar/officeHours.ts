import { addDays, type Day, dayOf, startOfDay } from '../platform/now.ts';
import { type Calendar, dayKind } from './calendar.ts';
import { defaultOfficeHours, type OfficeHours, type OnDuty } from './office.ts';

/** Part of an open day, in milliseconds since the epoch. */
export type Session = { from: number; to: number };

const MINUTE = 60_000;
/** Longer than any run of days off: beyond it the settings have no open hour at all. */
const FURTHEST = 400;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A county's calendar, or that of one of its centers with its duty days. Which days are worked is the same for all. */
export function withOffice(calendar: Calendar, office: OfficeHours, centerId?: string): Calendar {
  return { ...calendar, office, onDuty: office.onDuty.filter((duty) => duty.centerId === centerId) };
}

/** One object for each center with duty days, and one for all others: what is computed by a calendar can be remembered. */
export function officeCalendars(calendar: Calendar, office: OfficeHours): (centerId?: string) => Calendar {
  const known = new Map<string, Calendar>();
  return (centerId) => {
    const key = office.onDuty.some((duty) => duty.centerId === centerId) ? (centerId ?? '') : '';
    const own = known.get(key) ?? withOffice(calendar, office, centerId);
    known.set(key, own);
    return own;
  };
}

function isOnDuty({ days, dates }: OnDuty, day: Day, kind: 'weekend' | 'holiday'): boolean {
  if (dates.includes(day) || days === 'everyDay') return true;
  return days === (kind === 'weekend' ? 'weekends' : 'holidays');
}

/** Open is more than worked: an on-duty center is open on days that no legal period counts as working days. */
export function isOpenDay(calendar: Calendar, day: Day): boolean {
  const { kind } = dayKind(calendar, day);
  if (kind === 'working' || kind === 'swappedWorkday') return true;
  return (calendar.onDuty ?? []).some((duty) => isOnDuty(duty, day, kind));
}

/** The hours of a day as its season has them, whether or not the day is open. A summer may run over New Year. */
export function hoursOn({ office = defaultOfficeHours }: Calendar, day: Day): OfficeHours['sessions'] {
  const { sessions, summer } = office;
  if (!summer) return sessions;
  const [date, { from, to }] = [day.slice(5), summer];
  const within = from <= to ? from <= date && date <= to : from <= date || date <= to;
  return within ? summer.sessions : sessions;
}

/** What is open of a day, in order; sessions that overlap are one, and one that ends before it begins is none. */
export function sessionsOn(calendar: Calendar, day: Day): Session[] {
  if (!isOpenDay(calendar, day)) return [];
  const start = startOfDay(day).getTime();
  const open: Session[] = [];
  const typed = hoursOn(calendar, day).map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }));
  for (const { from, to } of typed.sort((a, b) => a.from - b.from)) {
    const [begins, ends] = [start + from * MINUTE, start + to * MINUTE];
    const last = open.at(-1);
    if (last && begins <= last.to) last.to = Math.max(last.to, ends);
    else if (begins < ends) open.push({ from: begins, to: ends });
  }
  return open;
}

export function isOpen(calendar: Calendar, at: Date): boolean {
  const time = at.getTime();
  return sessionsOn(calendar, dayOf(at)).some(({ from, to }) => from <= time && time < to);
}

/** The end of the day's last session; null on a day that is not open. */
export function closingOf(calendar: Calendar, day: Day): Date | null {
  const last = sessionsOn(calendar, day).at(-1);
  return last ? new Date(last.to) : null;
}

/** The first open day after `day`. */
export function nextOpenDay(calendar: Calendar, day: Day): Day {
  for (let count = 1; count <= FURTHEST; count += 1) {
    const next = addDays(day, count);
    if (sessionsOn(calendar, next).length > 0) return next;
  }
  throw new RangeError(`no open day after ${day}`);
}

/** The last open day before `day`. */
export function lastOpenDay(calendar: Calendar, day: Day): Day {
  for (let count = 1; count <= FURTHEST; count += 1) {
    const before = addDays(day, -count);
    if (isOpenDay(calendar, before)) return before;
  }
  throw new RangeError(`no open day before ${day}`);
}

/** Every session from the moment on, the first one cut at it; endless. */
function* sessionsFrom(calendar: Calendar, at: Date): Generator<Session> {
  const time = at.getTime();
  for (let day = dayOf(at); ; day = nextOpenDay(calendar, day))
    for (const { from, to } of sessionsOn(calendar, day)) if (to > time) yield { from: Math.max(from, time), to };
}

const firstOf = (sessions: Generator<Session>): Session => sessions.next().value as Session;

/** The moment itself while open, else the beginning of the next session. */
export const nextOpening = (calendar: Calendar, at: Date): Date => new Date(firstOf(sessionsFrom(calendar, at)).from);

/** Open time between two moments, in milliseconds; 0 when `to` is not later. */
export function workingTimeBetween(calendar: Calendar, from: Date, to: Date): number {
  const end = to.getTime();
  let time = 0;
  for (const session of sessionsFrom(calendar, from)) {
    if (session.from >= end) return time;
    time += Math.min(session.to, end) - session.from;
  }
  return time;
}

/** The moment when so much open time has passed: the end of a session, never the beginning of the next. */
export function addWorkingTime(calendar: Calendar, from: Date, milliseconds: number): Date {
  let left = milliseconds;
  for (const session of sessionsFrom(calendar, from)) {
    if (left <= session.to - session.from) return new Date(left > 0 ? session.from + left : from.getTime());
    left -= session.to - session.from;
  }
  return from;
}

export const addWorkingHours = (calendar: Calendar, from: Date, hours: number): Date =>
  addWorkingTime(calendar, from, hours * 60 * MINUTE);
