import type { Clock, RunningClock } from '../deadlines/state.ts';
import type { WorkList } from './views.ts';

/** One debt as the database has it; `aboutCode`: the matter that this one hangs on. */
export type WorkRow = {
  id: string;
  matterId: string;
  countyCode: string;
  kind: string;
  code: string;
  title: string;
  status: string;
  owner: string;
  act: string;
  since: Date;
  dueAt: Date | number;
  /** As the database writes it: a page goes on from here, to the microsecond. */
  dueText: string;
  aboutId: string | null;
  aboutCode: string | null;
  clock: Clock | RunningClock | null;
};

/** Whose debts: `keys` are listed, `all` are held, `mine` are those that name this person. */
export type Owed = {
  keys: readonly string[];
  all: readonly string[];
  mine: readonly string[];
  covering: boolean;
  now: Date;
};

export type WorkFrom = { after: readonly [due: string, id: string]; limit: number };
export type WorkCounts = NonNullable<WorkList['counts']>;

export const fromTheFirst = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;
