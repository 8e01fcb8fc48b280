import type { Clock } from '../deadlines/clock.ts';
import { leadingClock } from '../deadlines/leading.ts';

/** How many open matters stand at which state of their leading clock: normal, dueSoon, overdue, paused and so on. */
export type Lights = Record<string, number>;

/** Matters: open, and with at least one clock that moves. Clocks: moved, later, earlier; settled: no longer provisional. */
export type Count = {
  open: number;
  moved: number;
  clocks: number;
  later: number;
  earlier: number;
  settled: number;
  ruled: number;
  before: Lights;
  after: Lights;
};
/** `told`: desks and people who will get a notice. */
export type Tally = Count & { counties: Record<string, Count>; units: Record<string, Count>; told: number };

const none = (): Count => ({
  open: 0,
  moved: 0,
  clocks: 0,
  later: 0,
  earlier: 0,
  settled: 0,
  ruled: 0,
  before: {},
  after: {},
});
export const emptyTally = (): Tally => ({ ...none(), counties: {}, units: {}, told: 0 });

type Weighed = {
  clock: Clock & { provisional: boolean };
  after: Clock & { provisional: boolean };
  newRule: unknown;
  moved: boolean;
};
type Counted = { countyCode: string; receivingCenterId: string };

function partOf(parts: Record<string, Count>, key: string): Count {
  parts[key] ??= none();
  return parts[key];
}

const light = (lights: Lights, code: string): void => {
  lights[code] = (lights[code] ?? 0) + 1;
};

function add(count: Count, weighed: readonly Weighed[], [before, after]: readonly [string, string]): void {
  const moved = weighed.filter((each) => each.moved);
  const later = moved.filter(({ clock, after: { dueAt } }) => (dueAt?.getTime() ?? 0) > (clock.dueAt?.getTime() ?? 0));
  count.open += 1;
  count.moved += moved.length > 0 ? 1 : 0;
  count.clocks += moved.length;
  count.later += later.length;
  count.earlier += moved.length - later.length;
  count.settled += weighed.filter(({ clock, after: { provisional } }) => clock.provisional && !provisional).length;
  count.ruled += weighed.filter(({ newRule }) => newRule !== null).length;
  light(count.before, before);
  light(count.after, after);
}

/** Adds one open matter: to the whole, to its county, and to the unit that its leading clock is charged to. */
export function countMatter(
  tally: Tally,
  matter: Counted,
  weighed: readonly Weighed[],
  codes: ReadonlyMap<string, readonly [string, string]>,
  leadAfter: string | null,
): void {
  const leadBefore = leadingClock(weighed.map(({ clock }) => clock));
  const lights = [codes.get(leadBefore?.id ?? '')?.[0] ?? '', codes.get(leadAfter ?? '')?.[1] ?? ''] as const;
  const unitId = leadBefore?.unitId ?? matter.receivingCenterId;
  for (const count of [tally, partOf(tally.counties, matter.countyCode), partOf(tally.units, unitId)])
    add(count, weighed, lights);
}
