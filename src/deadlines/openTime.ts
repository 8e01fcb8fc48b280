import { type Calendar, dayKind } from '../calendar/calendar.ts';
import { sessionsOn } from '../calendar/officeHours.ts';
import { addDays, type Day, dayOf, dueDay, HOUR } from '../platform/now.ts';
import type { ArithmeticStep } from './steps.ts';

/** What is open of one day between two moments; null when the day is closed. `name`: what makes it special. */
type OpenDay = { day: Day; from: number; to: number; time: number; name: string | null };
type ClosedDay = { day: Day; from: null; weekend: boolean; name: string };
type Run = (OpenDay | ClosedDay)[];

/** The days that a stretch of time touches; 24:00 belongs to the day before. */
export function daysTouched(from: number, to: number): Day[] {
  const days: Day[] = [];
  const last = to > from ? dueDay(new Date(to)) : dayOf(new Date(from));
  for (let day = dayOf(new Date(from)); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** An evening or a lunch that the stretch touches without any open time is nothing to tell. */
function dayIn(calendar: Calendar, day: Day, from: number, to: number): OpenDay | ClosedDay | null {
  const { kind, name } = dayKind(calendar, day);
  const sessions = sessionsOn(calendar, day);
  if (sessions.length === 0) return { day, from: null, weekend: kind === 'weekend', name };
  const open = sessions
    .map((session) => ({ from: Math.max(session.from, from), to: Math.min(session.to, to) }))
    .filter((session) => session.to > session.from);
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return null;
  const time = open.reduce((sum, session) => sum + session.to - session.from, 0);
  const special = kind === 'working' ? null : kind === 'swappedWorkday' ? name : `${name}值班`;
  return { day, from: first.from, to: last.to, time, name: special };
}

function together(before: OpenDay | ClosedDay, day: OpenDay | ClosedDay): boolean {
  if (before.from !== null && day.from !== null) return before.name === null && day.name === null;
  if (before.from !== null || day.from !== null) return false;
  return before.weekend === day.weekend && (day.weekend || before.name === day.name);
}

function stepOf(run: Run): ArithmeticStep {
  const [first, last] = [run[0] as OpenDay | ClosedDay, run.at(-1) as OpenDay | ClosedDay];
  if (first.from === null) {
    const name = run.length > 1 && first.weekend ? '周末' : first.name;
    return { type: 'skipped', from: first.day, to: last.day, days: run.length, name };
  }
  const time = run.reduce((sum, day) => sum + (day.from === null ? 0 : day.time), 0);
  const to = last.from === null ? first.to : last.to;
  const span = { from: new Date(first.from).toISOString(), to: new Date(to).toISOString() };
  return { type: 'officeHours', ...span, hours: time / HOUR, name: first.name };
}

/** The open time between two moments: ordinary days in one stretch, special ones by name, closed ones skipped by name. */
export function tellOpenTime(calendar: Calendar, from: number, to: number): ArithmeticStep[] {
  const runs: Run[] = [];
  for (const day of daysTouched(from, to)) {
    const told = dayIn(calendar, day, from, to);
    const before = runs.at(-1)?.at(-1);
    if (told && before && together(before, told)) runs.at(-1)?.push(told);
    else if (told) runs.push([told]);
  }
  return runs.map(stepOf);
}
