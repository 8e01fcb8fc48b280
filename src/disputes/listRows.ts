import type { Clock } from '../deadlines/clock.ts';
import type { Status } from './procedure.ts';

export type LedgerFilter = {
  status?: readonly Status[];
  category?: readonly string[];
  unit?: string;
  source?: readonly string[];
  dueBefore?: Date;
  order: 'due' | 'opened';
  limit: number;
  /** Sort value and id of the row to go on from, and in which direction. */
  from?: { at: string; id: string; direction: 'after' | 'before' };
};

export type LedgerDbRow = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  status: Status;
  categoryCode: string;
  regionCode: string;
  leadUnitId: string | null;
  receivingCenterId: string;
  handlerPostId: string | null;
  firstContactPostId: string;
  namedPostIds: string[];
  formerUnitIds: string[];
  contactPostId?: string | null;
  formerPostIds?: string[];
  handingPostIds?: string[];
  supportingUnits: { unitId: string; task: string; doneAt: Date | null }[];
  partiesLine: string;
  openedAt: Date;
  restricted: boolean;
  dueAt: Date | number | null;
  sortAt: string;
  clock: Clock | null;
};

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
