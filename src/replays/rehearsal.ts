import type { Calendar } from '../calendar/calendar.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { dueDate } from '../deadlines/dueDate.ts';
import { dayOf } from '../platform/now.ts';
import type { RecordedClock, RecordedMatter, Rehearsal, ReplayLine, Ruling } from './rehearsalFacts.ts';
import { addDues, count, newSums, rehearsalOf, type Sums, unitOf } from './rehearsalSums.ts';

type DueOf = (clock: RecordedClock, rule: ClockRule, calendar: Calendar) => number | null;
type Replay<M extends RecordedMatter> = {
  readonly sides: readonly [Ruling<M>, Ruling<M>];
  readonly asOf: Date;
  readonly sums: Sums;
  readonly dueOf: DueOf;
  readonly note: (line: ReplayLine) => void;
};

const computed: DueOf = (clock, rule, calendar) =>
  dueDate(rule, calendar, clock.startedAt, clock.pauses, clock.extensions).dueAt?.getTime() ?? null;

/** Answers once what clocks share that start on one day under one rule. */
function remembered(): DueOf {
  const known = new Map<Calendar, Map<ClockRule, Map<string, number | null>>>();
  return (clock, rule, calendar) => {
    const byTheHour = rule.unit === 'hour' || rule.unit === 'workingHour' || rule.afterHoursNextDay === true;
    if (byTheHour || clock.pauses.length > 0 || clock.extensions.length > 0) return computed(clock, rule, calendar);
    const byRule = known.get(calendar) ?? new Map<ClockRule, Map<string, number | null>>();
    const byDay = byRule.get(rule) ?? new Map<string, number | null>();
    known.set(calendar, byRule.set(rule, byDay));
    const day = dayOf(clock.startedAt);
    const found = byDay.get(day);
    if (found !== undefined) return found;
    const due = computed(clock, rule, calendar);
    byDay.set(day, due);
    return due;
  };
}

type Two<T> = readonly [T, T];
const both = <M extends RecordedMatter, T>({ sides }: Replay<M>, ask: (side: Ruling<M>) => T): Two<T> => [
  ask(sides[0]),
  ask(sides[1]),
];

/** The two ends of a clock; nothing where a set of rules has no say, or while it stands still. */
function duesOf<M extends RecordedMatter>(
  { sides, dueOf }: Replay<M>,
  matter: M,
  clock: RecordedClock,
  difficulties: Two<string | null>,
): Two<number> | null {
  const [before, after] = sides;
  const [today, draft] = [before.ruleOf(clock.kind, difficulties[0]), after.ruleOf(clock.kind, difficulties[1])];
  if (!today || !draft) return null;
  const first = dueOf(clock, today, before.calendarOf(matter));
  const second = dueOf(clock, draft, after.calendarOf(matter));
  return first === null || second === null ? null : [first, second];
}

function addClock<M extends RecordedMatter>(
  replay: Replay<M>,
  matter: M,
  clock: RecordedClock,
  difficulties: Two<string | null>,
): void {
  const { sides, sums, asOf, note } = replay;
  const dues = duesOf(replay, matter, clock, difficulties);
  if (!dues) return;
  const unit = unitOf(sums, clock.unitId);
  sums.clocks += 1;
  unit.clocks += 1;
  addDues(sums, unit, dues);
  const end = (clock.stoppedAt ?? asOf).getTime();
  const late: Two<boolean> = [end >= dues[0], end >= dues[1]];
  const isTold = (side: 0 | 1): boolean => {
    const at = late[side] ? sides[side].noticeAt(matter, clock.kind, new Date(dues[side])) : null;
    return at !== null && at.getTime() <= end;
  };
  const told: Two<boolean> = [isTold(0), isTold(1)];
  for (const [pair, holds] of [
    [sums.late, late],
    [unit.late, late],
    [sums.notices, told],
    [unit.notices, told],
  ] as const)
    count(pair, holds);
  const { countyCode, id: matterId } = matter;
  const line = { countyCode, matterId, kind: clock.kind, unitId: clock.unitId, dues };
  const endedAt = clock.stoppedAt?.getTime() ?? null;
  if (late.some(Boolean)) note({ ...line, endedAt, what: 'late', holds: late });
  if (told.some(Boolean)) note({ ...line, endedAt, what: 'notice', holds: told });
}

function addSendBacks<M extends RecordedMatter>(replay: Replay<M>, matter: M): void {
  const { sums, note } = replay;
  const { countyCode, id: matterId } = matter;
  for (const { unitId, sentAt, backAt } of matter.sendBacks) {
    const [first, second] = both(replay, (side) => side.sendBackUntil(matter, sentAt)?.getTime() ?? null);
    const at = backAt.getTime();
    const holds: Two<boolean> = [first === null || at <= first, second === null || at <= second];
    sums.sentBack += 1;
    count(sums.sentBackInTime, holds);
    const line = { countyCode, matterId, kind: 'sendBack', unitId, dues: [first, second] as const, endedAt: at };
    note({ ...line, what: 'sentBackInTime', holds });
  }
}

function addMatter<M extends RecordedMatter>(replay: Replay<M>, matter: M): void {
  const { sums, note } = replay;
  const difficulties = both(replay, (side) => side.difficultyOf(matter));
  const complex: Two<boolean> = [difficulties[0] === 'complex', difficulties[1] === 'complex'];
  sums.matters += 1;
  count(sums.complex, complex);
  const { countyCode, id: matterId } = matter;
  const line = { countyCode, matterId, kind: 'triage', unitId: '', dues: [null, null] as const, endedAt: null };
  if (complex.some(Boolean)) note({ ...line, what: 'complex', holds: complex });
  for (const clock of matter.clocks) addClock(replay, matter, clock, difficulties);
  addSendBacks(replay, matter);
}

/**
 * Two sets of rules, today's and a draft, over the same recorded facts. What people did stays as it was: only the dates are
 * asked again. Take matters in any number of parts; each line goes to `note` as it is found, so that memory stays flat.
 */
export function rehearsal<M extends RecordedMatter>(
  sides: Two<Ruling<M>>,
  asOf: Date,
  note: (line: ReplayLine) => void = () => {},
): { add(matter: M): void; result(): Rehearsal } {
  const replay = { sides, asOf, note, sums: newSums(), dueOf: remembered() };
  return { add: (matter) => addMatter(replay, matter), result: () => rehearsalOf(replay.sums) };
}
