import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from './clock.ts';
import { computeDue } from './due.ts';
import { explain } from './explain.ts';
import { leadingClock } from './leading.ts';
import { type ClockCode, clockState } from './state.ts';

/** A clock as every skin shows it: official's screen, resident's page and paper get the same object. */
export type ClockView = {
  id: string;
  kind: string;
  label: string;
  code: ClockCode;
  word: string;
  chip: string;
  sentence: string;
  startedAt: string;
  dueAt: string | null;
  stoppedAt: string | null;
  provisional: boolean;
  leading: boolean;
  basis: string;
  basisStatus: 'V' | 'V2' | 'G';
  arithmetic: string[];
};

export function viewClock(clock: Clock, calendar: Calendar, now: Date, leading: boolean): ClockView {
  const state = clockState(clock, calendar, now);
  const due = computeDue(clock.rule, calendar, clock.startedAt, clock.pauses);
  return {
    id: clock.id,
    kind: clock.kind,
    label: clock.rule.label,
    code: state.code,
    word: state.word,
    chip: state.chip,
    sentence: state.sentence,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt?.toISOString() ?? null,
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    provisional: due.provisional,
    leading,
    basis: clock.rule.basis,
    basisStatus: clock.rule.status,
    arithmetic: explain(due.steps),
  };
}

export function viewClocks(clocks: readonly Clock[], calendar: Calendar, now: Date): ClockView[] {
  const lead = leadingClock(clocks);
  return clocks.map((clock) => viewClock(clock, calendar, now, clock.id === lead?.id));
}
