import type { ClockView } from '../../../deadlines/clockView.ts';
import { dayOf, dueDay, formatShortDay } from '../../../platform/now.ts';

/** A pier of the 13710 bridge: its number, its word, and the day it was or will be reached. */
export type Pier = {
  number: '1' | '3' | '7' | '1月' | '0';
  word: string;
  state: 'done' | 'late' | 'running' | 'waiting';
  date: string | null;
  clock: ClockView | null;
  here: boolean;
};

/** Reopening starts clocks again: the youngest of a kind is the one that counts. */
function latest(clocks: readonly ClockView[], kind: string): ClockView | null {
  const own = clocks.filter((clock) => clock.kind === kind);
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
  ['1', 'deploy', '部署'],
  ['3', 'report', '反馈'],
  ['7', 'handle', '办结'],
  ['0', 'strikeOff', '销号'],
] as const;

/** The piers in the order of 13710; complex matters have a month in place of seven days. */
export function piersOf(clocks: readonly ClockView[], complex: boolean): Pier[] {
  const piers = kinds.map(([number, kind, word]): Pier => {
    const clock = latest(clocks, kind);
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
