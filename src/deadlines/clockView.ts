import type { Calendar } from '../calendar/calendar.ts';
import { calendarAsOf } from '../calendar/withYear.ts';
import { formatDue, formatTime } from '../platform/now.ts';
import { type Clock, dueOfClock, type FormerDue } from './clock.ts';
import { explain } from './explain.ts';
import { leadingClock } from './leading.ts';
import type { Telling } from './sentences.ts';
import { type ClockState, clockState } from './state.ts';

/** A clock as every skin shows it: official's screen, resident's page and paper get the same object. */
export type ClockView = Pick<ClockState, 'code' | 'chip' | 'sentence' | 'binds' | 'waitingOn'> & {
  word: string;
  id: string;
  kind: string;
  label: string;
  startedAt: string;
  dueAt: string | null;
  stoppedAt: string | null;
  provisional: boolean;
  /** Of a party's own limit whose it is. */
  partyId: string | null;
  leading: boolean;
  basis: string;
  basisStatus: 'V' | 'V2' | 'G';
  arithmetic: string[];
  /** Dates it had before: until when each held, and why it moved. */
  history: { due: string; until: string; why: string }[];
};

const formerly = ({ dueAt, at, why }: FormerDue): ClockView['history'][number] => ({
  due: dueAt === null ? '没有日期' : formatDue(new Date(dueAt)),
  until: formatTime(new Date(at)),
  why,
});

/** `plans` are for staff who may read the matter's facts. */
export type Readers = Pick<Telling, 'plans'>;

export function viewClock(
  clock: Clock,
  calendar: Calendar,
  now: Date,
  leading: boolean,
  readers: Readers = {},
): ClockView {
  const { remaining: _, ...state } = clockState(clock, calendar, now);
  // A date that is past is told by the calendar it stood on, whatever has been published since.
  const stoodOn = clock.stoppedAt === null ? calendar : calendarAsOf(calendar, clock.calendarVersion ?? '');
  const due = dueOfClock(clock, stoodOn);
  return {
    ...state,
    id: clock.id,
    kind: clock.kind,
    label: clock.rule.label,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt?.toISOString() ?? null,
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    provisional: due.provisional,
    partyId: clock.partyId,
    leading,
    basis: clock.rule.basis,
    basisStatus: clock.rule.status,
    arithmetic: explain(due.steps, readers),
    history: clock.dueHistory.map(formerly),
  };
}

export function viewClocks(
  clocks: readonly Clock[],
  calendar: Calendar,
  now: Date,
  readers: Readers = {},
): ClockView[] {
  const lead = leadingClock(clocks);
  return clocks.map((clock) => viewClock(clock, calendar, now, clock.id === lead?.id, readers));
}
