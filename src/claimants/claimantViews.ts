import type { ClaimItem } from './claimant.ts';
import type { EvidenceKind, LeaveGround } from './data/claimItems.ts';

/** Which of the list. */
export const rosterFilters = [
  ...(['all', 'in', 'left', 'hasAccount', 'noAccount', 'noSum', 'chosen'] as const),
  ...(['hasAgreement', 'noAgreement', 'signed', 'unsigned', 'paid', 'unpaid'] as const),
] as const;
export type RosterFilter = (typeof rosterFilters)[number];

/** One claimant on the list; numbers are masked, of an account the last four figures for whoever handles it. */
export type ClaimantRow = {
  partyId: string;
  position: number;
  name: string;
  idNumberMasked: string | null;
  phoneMasked: string | null;
  minor: boolean;
  left: LeaveGround | 'unsaid' | null;
  chosenPartyId: string | null;
  chosenName: string | null;
  chosenScope: 'general' | 'special' | null;
  /** How many chose this one. */
  speaksFor: number;
  claimCents: number | null;
  items: ClaimItem[];
  period: string;
  evidence: EvidenceKind[];
  evidenceNote: string;
  bank: string;
  accountLast4: string | null;
  note: string;
  agreements: { id: string; number: string | null; locked: boolean }[];
  agreedCents: number;
  promisedCents: number;
  paidCents: number;
  signed: boolean;
};

/** Of all, whatever is filtered; what one asked for who left is not counted. */
export type RosterTotals = {
  present: number;
  left: number;
  claimCents: number;
  agreedCents: number;
  promisedCents: number;
  paidCents: number;
  withAccount: number;
  withAgreement: number;
  signed: number;
  paid: number;
};

export type Roster = {
  rows: ClaimantRow[];
  /** The position to go on after; null: that was the end. */
  next: number | null;
  totals: RosterTotals;
  /** As the dispute itself says it. */
  registered: { amountCents: number | null; peopleInvolved: number };
};
