import type { Day } from '../platform/now.ts';

/** What forms need of a dispute, read once; numbers are masked unless somebody asked for them with a purpose. */
export type PaperParty = {
  id: string;
  side: 'applicant' | 'respondent' | 'third';
  kind: 'person' | 'organization';
  name: string;
  sex: string | null;
  birthYear: number | null;
  idNumber: string | null;
  phone: string | null;
  address: string;
  contactPerson: string;
  representsPartyId: string | null;
  representation: string | null;
  authority: string;
  left: boolean;
};
export type PaperPromise = {
  id: string;
  position: number;
  obligation: string;
  amountCents: number | null;
  paidCents: number;
  dueOn: Day | null;
  performedOn: Day | null;
  payerPartyId: string | null;
  payeePartyId: string | null;
  state: 'open' | 'kept' | 'waived' | 'replaced';
};
export type PaperPayment = {
  id: string;
  payerPartyId: string;
  payeePartyId: string;
  cents: number;
  paidOn: Day;
  how: 'cash' | 'transfer' | 'mobile' | 'goods' | 'court' | 'other';
  parts: readonly { promiseId: string; cents: number }[];
};
export type PaperVisit = {
  id: string;
  partyId: string | null;
  on: Day;
  by: string;
  method: string;
  outcome: string;
  performed: string;
  words: string;
};
export type PaperInquiry = {
  id: string;
  partyId: string | null;
  witness: string;
  relation: string;
  heldOn: Day;
  place: string;
  others: string;
  by: string;
  words: string;
};

export type PaperMatter = {
  code: string;
  title: string;
  category: string;
  source: string;
  openedOn: Day;
  closedOn: Day | null;
  occurredOn: Day | null;
  outcome: 'settled' | 'failed' | 'withdrawn' | 'terminated' | null;
  address: string;
  facts: string;
  demands: string;
  center: string;
  /** Who seals: the committee that its last agreement names, else the unit that leads. */
  committee: string;
  unit: string;
  registrar: string;
  mediators: readonly string[];
  agreementNumber: string;
  agreementCount: number;
  /** The agreed terms as they were written down with the outcome. */
  terms: readonly { text: string; on: Day; cents: number | null }[];
  parties: readonly PaperParty[];
  promises: readonly PaperPromise[];
  payments: readonly PaperPayment[];
  visits: readonly PaperVisit[];
  inquiries: readonly PaperInquiry[];
  today: Day;
};
