import type { Status } from '../disputes/procedure.ts';

/** One matter in somebody's hand, with what decides how much of it the reader sees. */
export type HoldingRow = {
  countyCode: string;
  code: string;
  title: string;
  status: Status;
  version: number;
  restricted: boolean;
  categoryCode: string;
  receivingCenterId: string;
  leadUnitId: string | null;
  handlerPostId: string | null;
  firstContactPostId: string;
  contactPostId: string | null;
  namedPostIds: string[];
  formerPostIds: string[];
  handingPostIds: string[];
  formerUnitIds: string[];
  supportingUnits: { unitId: string; task: string; doneAt: Date | null }[];
  partiesLine: string;
  dueAt: Date | number | null;
};

export type HolderCount = { postId: string; handling: number; contact: number; named: number; unread: number };

export type HolderRow = {
  postId: string;
  userId: string;
  name: string;
  unitId: string;
  role: string;
  countyCode: string;
  validTo: string | null;
  active: boolean;
};
