import { addDays, DAY, type Day, dueDay, weekday } from '../platform/now.ts';
import type { Load, Pair, Rehearsal, UnitReplay } from './rehearsalFacts.ts';

type UnitSum = {
  clocks: number;
  late: Pair;
  notices: Pair;
  shift: number;
  weeks: readonly [Map<Day, number>, Map<Day, number>];
};
export type Sums = {
  matters: number;
  clocks: number;
  moved: number;
  shift: number;
  sentBack: number;
  late: Pair;
  notices: Pair;
  complex: Pair;
  sentBackInTime: Pair;
  units: Map<string, UnitSum>;
};

export const newSums = (): Sums => ({
  matters: 0,
  clocks: 0,
  moved: 0,
  shift: 0,
  sentBack: 0,
  late: [0, 0],
  notices: [0, 0],
  complex: [0, 0],
  sentBackInTime: [0, 0],
  units: new Map(),
});

const monday = (day: Day): Day => addDays(day, 1 - weekday(day));

export const count = (pair: Pair, holds: readonly [boolean, boolean]): void => {
  pair[0] += holds[0] ? 1 : 0;
  pair[1] += holds[1] ? 1 : 0;
};

export function unitOf(sums: Sums, unitId: string): UnitSum {
  const known = sums.units.get(unitId);
  if (known) return known;
  const made: UnitSum = { clocks: 0, late: [0, 0], notices: [0, 0], shift: 0, weeks: [new Map(), new Map()] };
  sums.units.set(unitId, made);
  return made;
}

/** The two ends of one clock: how far they lie apart, and in which weeks its unit would have had it to do. */
export function addDues(sums: Sums, unit: UnitSum, dues: readonly [number, number]): void {
  const shift = (dues[1] - dues[0]) / DAY;
  sums.shift += shift;
  sums.moved += shift === 0 ? 0 : 1;
  unit.shift += shift;
  for (const side of [0, 1] as const) {
    const week = monday(dueDay(new Date(dues[side])));
    unit.weeks[side].set(week, (unit.weeks[side].get(week) ?? 0) + 1);
  }
}

function busiest(weeks: ReadonlyMap<Day, number>): Load {
  const [found] = [...weeks].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return found ? { week: found[0], count: found[1] } : { week: '', count: 0 };
}

const perWeek = (weeks: ReadonlyMap<Day, number>): number =>
  weeks.size === 0 ? 0 : [...weeks.values()].reduce((sum, each) => sum + each, 0) / weeks.size;

function unitReplay([unitId, sum]: readonly [string, UnitSum]): UnitReplay {
  const { clocks, late, notices, shift, weeks } = sum;
  return {
    unitId,
    clocks,
    late,
    notices,
    shift: clocks === 0 ? 0 : shift / clocks,
    peak: [busiest(weeks[0]), busiest(weeks[1])],
    perWeek: [perWeek(weeks[0]), perWeek(weeks[1])],
  };
}

const grows = ({ late, notices }: UnitReplay): number => (late[1] - late[0]) * 1_000 + notices[1] - notices[0];

/** What people read, the units that change most first. */
export function rehearsalOf({ shift, units, ...counts }: Sums): Rehearsal {
  return {
    ...counts,
    shift: counts.clocks === 0 ? 0 : shift / counts.clocks,
    shiftOfMoved: counts.moved === 0 ? 0 : shift / counts.moved,
    units: [...units]
      .map(unitReplay)
      .toSorted((a, b) => Math.abs(grows(b)) - Math.abs(grows(a)) || b.clocks - a.clocks),
  };
}
