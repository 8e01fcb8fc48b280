import type { Clock } from '../deadlines/clock.ts';

export type WorkRow = {
  id: string;
  countyCode: string;
  kind: 'dispute' | 'supervision';
  code: string;
  title: string;
  status: string;
  owner: string;
  act: string;
  since: Date;
  dueAt: Date | number;
  partiesLine: string | null;
  aboutCode: string | null;
  clock: Clock | null;
};
