import type { Calendar } from '../calendar/calendar.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import type { Extension } from '../deadlines/extension.ts';
import type { Pause } from '../deadlines/pause.ts';
import type { Day } from '../platform/now.ts';

/** A clock as it really ran: when it began and ended, when it stood still, and whose time it was. */
export type RecordedClock = {
  readonly kind: string;
  readonly unitId: string;
  readonly startedAt: Date;
  readonly stoppedAt: Date | null;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
};

export type RecordedMatter = {
  readonly countyCode: string;
  readonly id: string;
  readonly clocks: readonly RecordedClock[];
  /** How triage decided, null before. */
  readonly difficulty: string | null;
  readonly sendBacks: readonly { readonly unitId: string; readonly sentAt: Date; readonly backAt: Date }[];
};

/** One set of rules as a replay asks it. Rules and calendar are compared by identity: hand out the same object. */
export type Ruling<M extends RecordedMatter> = {
  /** The difficulty that triage would have proposed and people followed; else the recorded one. */
  difficultyOf(matter: M): string | null;
  ruleOf(kind: string, difficulty: string | null): ClockRule | undefined;
  calendarOf(matter: M): Calendar;
  /** Until when a unit may send back what it was given; null: at any time. */
  sendBackUntil(matter: M, sentAt: Date): Date | null;
  /** When a notice would be sent about a clock that is over since `due`; null: never. */
  noticeAt(matter: M, kind: string, due: Date): Date | null;
};

export type Replayed = 'late' | 'notice' | 'complex' | 'sentBackInTime';

/** One thing that a count counts: of which matter, under which of the two sets of rules it is so. */
export type ReplayLine = {
  readonly what: Replayed;
  readonly countyCode: string;
  readonly matterId: string;
  readonly kind: string;
  readonly unitId: string;
  /** End by today's rules and by the draft, milliseconds; null where there is none. */
  readonly dues: readonly [number | null, number | null];
  readonly endedAt: number | null;
  readonly holds: readonly [boolean, boolean];
};

export type Pair = [before: number, after: number];
export type Load = { readonly week: Day; readonly count: number };
export type UnitReplay = {
  readonly unitId: string;
  readonly clocks: number;
  readonly late: Pair;
  readonly notices: Pair;
  /** Mean of what ends later (or, negative, earlier), in days. */
  readonly shift: number;
  /** The week in which most of its clocks end, under either. */
  readonly peak: readonly [Load, Load];
  readonly perWeek: Pair;
};
export type Rehearsal = {
  readonly matters: number;
  readonly clocks: number;
  readonly late: Pair;
  readonly notices: Pair;
  readonly complex: Pair;
  readonly sentBackInTime: Pair;
  readonly sentBack: number;
  /** Clocks whose end differs, and the mean difference in days among all and among those. */
  readonly moved: number;
  readonly shift: number;
  readonly shiftOfMoved: number;
  readonly units: readonly UnitReplay[];
};
