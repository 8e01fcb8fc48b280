import type { Calendar } from '../calendar/calendar.ts';
import type { Binds, ClockRule } from './clockRule.ts';
import { computeDue } from './due.ts';
import type { Extension } from './extension.ts';
import type { Pause } from './pause.ts';
import type { Due } from './steps.ts';

/** A date that a clock had before, when and why it was moved: '放假安排改了', '延期', '规则改了'. */
export type FormerDue = { dueAt: string | null; at: string; why: string };

/**
 * A running or stopped time limit of one matter. dueAt is what computeDue said: null while a pause is open. unitId is
 * the unit it is charged to, since unitSince; null: the receiving center's own.
 */
export type Clock = {
  id: string;
  kind: string;
  rule: ClockRule;
  startedAt: Date;
  stoppedAt: Date | null;
  pauses: readonly Pause[];
  extensions: readonly Extension[];
  dueHistory: readonly FormerDue[];
  binds: Binds;
  unitId: string | null;
  unitSince: Date | null;
  /** Of a party's own limit whose it is; null: all parties' together, or nobody's of them. */
  partyId: string | null;
  /** Parties whom a reminder could not reach, until a person has told them. */
  toTell: readonly string[];
  calendarVersion?: string;
  dueAt: Date | null;
};

/** All that the face of a running clock is said from; the rest of a paused one is counted anew, and needs the whole clock. */
export type RunningClock = Pick<Clock, 'binds'> & {
  rule: Pick<ClockRule, 'label' | 'warnBefore' | 'who'>;
  dueAt: Date;
  stoppedAt: null;
};

/** What every clock has before anything happened to it. */
export const untouched = {
  pauses: [],
  extensions: [],
  dueHistory: [],
  binds: 'ours',
  unitId: null,
  unitSince: null,
  partyId: null,
  toTell: [],
} as const;

/** The date of a clock by its own rule, pauses and extensions; another rule or calendar answers "what if". */
export function dueOfClock(clock: Clock, calendar: Calendar, rule: ClockRule = clock.rule): Due {
  return computeDue(rule, calendar, clock.startedAt, clock.pauses, clock.extensions);
}
