import type { Clock, RunningClock } from '../deadlines/state.ts';
import type { Status } from '../disputes/procedure.ts';

type PartyDbRow = { id: string; phone: string | null; idNumber: string | null };

/** What few columns show. */
export type LedgerDetails = {
  dueAt: Date | null;
  closedAt: Date | null;
  updatedAt: Date;
  address: string;
  communityCode: string | null;
  gridCode: string | null;
  source: string;
  peopleInvolved: number;
  amountCents: number | null;
  willing: string;
  occurredOn: string | null;
  outcome: string | null;
  reopened: number;
  contested: boolean;
};

/** The words of a matter, and everybody in it. */
export type LedgerWords = {
  facts: string;
  demands: string;
  oldNumber: string | null;
  results: string[];
  parties: { side: 'applicant' | 'respondent' | 'third'; name: string }[];
};

/** Null where no shown column asks for it, too: details, clock, supervisionLevel, visit, rating, applicants. */
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
  firstContactPostId: string | null;
  /** Whom an old ledger names as first contact, where that is nobody of ours. */
  firstContactName?: string;
  contactPostId: string | null;
  namedPostIds: string[];
  formerUnitIds: string[];
  formerPostIds: string[];
  handingPostIds: string[];
  supportingUnits: { unitId: string; task: string; doneAt: Date | null }[];
  partiesLine: string;
  difficulty: string | null;
  urgency: string | null;
  gravity: string | null;
  openedAt: Date;
  restricted: boolean;
  clock: Clock | RunningClock | null;
  details: LedgerDetails | null;
  supervisionLevel: number | null;
  visit: string | null;
  rating: number | null;
  applicants: PartyDbRow[] | null;
  words?: LedgerWords;
};
