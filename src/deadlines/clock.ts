import type { Pause } from './pause.ts';
import type { ClockRule } from './rule.ts';

/** A running or stopped time limit of one matter. dueAt is what computeDue said: null while a pause is open. */
export type Clock = {
  id: string;
  kind: string;
  rule: ClockRule;
  startedAt: Date;
  stoppedAt: Date | null;
  pauses: readonly Pause[];
  calendarVersion?: string;
  dueAt: Date | null;
};
