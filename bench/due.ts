import { shippedCalendar } from '../src/calendar/notices.ts';
import type { ClockRule } from '../src/deadlines/clockRule.ts';
import { computeDue } from '../src/deadlines/due.ts';
import { dueDate } from '../src/deadlines/dueDate.ts';
import type { Pause } from '../src/deadlines/pause.ts';
import { defaultClockRules } from '../src/deadlines/rules.13710.ts';
import { statutoryClocks } from '../src/deadlines/rules.statutory.ts';
import { addDays, atTime } from '../src/platform/now.ts';

// The date alone against the date with its arithmetic: a replay asks for hundreds of thousands of the first.
const COUNT = 20_000;
const ROUNDS = 3;
const DAY = 86_400_000;

type Question = { rule: ClockRule; start: Date; pauses: Pause[] };

/** Starts through a year; every fifth clock stood still for three days. */
function questions(rules: readonly ClockRule[]): Question[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const rule = rules[index % rules.length] as ClockRule;
    const start = atTime(addDays('2026-01-01', index % 365), '16:40');
    const [from, to] = [new Date(start.getTime() + DAY), new Date(start.getTime() + 4 * DAY)];
    return { rule, start, pauses: index % 5 === 0 ? [{ from, to, reason: '', approvedBy: '' }] : [] };
  });
}

/** The best of some rounds, in microseconds for one. */
function fastest(asked: readonly Question[], answer: (question: Question) => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    for (const question of asked) answer(question);
    return performance.now() - began;
  });
  return (Math.min(...times) / asked.length) * 1000;
}

const statutory = [...statutoryClocks.values()].map(({ rule }) => rule);
for (const [name, rules] of [
  ['13710', Object.values(defaultClockRules)],
  ['law', statutory],
] as const) {
  const asked = questions(rules);
  const explained = fastest(asked, ({ rule, start, pauses }) => computeDue(rule, shippedCalendar, start, pauses));
  const dated = fastest(asked, ({ rule, start, pauses }) => dueDate(rule, shippedCalendar, start, pauses));
  console.log(
    `${name}: explained ${explained.toFixed(1)} µs, dated ${dated.toFixed(2)} µs: ${(explained / dated).toFixed(0)} times faster`,
  );
}
