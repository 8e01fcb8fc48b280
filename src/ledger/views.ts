import type { Status } from '../disputes/procedure.ts';

/** What travels to the page: null where it is unknown or not to be seen; what few columns show is absent unless one asks. */
export type LedgerRow = {
  code: string;
  codeShort: string;
  title: string;
  partiesLine: string;
  category: string;
  place: string;
  status: Status;
  clock: { label: string; code: string; word: string; chip: string; sentence: string } | null;
  leadUnit: string | null;
  handler: string | null;
  firstContact: string;
  openedAt: string;
  difficulty: string | null;
  urgency: string | null;
  gravity: string | null;
  restricted: boolean;
} & Partial<Extras>;

type Extras = {
  community: string | null;
  grid: string | null;
  address: string | null;
  source: string | null;
  dueAt: string | null;
  supportingUnits: readonly string[];
  center: string;
  closedAt: string | null;
  updatedAt: string;
  people: number | null;
  amountCents: number | null;
  willing: string | null;
  occurredOn: string | null;
  outcome: string | null;
  reopened: number | null;
  contested: boolean | null;
  supervision: number | null;
  visit: string | null;
  rating: number | null;
  phone: string | null;
  idNumber: string | null;
  allParties: string;
  facts: string | null;
  demands: string | null;
  result: string | null;
  oldNumber: string | null;
};

export type LedgerPage = {
  asOf: string;
  scope: string;
  rows: LedgerRow[];
  /** null: more than are counted, said as 「1万件以上」. */
  total: number | null;
  next: string | null;
  previous: string | null;
  /** What the address asks for and does not exist any more, as sentences. */
  dropped: string[];
};

export type LedgerViewRow = {
  id: string;
  name: string;
  search: Record<string, string>;
  columns: string;
  audience: 'own' | 'unit' | 'region';
  /** 本中心、本单位、迎泽区; null for one's own. */
  audienceName: string | null;
  owner: string;
  mine: boolean;
  mayChange: boolean;
  revision: number;
  savedAt: string;
  /** Filters in it that do not exist any more. */
  dropped: string[];
};
export type LedgerViews = {
  views: LedgerViewRow[];
  layout: string;
  usual: string;
  defaultViewId: string | null;
  /** With whom this post may share. */
  audiences: { audience: 'unit' | 'region'; name: string }[];
};
