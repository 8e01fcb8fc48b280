import type { Calendar } from '../calendar/calendar.ts';
import { addWorkingTime, hoursOn, workingTimeBetween } from '../calendar/officeHours.ts';
import { type Day, dayOf, HOUR } from '../platform/now.ts';
import type { Beginning } from './begin.ts';
import type { ClockRule } from './clockRule.ts';
import { daysTouched, tellOpenTime } from './openTime.ts';
import type { Pause } from './pause.ts';
import type { ArithmeticStep } from './steps.ts';

/** How time passes: around the clock, or while the office is open. Everything in milliseconds. */
type Passing = {
  between(from: number, to: number): number;
  after(from: number, time: number): number;
  tell(from: number, to: number): ArithmeticStep[];
  relied(from: number, to: number): Day[];
};

/** `end` is null while a pause is open; `left` is in hours; `relied`: the days whose kind the end hangs on. */
export type Timed = { end: Date | null; left: number; steps: ArithmeticStep[]; relied: Day[] };

const iso = (time: number): string => new Date(time).toISOString();

const aroundTheClock: Passing = {
  between: (from, to) => to - from,
  after: (from, time) => from + time,
  tell: (from, to) => (to > from ? [{ type: 'hours', from: iso(from), to: iso(to) }] : []),
  relied: () => [],
};

const whileOpen = (calendar: Calendar): Passing => ({
  between: (from, to) => workingTimeBetween(calendar, new Date(from), new Date(to)),
  after: (from, time) => addWorkingTime(calendar, new Date(from), time).getTime(),
  tell: (from, to) => tellOpenTime(calendar, from, to),
  relied: daysTouched,
});

/** A moment counts from its next full hour unless the rule counts the first; a morning that it opens with is full already. */
function startOf(rule: ClockRule, { at, opening }: Beginning): number {
  const time = at.getTime();
  return rule.countFirstDay || opening ? time : (Math.floor(time / HOUR) + 1) * HOUR;
}

function run(passing: Passing, start: number, length: number, pauses: readonly Pause[]): Timed {
  let cursor = start;
  let left = length * HOUR;
  const steps: ArithmeticStep[] = [];
  const pass = (until: number) => {
    steps.push(...passing.tell(cursor, until));
    left -= passing.between(cursor, until);
    cursor = until;
  };
  for (const { from, to, ground = null, reason, approvedBy: by } of pauses) {
    const halted = Math.max(cursor, from.getTime());
    if (passing.between(cursor, halted) >= left) break;
    if (to !== null && to.getTime() <= cursor) continue;
    pass(halted);
    steps.push({ type: 'halt', from: iso(cursor), to: to?.toISOString() ?? null, ground, reason, by });
    if (to === null) return { end: null, left: left / HOUR, steps, relied: passing.relied(start, cursor) };
    cursor = to.getTime();
  }
  pass(passing.after(cursor, left));
  return { end: new Date(cursor), left: 0, steps, relied: passing.relied(start, cursor) };
}

/** Hours pass day and night, working hours while the office is open; a pause stops both to the millisecond. */
export function hoursDue(rule: ClockRule, calendar: Calendar, beginning: Beginning, pauses: readonly Pause[]): Timed {
  const start = startOf(rule, beginning);
  if (rule.unit === 'hour') return run(aroundTheClock, start, rule.length, pauses);
  const timed = run(whileOpen(calendar), start, rule.length, pauses);
  const sessions = hoursOn(calendar, dayOf(new Date(start))).map(({ from, to }) => ({ from, to }));
  return { ...timed, steps: [{ type: 'office', sessions }, ...timed.steps] };
}
