import type { Clock } from '../deadlines/clock.ts';

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
  aboutId: string | null;
  aboutCode: string | null;
  clock: Clock | null;
};
