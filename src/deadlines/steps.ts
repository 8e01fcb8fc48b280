import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../platform/now.ts';
import type { ClockRule, ClockUnit, Ground } from './clockRule.ts';
import type { Extension } from './extension.ts';

/** A length that somebody granted on top of the rule's own. */
export type Granted = Pick<Extension, 'length' | 'unit'>;

/**
 * How a date came about, as facts. Between `start` and `end` every calendar day stands in exactly one step, in order
 * (of working hours: every open hour). Instants are ISO strings so that steps can be stored and sent as they are. A
 * step's `days` are of the kind that is being counted. `extension.after` is the day it is counted from, never a day that
 * rolled; null while a pause before it is open.
 */
export type ArithmeticStep =
  | { type: 'start'; at: string }
  | ({ type: 'rule' } & Pick<ClockRule, 'label' | 'length' | 'unit' | 'basis' | 'status'>)
  | { type: 'afterHours'; closing: string | null; name: string; day: Day }
  | { type: 'office'; sessions: { from: string; to: string }[] }
  | { type: 'corresponding'; months: number; day: Day; days: number; monthEnd: boolean }
  | { type: 'counted'; from: Day; to: Day; first: number; last: number }
  | { type: 'swapped'; day: Day; number: number; name: string }
  | { type: 'skipped'; from: Day; to: Day; days: number; name: string }
  | {
      type: 'pause';
      from: Day;
      to: Day | null;
      days: number | null;
      working: boolean;
      ground: Ground | null;
      reason: string;
      by: string;
      at: string;
    }
  | ({ type: 'extension'; after: Day | null; reason: string; plan: string; by: string; at: string } & Granted)
  | { type: 'roll'; last: Day; name: string; from: Day; to: Day }
  | { type: 'hours'; from: string; to: string }
  | { type: 'officeHours'; from: string; to: string; hours: number; name: string | null }
  | { type: 'halt'; from: string; to: string | null; ground: Ground | null; reason: string; by: string }
  | { type: 'end'; dueAt: string }
  | { type: 'suspended'; left: number; unit: ClockUnit; added: Granted[] }
  | { type: 'calendar'; year: number; version: number; source: string }
  | { type: 'provisional'; year: number };

/**
 * dueAt is null while a pause is open: nobody can know the date; `left` is what remains to be counted (days, or hours) of
 * what stands still, and the step `suspended` says of which unit it is and which extensions follow.
 */
export type Due = { dueAt: Date | null; left: number; provisional: boolean; steps: ArithmeticStep[] };

/** The notices a date stands on, '2026v1' or '2026v1 2027v0' when 2027 has none; empty when no notice can move it. */
export const calendarVersionOf = (steps: readonly ArithmeticStep[]): string =>
  steps
    .flatMap((step) => {
      if (step.type === 'calendar') return `${step.year}v${step.version}`;
      return step.type === 'provisional' ? `${step.year}v0` : [];
    })
    .join(' ');

/** Names the notices of the years a date relies on, and the years that have none yet. */
export function calendarSteps(calendar: Calendar, years: Iterable<number>): ArithmeticStep[] {
  const relied = [...new Set(years)];
  const known = relied.flatMap((year) => calendar.years.get(year) ?? []);
  const unknown = relied.filter((year) => !calendar.years.has(year));
  return [
    ...known.map((published) => ({ type: 'calendar' as const, ...published })),
    ...unknown.map((year) => ({ type: 'provisional' as const, year })),
  ];
}
