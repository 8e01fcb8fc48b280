import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from '../deadlines/clock.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { type Dated, dateOfClock } from '../deadlines/dueDate.ts';
import { leadingClock, listedDate } from '../deadlines/leading.ts';
import { clockState } from '../deadlines/state.ts';
import { canonicalJson } from '../platform/eventChain.ts';
import { dayOf } from '../platform/now.ts';
import { countMatter, type Tally } from './tally.ts';

export type OpenClock = Clock & { provisional: boolean };

/** A matter with all its running clocks, and the facts by which a rule is chosen. */
export type OpenMatter = {
  countyCode: string;
  id: string;
  kind: string;
  receivingCenterId: string;
  leadUnitId: string | null;
  categoryCode: string | null;
  difficulty: string | null;
  settingsVersion: number;
  restricted: boolean;
  eventSeq: number;
  clocks: readonly OpenClock[];
};

/** What a clock would run by: `rule` only where it is another than its own, `settingsVersion` where the pin moves. */
export type RunsBy = { calendar: Calendar; rule?: ClockRule; settingsVersion?: number };
/** The change, as a question to every running clock. Calendars are compared by identity: hand out the same object. */
export type WhatIf = {
  readonly now: Date;
  before(matter: OpenMatter): Calendar;
  after(matter: OpenMatter, clock: OpenClock): RunsBy;
};

/** From and to are equal where only the rule or the mark "provisional" changes. leadTo: the matter's own date, after. */
export type Move = {
  countyCode: string;
  matterId: string;
  clockId: string;
  kind: string;
  from: Date | null;
  to: Date | null;
  calendarVersion: string;
  provisional: boolean;
  rule: ClockRule | null;
  settingsVersion: number | null;
  leadTo: Date | null;
  before: string;
  after: string;
  eventSeq: number;
};

/** Entries kept before a memory starts anew: the most that a run holds, however many clocks it walks over. */
const REMEMBERED = 100_000;

function memory<T>(): (calendar: Calendar, rule: ClockRule, key: string, make: () => T) => T {
  let known = new Map<Calendar, Map<ClockRule, Map<string, T>>>();
  let size = 0;
  return (calendar, rule, key, make) => {
    const byRule = known.get(calendar) ?? new Map<ClockRule, Map<string, T>>();
    const byKey = byRule.get(rule) ?? new Map<string, T>();
    const found = byKey.get(key);
    if (found !== undefined) return found;
    const made = make();
    size += 1;
    if (size > REMEMBERED) [known, size] = [new Map(), 1];
    known.set(calendar, byRule.set(rule, byKey.set(key, made)));
    return made;
  };
}

const untouchedSince = ({ pauses, extensions }: Clock): boolean => pauses.length === 0 && extensions.length === 0;

/** Clocks that start on the same day under the same rule end together, unless the hour of the start matters. */
function startKey({ startedAt }: Clock, rule: ClockRule): string {
  const byTheHour = rule.unit === 'hour' || rule.unit === 'workingHour' || rule.afterHoursNextDay === true;
  return byTheHour ? String(startedAt.getTime()) : dayOf(startedAt);
}

/** Answers what many clocks share only once: a change of the calendar asks the same few thousand questions 300,000 times. */
function arithmetic(now: Date) {
  const dates = memory<Dated>();
  const codes = memory<string>();
  const code = (clock: Clock, calendar: Calendar): string => clockState(clock, calendar, now).code;
  return {
    date: (clock: Clock, calendar: Calendar, rule: ClockRule): Dated =>
      untouchedSince(clock)
        ? dates(calendar, rule, startKey(clock, rule), () => dateOfClock(clock, calendar, rule))
        : dateOfClock(clock, calendar, rule),
    code: (clock: Clock, calendar: Calendar): string =>
      untouchedSince(clock)
        ? codes(calendar, clock.rule, `${clock.dueAt?.getTime()} ${clock.binds}`, () => code(clock, calendar))
        : code(clock, calendar),
  };
}

const sameInstant = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

/** Two rules that say the same, by whatever object. */
function sameRule(): (a: ClockRule, b: ClockRule) => boolean {
  const texts = new WeakMap<ClockRule, string>();
  const text = (rule: ClockRule): string => {
    const known = texts.get(rule) ?? canonicalJson(rule);
    texts.set(rule, known);
    return known;
  };
  return (a, b) => a === b || text(a) === text(b);
}

type Weighed = {
  clock: OpenClock;
  after: OpenClock;
  calendar: Calendar;
  newRule: ClockRule | null;
  settingsVersion: number | null;
  moved: boolean;
};
type Codes = ReadonlyMap<string, readonly [before: string, after: string]>;

function movesOf(matter: OpenMatter, weighed: readonly Weighed[], codes: Codes, leadTo: Date | null): Move[] {
  return weighed.flatMap(({ clock, after, newRule, settingsVersion, moved }): Move[] => {
    if (!moved && newRule === null && clock.provisional === after.provisional) return [];
    const [before = '', then = ''] = codes.get(clock.id) ?? [];
    const { countyCode, id: matterId, eventSeq } = matter;
    const ids = { countyCode, matterId, clockId: clock.id, kind: clock.kind, eventSeq };
    const dates = { from: clock.dueAt, to: after.dueAt, leadTo };
    const { calendarVersion = '', provisional } = after;
    return [{ ...ids, ...dates, calendarVersion, provisional, rule: newRule, settingsVersion, before, after: then }];
  });
}

/**
 * What a change does to open matters: the clocks that move, and how the lights stand before and after. The planner
 * remembers what clocks share, so hand the batches of one run to one planner.
 */
export function movePlanner(what: WhatIf): (matters: readonly OpenMatter[], tally: Tally) => Move[] {
  const { date, code } = arithmetic(what.now);
  const same = sameRule();
  const weigh = (matter: OpenMatter, old: Calendar, clock: OpenClock): Weighed => {
    const { calendar, rule = clock.rule, settingsVersion = null } = what.after(matter, clock);
    const next = date(clock, calendar, rule);
    // A date that this change has no part in stays as it is, however it came about.
    const concerned = !sameInstant(date(clock, old, clock.rule).dueAt, next.dueAt);
    const dueAt = concerned ? next.dueAt : clock.dueAt;
    const newRule = same(rule, clock.rule) ? null : rule;
    const after = { ...clock, ...next, rule: newRule ?? clock.rule, dueAt };
    return { clock, after, calendar, newRule, settingsVersion, moved: !sameInstant(clock.dueAt, dueAt) };
  };
  return (matters, tally) =>
    matters.flatMap((matter) => {
      const old = what.before(matter);
      const weighed = matter.clocks.map((clock) => weigh(matter, old, clock));
      const lead = leadingClock(weighed.map(({ after }) => after));
      const codes: Codes = new Map(
        weighed.map(({ clock, after, calendar }) => [clock.id, [code(clock, old), code(after, calendar)]]),
      );
      countMatter(tally, matter, weighed, codes, lead?.id ?? null);
      return movesOf(matter, weighed, codes, listedDate(weighed.map(({ after }) => after)));
    });
}
