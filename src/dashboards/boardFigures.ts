import type { PauseGround } from '../deadlines/clockRule.ts';
import { countedStates } from './boardInput.ts';

export const grounds: readonly PauseGround[] = [
  'material',
  'appraisal',
  'court',
  'otherUnit',
  'partyAbsent',
  'forceMajeure',
];

type Counted = (typeof countedStates)[number];

/** The row of everything; no key of a unit, place, clock or category looks like it. */
export const ALL = '*';

/** The disputes of one row as the database counts them; `code` and `title` are null where the reader may not know. */
export type Figures = Record<Counted, number> & {
  key: string;
  grounds: Record<PauseGround, number>;
  weeks: number[];
  struckOff: number;
  oldest: { dueAt: Date; code: string | null; countyCode: string; title: string | null } | null;
  /** Disputes with an open notice, by how many times it was noticed; `waiting`: no reply yet. */
  notices: { level: number; count: number }[];
  waiting: number;
};

export const noFigures = (key: string): Figures => ({
  key,
  ...({ open: 0, late: 0, soon: 0, dueToday: 0, threeDays: 0, paused: 0, tookOver: 0, party: 0, other: 0 } as const),
  grounds: { material: 0, appraisal: 0, court: 0, otherUnit: 0, partyAbsent: 0, forceMajeure: 0 },
  weeks: [],
  struckOff: 0,
  oldest: null,
  notices: [],
  waiting: 0,
});

const addUp = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, index) => (a[index] ?? 0) + (b[index] ?? 0));

function addNotices(a: Figures['notices'], b: Figures['notices']): Figures['notices'] {
  const levels = Map.groupBy([...a, ...b], ({ level }) => level);
  return [...levels]
    .map(([level, each]) => ({ level, count: each.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((one, other) => one.level - other.level);
}

/** Two sets of disputes that have none in common, as one row. */
export function addFigures(a: Figures, b: Figures): Figures {
  const counts = Object.fromEntries(countedStates.map((state) => [state, a[state] + b[state]]));
  const waits = Object.fromEntries(grounds.map((ground) => [ground, a.grounds[ground] + b.grounds[ground]]));
  const older = b.oldest !== null && (a.oldest === null || b.oldest.dueAt < a.oldest.dueAt) ? b.oldest : a.oldest;
  return {
    ...a,
    ...(counts as Record<Counted, number>),
    grounds: waits as Record<PauseGround, number>,
    weeks: addUp(a.weeks, b.weeks),
    struckOff: a.struckOff + b.struckOff,
    oldest: older,
    notices: addNotices(a.notices, b.notices),
    waiting: a.waiting + b.waiting,
  };
}
