import type { ClockView } from '../../../deadlines/clockView.ts';
import { dayOf, dueDay, formatShortDay } from '../../../platform/now.ts';

/** A pier of the 13710 bridge: its number, its word, and the day it was or will be reached. */
export type Pier = {
  number: '1' | '3' | '7' | '1月' | '0';
  word: { zh: string; en: string };
  state: 'done' | 'late' | 'running' | 'waiting';
  date: string | null;
  clock: ClockView | null;
  here: boolean;
};

/**
 * Sending back and reopening start clocks again: the youngest of a kind counts, and only if it belongs to this round,
 * that is, did not start before the clock of the pier that leads to it.
 */
function latest(clocks: readonly ClockView[], kind: string, since: ClockView | null): ClockView | null {
  const own = clocks.filter((clock) => clock.kind === kind && (!since || clock.startedAt >= since.startedAt));
  return own.reduce<ClockView | null>((last, one) => (last && last.startedAt > one.startedAt ? last : one), null);
}

function pierState(clock: ClockView | null): Pier['state'] {
  if (!clock) return 'waiting';
  if (clock.stoppedAt !== null) return clock.code === 'missed' ? 'late' : 'done';
  return 'running';
}

function pierDate(clock: ClockView | null): string | null {
  if (!clock) return null;
  if (clock.stoppedAt !== null) return formatShortDay(dayOf(new Date(clock.stoppedAt)));
  return clock.dueAt === null ? null : formatShortDay(dueDay(new Date(clock.dueAt)));
}

const kinds = [
  ['1', 'deploy', { zh: '部署', en: 'Arrange' }, null],
  ['3', 'report', { zh: '反馈', en: 'Report' }, 'deploy'],
  ['7', 'handle', { zh: '办结', en: 'Close' }, 'deploy'],
  ['0', 'strikeOff', { zh: '销号', en: 'Strike off' }, 'handle'],
] as const;

/** The piers in the order of 13710; complex matters have a month in place of seven days. */
export function piersOf(clocks: readonly ClockView[], complex: boolean): Pier[] {
  const piers = kinds.map(([number, kind, word, after]): Pier => {
    const clock = latest(clocks, kind, after === null ? null : latest(clocks, after, null));
    const own = number === '7' && complex ? '1月' : number;
    return { number: own, word, state: pierState(clock), date: pierDate(clock), clock, here: false };
  });
  const here = piers.find((pier) => pier.state === 'running') ?? piers.find((pier) => pier.state === 'waiting');
  return piers.map((pier) => ({ ...pier, here: pier === here }));
}

const onTheBridge = new Set<string>(kinds.map(([, kind]) => kind));

/** Clocks beside the bridge that still run: of the law, of signing, of waiting for material. */
export function underTheBridge(clocks: readonly ClockView[]): ClockView[] {
  return clocks.filter((clock) => clock.stoppedAt === null && !onTheBridge.has(clock.kind));
}

export type Lane = { clock: ClockView; from: number; to: number; end: string | null };
/** Places between 0 (the first pier) and 1, for any day: a lane under the deck ends under the pier of the same day. */
export type Scale = (at: number) => number;

/**
 * The piers stand at even distances, so days between two of them are spread evenly over that stretch; what lies beyond
 * the last pier that has a day shares the rest, up to the last date that is to be drawn.
 */
export function scaleOf(piers: readonly Pier[], last: number): Scale {
  const anchors: { at: number; x: number }[] = [];
  for (const [index, { clock }] of piers.entries()) {
    const day = clock?.stoppedAt ?? clock?.dueAt;
    const at = day ? Date.parse(day) : Number.NaN;
    if (at > (anchors.at(-1)?.at ?? Number.NEGATIVE_INFINITY)) anchors.push({ at, x: index / piers.length });
  }
  const end = anchors.at(-1);
  if (!end || last > end.at) anchors.push({ at: Math.max(last, (end?.at ?? last) + 1), x: 1 });
  return (at) => {
    const next = anchors.findIndex((anchor) => anchor.at >= at);
    const [before, after] = [anchors[next - 1], anchors[next]];
    if (!after) return end?.x ?? 1;
    if (!before) return after.x;
    return before.x + ((at - before.at) / (after.at - before.at)) * (after.x - before.x);
  };
}

/** Every clock beside the bridge as a lane on the days of the deck, the nearest first; one without a date runs to today. */
export function lanesOf(
  clocks: readonly ClockView[],
  piers: readonly Pier[],
  now: number,
): { lanes: Lane[]; today: number } {
  const under = underTheBridge(clocks);
  const endOf = ({ dueAt }: ClockView) => (dueAt ? Date.parse(dueAt) : now);
  const scale = scaleOf(piers, Math.max(now, ...under.map(endOf)));
  const lanes = under
    .toSorted((a, b) => endOf(a) - endOf(b))
    .map((clock) => {
      const end = clock.dueAt ? formatShortDay(dueDay(new Date(clock.dueAt))) : null;
      return { clock, from: scale(Date.parse(clock.startedAt)), to: scale(endOf(clock)), end };
    });
  return { lanes, today: scale(now) };
}

/** Near or over its time, besides the one that leads: all of them are shown, not the nearest alone. */
export const inDanger = (clocks: readonly ClockView[]): ClockView[] =>
  clocks.filter(
    ({ code, leading, kind }) => !leading && onTheBridge.has(kind) && (code === 'dueSoon' || code === 'overdue'),
  );
