import type { Taken } from '../procedures/takeBack.ts';
import type { Way } from '../promises/paymentInput.ts';
import type { OpenPromise } from '../promises/promise.ts';

/** Rows of a dispute's page as the views give them; personal values are still sealed. */
export type PartyRow = {
  id: string;
  side: 'applicant' | 'respondent' | 'third';
  kind: 'person' | 'organization';
  name: string;
  id_kind: string;
  id_number_sealed: string | null;
  id_exception: string | null;
  phone_sealed: string | null;
  address: string;
  contact_person: string;
  minor: boolean;
  represents_party_id: string | null;
  representation: string | null;
  authority: string;
};
export type EventRow = {
  seq: number;
  id: string;
  at: Date;
  type: string;
  actor_role: string;
  actor_post_id: string | null;
  actor_unit_id: string | null;
  name: string | null;
  data: Record<string, unknown>;
  status_before: string | null;
  status_after: string;
};
export type NoteRow = {
  id: string;
  event_id: string;
  kind: string;
  visibility: string;
  body: string;
  author_user_id: string | null;
};
export type FileRow = {
  id: string;
  event_id: string;
  name: string;
  mime: string;
  size: number;
  at: Date;
  visibility: string;
  author_user_id: string | null;
  author_name: string | null;
};
export type SettlementRow = {
  id: string;
  form: string;
  terms: string;
  total_cents: number | null;
  effective_on: string;
};
export type ItemRow = {
  id: string;
  settlement_id: string;
  obligation: string;
  amount_cents: number | null;
  due_on: string | null;
  performed_on: string | null;
  payer_party_id: string | null;
  payee_party_id: string | null;
  part: OpenPromise['part'];
  paid_cents: number;
  state: 'open' | 'kept' | 'waived' | 'replaced';
  defaulted_at: string | null;
  title: string | null;
};
export type PaymentRow = {
  id: string;
  payer_party_id: string;
  payee_party_id: string;
  cents: number;
  paid_on: string;
  how: Way;
  undone_at: string | null;
};
export type VisitRow = { at: Date; outcome: string; performed: string; method: string };
export type RatingRow = { score: number; at: Date };
export type FactsRow = {
  source: string;
  facts: string;
  demands: string;
  occurred_on: string | null;
  address: string;
  import_run_id: string | null;
  old_number: string | null;
  entered_at: Date | null;
};
export type NoticeRow = {
  code: string;
  number: string | null;
  status: string;
  level: number;
  unit_ids: string[];
  sent_at: Date;
  answered_at: Date | null;
  lifted_at: Date | null;
};

export type DisputeRows = {
  parties: PartyRow[];
  events: EventRow[];
  notes: NoteRow[];
  files: FileRow[];
  settlements: SettlementRow[];
  items: ItemRow[];
  payments: PaymentRow[];
  visits: VisitRow[];
  ratings: RatingRow[];
  facts: FactsRow;
  notices: NoticeRow[];
  taken: Taken | undefined;
  centerAddress: string | null;
  /** How often somebody looked at what is hidden as a rule. */
  looks: number;
};
