import type { ColumnType, Generated } from 'kysely';

/** The tables as the migrations make them. `visible_*` are the views through which everything below a matter is read. */

type Time = ColumnType<Date, Date | string, Date | string>;
type Json<T> = ColumnType<T, string, string>;

export type TopologyTable = {
  table_name: string;
  kind: 'distributed' | 'reference' | 'local';
  position: number;
};

export type RegionTable = {
  code: string;
  name: string;
  short_name: string;
  level: 'city' | 'county' | 'township' | 'community' | 'grid';
  parent_code: string | null;
  county_code: string;
  initials: Generated<string>;
  statistical: Generated<boolean>;
  assumed: Generated<boolean>;
  note: string | null;
  active: Generated<boolean>;
};

export type UnitTable = {
  id: string;
  county_code: string;
  region_code: string;
  level: 'city' | 'county' | 'township' | 'community';
  kind: string;
  name: string;
  short_name: string;
  initials: Generated<string>;
  phone: string | null;
  note: string | null;
  assumed: Generated<boolean>;
  active: Generated<boolean>;
};

export type CenterTable = {
  id: string;
  address: string | null;
  area_m2: string | null;
  facts: ColumnType<unknown, string | undefined, string>;
  note: string | null;
};

export type CounterTable = {
  id: string;
  center_id: string;
  number: number;
  name: string;
  zone: string | null;
  mode: Generated<'resident' | 'rotating'>;
  assumed: Generated<boolean>;
  active: Generated<boolean>;
};

export type RoomTable = {
  id: string;
  center_id: string;
  name: string;
  zone: string | null;
  purpose: string | null;
  assumed: Generated<boolean>;
  active: Generated<boolean>;
};

export type PresenceTable = {
  id: string;
  center_id: string;
  unit_id: string;
  mode: 'resident' | 'rotating' | 'onCall' | 'invited';
  weekdays: Generated<number[]>;
  from_time: string | null;
  to_time: string | null;
  counter_id: string | null;
  call_minutes: number | null;
  note: string | null;
  assumed: Generated<boolean>;
  active: Generated<boolean>;
};

export type CategoryTable = {
  code: string;
  name: string;
  english: Generated<string>;
  initials: Generated<string>;
  mapped_to: string | null;
  never_confirmable: string | null;
  note: string | null;
  position: number;
  active: Generated<boolean>;
};

export type DutyEntryTable = {
  id: string;
  county_code: string;
  category_code: string;
  region_code: string;
  unit_id: string | null;
  target: Generated<'unit' | 'township' | 'center'>;
  supporting_unit_ids: Generated<string[]>;
  basis: string;
  reason: Generated<string>;
  status: Generated<'G' | 'V'>;
  effective_from: string;
  effective_to: string | null;
  version: Generated<number>;
};

export type AppUserTable = {
  id: string;
  login: string;
  name: string;
  initials: Generated<string>;
  phone_sealed: string | null;
  password_hash: string | null;
  password_set_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  totp_sealed: string | null;
  totp_last_counter: number | null;
  failures: Generated<number>;
  locked_until: ColumnType<Date | null, Date | string | null, Date | string | null>;
  demo: Generated<boolean>;
  active: Generated<boolean>;
  created_at: Time;
};

export type PostTable = {
  id: string;
  user_id: string;
  unit_id: string;
  role: string;
  region_code: string;
  county_code: string;
  valid_from: string;
  valid_to: string | null;
  covers_post_id: Generated<string | null>;
  created_at: Time;
};

export type SettingVersionTable = {
  county_code: string;
  key: string;
  version: number;
  value: Json<unknown>;
  effective_from: string;
  basis: string;
  author_id: string | null;
  author_post_id: ColumnType<string | null, string | null | undefined, string | null>;
  approver_id: ColumnType<string | null, string | null | undefined, string | null>;
  approver_post_id: ColumnType<string | null, string | null | undefined, string | null>;
  approved_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  note: Generated<string>;
  created_at: Time;
};

export type SettingDraftTable = {
  id: string;
  county_code: string;
  key: string;
  state: 'draft' | 'submitted' | 'returned' | 'published' | 'withdrawn';
  value: Json<unknown>;
  effective_from: string | null;
  basis: Generated<string>;
  note: Generated<string>;
  base_county: string;
  base_version: number;
  revision: Generated<number>;
  author_id: string;
  author_post_id: string | null;
  editor_ids: string[];
  saved_by: string;
  saved_at: Time;
  submitted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  reason: Generated<string>;
  published_version: ColumnType<number | null, number | null | undefined, number | null>;
  created_at: Time;
};

export type CalendarYearTable = {
  year: number;
  version: number;
  source: string;
  published_on: string | null;
};

export type CalendarDayTable = {
  day: string;
  year: number;
  kind: 'holiday' | 'workday';
  name: string;
};

export type CalendarVersionTable = {
  year: number;
  version: number;
  source: string;
  published_on: string | null;
  days: Json<unknown>;
  published_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  published_by: string | null;
  run_id: string | null;
};

export type CalendarDraftTable = {
  year: number;
  base_version: number;
  revision: number;
  source: string;
  published_on: string | null;
  days: Json<unknown>;
  saved_by: string | null;
  saved_at: Time;
};

export type MoveRunTable = {
  id: string;
  subject: string;
  state: 'planning' | 'planned' | 'applied';
  plan: Json<unknown>;
  counties: string[];
  tally: ColumnType<unknown, string | undefined, string>;
  planned_by: string | null;
  planned_at: Time;
  applied_by: string | null;
  applied_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type ClockMoveTable = {
  county_code: string;
  run_id: string;
  matter_id: string;
  clock_id: string;
  kind: string;
  from_due: ColumnType<Date | null, Date | string | null, Date | string | null>;
  to_due: ColumnType<Date | null, Date | string | null, Date | string | null>;
  calendar_version: string;
  provisional: boolean;
  rule: ColumnType<unknown, string | null, string | null>;
  settings_version: number | null;
  lead_to: ColumnType<Date | null, Date | string | null, Date | string | null>;
  state_before: string;
  state_after: string;
  event_seq: number;
};

export type SessionTable = {
  id: string;
  user_id: string;
  post_id: string | null;
  second_factor_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  created_at: Time;
  last_seen_at: Time;
  expires_at: Time;
  address: string | null;
  agent: string | null;
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  revoked_by: string | null;
};

export type TrailTable = {
  id: string;
  at: Time;
  user_id: string | null;
  post_id: string | null;
  county_code: string | null;
  act: string;
  subject: string | null;
  detail: ColumnType<unknown, string | undefined, string>;
  address: string | null;
};

export type OutboxTable = {
  id: string;
  county_code: string;
  kind: string;
  payload: Json<unknown>;
  created_at: Time;
  not_before: Time;
  attempts: Generated<number>;
  done_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  last_error: string | null;
};

export type SerialBlockTable = {
  county_code: string;
  year: number;
  next_serial: number;
};

export type CodeAliasTable = {
  code: string;
  county_code: string;
  matter_id: string;
  created_at: Time;
};

export type RecurringRunTable = {
  name: string;
  last_run_at: Time;
  last_result: ColumnType<unknown, string | undefined, string>;
};

export type MatterTable = {
  county_code: string;
  id: string;
  kind: string;
  code: string;
  status: string;
  title: string;
  category_code: string | null;
  region_code: string;
  receiving_center_id: string;
  lead_unit_id: string | null;
  handler_post_id: string | null;
  due_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  seen_by: string[];
  restricted: Generated<boolean>;
  counted_with_id: ColumnType<string | null, string | null | undefined, string | null>;
  about_id: ColumnType<string | null, string | null | undefined, string | null>;
  about_code: ColumnType<string | null, string | null | undefined, string | null>;
  named_post_ids: Generated<string[]>;
  settings_version: Generated<number>;
  version: Generated<number>;
  event_seq: Generated<number>;
  event_hash: Generated<string>;
  opened_at: Time;
  closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  updated_at: Time;
};

export type MatterKindTable = { kind: string; supervised: boolean };

export type MatterSeenTable = {
  county_code: string;
  viewer: string;
  matter_id: string;
  kind: string;
  status: string;
  due_at: ColumnType<Date, Date | string | undefined, Date | string>;
  opened_at: Time;
};

export type SearchEntryTable = {
  county_code: string;
  matter_id: string;
  code_text: string;
  place_text: string;
  ledger_text: string;
  facts_text: string;
  terms: number[];
  open_terms: Generated<number[]>;
  numbers: number[];
  built: number;
};

export type MatterTodoTable = {
  county_code: string;
  id: string;
  matter_id: string;
  owner: string;
  act: string;
  clock_kind: string | null;
  due_at: ColumnType<Date, Date | string | undefined, Date | string>;
  since: Time;
  owed_from: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type MatterClockTable = {
  county_code: string;
  id: string;
  matter_id: string;
  kind: string;
  rule: Json<unknown>;
  calendar_version: string;
  started_at: Time;
  due_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  provisional: Generated<boolean>;
  pauses: ColumnType<unknown, string | undefined, string>;
  stopped_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  stop_reason: string | null;
  warned_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  overdue_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  extensions: ColumnType<unknown, string | undefined, string>;
  due_history: ColumnType<unknown, string | undefined, string>;
  binds: Generated<'ours' | 'party' | 'other'>;
  unit_id: string | null;
  unit_since: ColumnType<Date | null, Date | string | null, Date | string | null>;
  quiet_until: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type JobTable = {
  id: string;
  kind: string;
  county_code: string;
  owner: string;
  started_by: string | null;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  done: Generated<number>;
  total: Generated<number>;
  input: Json<unknown>;
  result: ColumnType<unknown, string | undefined, string>;
  problem: string | null;
  cancel_requested: Generated<boolean>;
  started_at: Time;
  beat_at: Time;
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type MatterEventTable = {
  county_code: string;
  matter_id: string;
  seq: number;
  id: string;
  at: Time;
  type: string;
  actor_user_id: string | null;
  actor_post_id: string | null;
  actor_role: string;
  actor_unit_id: string | null;
  status_before: string | null;
  status_after: string;
  data: Json<unknown>;
  previous_hash: string;
  hash: string;
};

export type NoteTable = {
  county_code: string;
  id: string;
  matter_id: string;
  event_id: string;
  kind: string;
  visibility: string;
  body: string;
  author_user_id: string | null;
  author_unit_id: string | null;
  at: Time;
};

export type UploadTable = {
  county_code: string;
  id: string;
  owner: string;
  sha256: string;
  name: string;
  mime: string;
  size: number;
  at: Time;
};

export type MatterFileTable = {
  county_code: string;
  id: string;
  matter_id: string;
  event_id: string;
  sha256: string;
  name: string;
  mime: string;
  size: number;
  visibility: string;
  author_user_id: string | null;
  at: Time;
};

export type NoticeTable = {
  county_code: string;
  id: string;
  owner: string;
  matter_id: string | null;
  code: string | null;
  text: string;
  page: Generated<string | null>;
  at: Time;
  read_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type CommandResultTable = {
  county_code: string;
  command_id: string;
  actor_key: string;
  target: string;
  matter_id: string;
  at: Time;
  result: Json<unknown>;
};

export type DisputeTable = {
  county_code: string;
  matter_id: string;
  source: string;
  first_contact_post_id: string;
  first_contact_unit_id: string;
  facts: string;
  demands: Generated<string>;
  occurred_on: string | null;
  address: Generated<string>;
  township_code: string | null;
  community_code: string | null;
  grid_code: string | null;
  people_involved: Generated<number>;
  amount_cents: number | null;
  willing: 'yes' | 'no' | 'undecided';
  parties_line: Generated<string>;
  party_count: Generated<number>;
  difficulty: 'simple' | 'ordinary' | 'complex' | null;
  urgency: 'low' | 'medium' | 'high' | null;
  gravity: 'low' | 'medium' | 'high' | null;
  violence: ColumnType<unknown, string | undefined, string>;
  outcome: 'settled' | 'failed' | 'withdrawn' | 'terminated' | null;
  dispatch_undo_until: ColumnType<Date | null, Date | string | null, Date | string | null>;
  dispatched_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  duty_entry_id: string | null;
  former_unit_ids: Generated<string[]>;
  reopened: Generated<number>;
  contested: Generated<boolean>;
  entered_offline: Generated<boolean>;
  import_run_id: string | null;
  old_number: string | null;
  entered_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  contact_post_id: string | null;
  former_post_ids: Generated<string[]>;
  handing_post_ids: Generated<string[]>;
  import_undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

/** One part of one matter that went from a post to another. */
export type ReassignmentTable = {
  county_code: string;
  id: string;
  matter_id: string;
  run_id: string;
  part: 'handling' | 'contact' | 'named';
  from_post_id: string;
  to_post_id: string;
  by_post_id: string | null;
  at: Time;
  until: string;
  matter_version: number;
  acknowledged_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  undone_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type PhraseTable = {
  id: string;
  county_code: string;
  unit_id: string;
  owner_user_id: string | null;
  steps: Generated<string[]>;
  body: string;
  position: Generated<number>;
  active: Generated<boolean>;
  saved_by: string | null;
  saved_at: Time;
};

export type ReorganizationTable = {
  id: string;
  county_code: string;
  kind: 'unit' | 'center' | 'township' | 'community' | 'grid';
  subject: string;
  plan: Json<unknown>;
  reason: string;
  basis: string;
  effective_on: string;
  state: 'drafted' | 'applying' | 'applied' | 'withdrawn';
  drafted_by: string;
  drafted_at: Time;
  confirmed_by: string | null;
  confirmed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  job_id: string | null;
  counts: ColumnType<unknown, string | undefined, string>;
  applied_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type NetworkSuccessorTable = {
  old_id: string;
  holds: 'unit' | 'region' | 'post';
  new_id: string;
  old_name: string;
  since: string;
  reorganization_id: string;
};

export type PostBatchTable = {
  id: string;
  county_code: string;
  changes: Json<unknown>;
  saved_by: string;
  saved_at: Time;
  undone_by: string | null;
  undone_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type ImportRunTable = {
  county_code: string;
  id: string;
  center_id: string;
  file_name: string;
  file_sha256: string;
  file_size: number;
  shape: Json<unknown>;
  mapping: Json<unknown>;
  revision: Generated<number>;
  checked_revision: Generated<number>;
  state: 'draft' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone' | 'dropped';
  counts: ColumnType<unknown, string | undefined, string>;
  findings: ColumnType<unknown, string | undefined, string>;
  job_id: string | null;
  uploaded_at: Time;
  uploaded_by_post_id: string | null;
  checked_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  applied_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  applied_by_post_id: string | null;
  undone_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  undone_by_post_id: string | null;
};

export type ImportRowTable = {
  county_code: string;
  run_id: string;
  row_number: number;
  center_id: string;
  result: 'ready' | 'wrong' | 'same' | 'changed' | 'possible';
  fingerprint: string;
  number_index: string | null;
  problems_sealed: string | null;
  like_matter_ids: Generated<string[]>;
  like_row: number | null;
  chosen: Generated<boolean>;
  matter_id: string | null;
  applied_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  undone_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type ImportWordTable = {
  county_code: string;
  center_id: string;
  kind: string;
  word: string;
  ours: string;
  at: Time;
};

export type PaperPadTable = {
  county_code: string;
  id: string;
  center_id: string;
  size: number;
  reserved_at: Time;
  reserved_by_post_id: string;
  printed_at: Time;
  prints: Generated<number>;
};

export type PaperCodeTable = {
  county_code: string;
  code: string;
  pad_id: string;
  center_id: string;
  position: number;
  matter_id: string;
  pin_hash: string;
  state: 'outstanding' | 'entered' | 'voided';
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  ended_by_post_id: string | null;
  void_reason: string | null;
};

export type PartyTable = {
  county_code: string;
  id: string;
  matter_id: string;
  position: number;
  side: 'applicant' | 'respondent' | 'third';
  kind: 'person' | 'organization';
  name: string;
  id_kind: string;
  id_number_sealed: string | null;
  id_number_index: string | null;
  id_last4_index: string | null;
  id_exception: string | null;
  birth_year: number | null;
  sex: string | null;
  phone_sealed: string | null;
  phone_index: string | null;
  phone_last4_index: string | null;
  address: Generated<string>;
  contact_person: Generated<string>;
  minor: Generated<boolean>;
  represents_party_id: string | null;
  representation: 'guardian' | 'agent' | 'legalRepresentative' | 'chosenRepresentative' | null;
  authority: Generated<string>;
};

export type DisputeUnitTable = {
  county_code: string;
  matter_id: string;
  unit_id: string;
  task: Generated<string>;
  added_at: Time;
  done_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  removed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type SettlementTable = {
  county_code: string;
  id: string;
  matter_id: string;
  form: 'written' | 'oral' | 'onTheSpot';
  terms: string;
  total_cents: number | null;
  effective_on: string;
  created_at: Time;
};

export type SettlementItemTable = {
  county_code: string;
  id: string;
  matter_id: string;
  settlement_id: string;
  position: number;
  obligation: string;
  amount_cents: number | null;
  due_on: string | null;
  performed_on: string | null;
};

export type MaterialRequestTable = {
  county_code: string;
  id: string;
  matter_id: string;
  what: string;
  asked_at: Time;
  limit_at: Time;
  state: 'proposed' | 'approved' | 'refused' | 'received' | 'expired';
  asked_by_post_id: string | null;
  decided_by_post_id: string | null;
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  ground: Generated<'material' | 'appraisal' | 'court' | 'otherUnit' | 'partyAbsent' | 'forceMajeure'>;
  unit_id: string | null;
};

export type ExtensionRequestTable = {
  county_code: string;
  id: string;
  matter_id: string;
  clock_id: string;
  clock_kind: string;
  length: number;
  unit: 'naturalDay' | 'workingDay' | 'month';
  reason: string;
  plan: string;
  late: boolean;
  state: 'proposed' | 'approved' | 'refused';
  asked_at: Time;
  asked_by_post_id: string | null;
  decided_by_post_id: string | null;
  decided_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type ReturnVisitTable = {
  county_code: string;
  id: string;
  matter_id: string;
  party_id: string | null;
  at: Time;
  post_id: string;
  method: 'phone' | 'home' | 'counter' | 'letter';
  outcome: 'settled' | 'partly' | 'notSettled' | 'unreachable';
  performed: 'performed' | 'performing' | 'notPerformed' | 'notDue' | 'none';
};

export type RatingTable = {
  county_code: string;
  id: string;
  matter_id: string;
  party_id: string | null;
  score: number;
  channel: 'web' | 'counter' | 'phone' | 'paper';
  at: Time;
};

export type AccessSlipTable = {
  county_code: string;
  id: string;
  matter_id: string;
  party_id: string;
  pin_hash: string;
  issued_at: Time;
  issued_by_post_id: string | null;
  failures: Generated<number>;
  next_try_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  locked_until: ColumnType<Date | null, Date | string | null, Date | string | null>;
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type SupervisionNoticeTable = {
  county_code: string;
  matter_id: string;
  about_matter_id: string;
  clock_id: string | null;
  clock_kind: string | null;
  level: number;
  unit_id: string;
  sent_at: Time;
  answered_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  lifted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  origin: Generated<'ladder' | 'leader'>;
  doc_number: string | null;
  issuer_center_id: string | null;
  issued_by_post_id: string | null;
  cosigner_ids: Generated<string[]>;
  urgency: Generated<'none' | 'urgent' | 'extraUrgent'>;
  facts: ColumnType<unknown, string | undefined, string>;
  copies: Generated<number>;
  copied_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  listed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type SupervisionNoticeUnitTable = {
  county_code: string;
  matter_id: string;
  unit_id: string;
  position: Generated<number>;
  answered_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  promised_on: string | null;
  returns: Generated<number>;
  removed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type DocNumberTable = {
  county_code: string;
  office_id: string;
  series: string;
  year: number;
  last_number: number;
};

export type UnitDispatchTable = {
  county_code: string;
  id: string;
  matter_id: string;
  category_code: string;
  unit_id: string;
  duty_entry_id: string | null;
  at: Time;
  withdrawn_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  sent_back_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  better_unit_id: string | null;
  result: 'upheld' | 'changed' | 'ended' | null;
};

export type RulingTable = {
  county_code: string;
  id: string;
  matter_id: string;
  dispatch_id: string | null;
  category_code: string;
  from_unit_id: string;
  to_unit_id: string;
  outcome: 'upheld' | 'changed';
  note_id: string;
  duty_entry_id: string | null;
  at: Time;
};

export type VisitTable = {
  county_code: string;
  id: string;
  center_id: string;
  owner: string;
  at: Time;
  post_id: string;
  service: string;
  head_count: number;
  matter_id: string | null;
  memo: Generated<string>;
  /** Every service given; empty in rows from before there were several, which have the one in `service`. */
  services: Generated<string[]>;
  confidential: Generated<boolean>;
  ticket_id: string | null;
  counter_number: number | null;
  corrected_at: Time | null;
  withdrawn_at: Time | null;
};

export type TicketState = 'waiting' | 'called' | 'serving' | 'done' | 'left' | 'noShow';

export type TicketTable = {
  county_code: string;
  id: string;
  center_id: string;
  owner: string;
  hall: string;
  day: string;
  prefix: string;
  number: number;
  priority: string | null;
  origin: 'kiosk' | 'counter' | 'appointment';
  state: TicketState;
  issued_at: Time;
  waits_from: Time;
  due_at: Time | null;
  for_counter: number | null;
  counter_number: number | null;
  post_id: string | null;
  called_at: Time | null;
  calls: Generated<number>;
  serving_at: Time | null;
  ended_at: Time | null;
};

export type TicketSerialTable = {
  county_code: string;
  center_id: string;
  day: string;
  prefix: string;
  last: number;
};

export type CounterSeatTable = {
  county_code: string;
  center_id: string;
  day: string;
  post_id: string;
  owner: string;
  counter_number: number;
  since: Time;
};

export type AppointmentTable = {
  county_code: string;
  id: string;
  center_id: string;
  owner: string;
  hall: string;
  code: string;
  day: string;
  slot: string;
  service: string;
  name_sealed: string;
  phone_sealed: string;
  phone_index: string;
  phone_last4_index: string;
  made_by: 'counter' | 'resident';
  made_at: Time;
  post_id: string | null;
  state: 'booked' | 'arrived' | 'cancelled';
  ticket_id: string | null;
  ended_at: Time | null;
};

export type AppointmentSlotTable = {
  county_code: string;
  center_id: string;
  day: string;
  slot: string;
  taken: number;
};

export type HallDeviceTable = {
  id: string;
  county_code: string;
  center_id: string;
  kind: 'kiosk' | 'display' | 'counter';
  counter_number: number | null;
  name: string;
  token_hash: string;
  created_at: Time;
  created_by_post_id: string;
  seen_at: Time | null;
  revoked_at: Time | null;
  revoked_by_post_id: string | null;
};

export type DeliveryTable = {
  county_code: string;
  id: string;
  matter_id: string;
  party_id: string;
  event_type: string;
  channel: 'sms' | 'call' | 'letter';
  state: 'due' | 'sending' | 'printed' | 'sent' | 'delivered' | 'failed' | 'cancelled';
  why: Generated<string>;
  desk: string;
  body: string;
  reference: string | null;
  attempts: Generated<number>;
  due_at: Time;
  created_at: Time;
  sent_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_by_post_id: ColumnType<string | null, string | null | undefined, string | null>;
};

export type ContactWishTable = {
  county_code: string;
  matter_id: string;
  party_id: string;
  channel: 'sms' | 'call' | 'letter' | 'none';
  note: Generated<string>;
  set_at: Time;
  set_by_post_id: string | null;
};

type MaybeAt = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export type AttendanceTable = {
  county_code: string;
  center_id: string;
  day: string;
  unit_id: string;
  state: 'present' | 'late' | 'absent' | 'left';
  post_id: string | null;
  counter_number: number | null;
  arrived_at: MaybeAt;
  left_at: MaybeAt;
  expected_time: string | null;
  note: Generated<string>;
  marked_by_post_id: string;
  marked_at: Time;
};

export type AttendanceChangeTable = {
  county_code: string;
  id: string;
  center_id: string;
  unit_id: string;
  kind: 'moved' | 'off' | 'extra' | 'hours';
  day: string;
  moved_to: string | null;
  from_time: string | null;
  to_time: string | null;
  counter_number: number | null;
  reason: string;
  made_by_post_id: string;
  made_at: Time;
  withdrawn_at: MaybeAt;
  withdrawn_by_post_id: Generated<string | null>;
};

export type CallContactTable = {
  county_code: string;
  center_id: string;
  unit_id: string;
  position: number;
  post_id: string;
};

export type CallOutTable = {
  county_code: string;
  id: string;
  center_id: string;
  unit_id: string;
  day: string;
  state: 'called' | 'coming' | 'refused' | 'arrived' | 'cancelled';
  reason: string;
  place: string;
  code: string | null;
  promised_minutes: number;
  round: Generated<number>;
  called_post_ids: string[];
  called_at: Time;
  last_called_at: Time;
  called_by_post_id: string;
  answered_at: MaybeAt;
  answered_by_post_id: Generated<string | null>;
  eta_minutes: Generated<number | null>;
  answer: Generated<string>;
  instead_unit_id: Generated<string | null>;
  arrived_at: MaybeAt;
  ended_at: MaybeAt;
  seen_by: string[];
};

export type AlarmTable = {
  county_code: string;
  id: string;
  center_id: string;
  day: string;
  kind: 'violence' | 'selfHarm' | 'other';
  place: string;
  drill: boolean;
  raised_at: Time;
  raised_by_post_id: string;
  told_post_ids: string[];
  ended_at: MaybeAt;
  ended_by_post_id: Generated<string | null>;
  outcome: Generated<'calmed' | 'police' | 'ambulance' | 'policeAndAmbulance' | 'mistaken' | 'drillDone' | null>;
  measures: Generated<string>;
  seen_by: string[];
};

export type AlarmAnswerTable = {
  county_code: string;
  alarm_id: string;
  post_id: string;
  at: Time;
  seen_by: string[];
};

export type RosterMonthTable = {
  county_code: string;
  center_id: string;
  month: string;
  state: 'draft' | 'published';
  drawn_by_post_id: string;
  drawn_at: Time;
  published_by_post_id: Generated<string | null>;
  published_at: MaybeAt;
};

export type RosterShiftTable = {
  county_code: string;
  center_id: string;
  day: string;
  shift: string;
  part: 'leader' | 'officer';
  post_id: string;
  phone: Generated<string>;
};

export type RosterSwapTable = {
  county_code: string;
  id: string;
  center_id: string;
  day: string;
  shift: string;
  part: 'leader' | 'officer';
  post_id: string;
  other_post_id: string;
  other_day: string | null;
  other_shift: string | null;
  state: 'asked' | 'agreed' | 'refused' | 'withdrawn';
  reason: string;
  asked_at: Time;
  ended_at: MaybeAt;
};

export type ShiftEntryTable = {
  county_code: string;
  id: string;
  center_id: string;
  day: string;
  shift: string;
  at: Time;
  body: string;
  post_id: string;
  open: boolean;
  settled_at: MaybeAt;
  settled_by_post_id: Generated<string | null>;
  settled_words: Generated<string>;
  seen_by: string[];
};

export type ShiftHandoverTable = {
  county_code: string;
  center_id: string;
  day: string;
  shift: string;
  facts: Json<unknown>;
  chain_head: string;
  words: Generated<string>;
  given_by_post_id: string;
  given_at: Time;
  taken_by_post_id: Generated<string | null>;
  taken_at: MaybeAt;
  seen_by: string[];
};

export type AbsenceTable = {
  county_code: string;
  id: string;
  unit_id: string;
  post_id: string;
  from_day: string;
  to_day: string;
  reason: string;
  state: 'open' | 'asked' | 'granted' | 'refused' | 'ended' | 'withdrawn';
  cover_by_post_id: Generated<string | null>;
  cover_post_id: Generated<string | null>;
  asked_by_post_id: string;
  asked_at: Time;
  decided_by_post_id: Generated<string | null>;
  decided_at: MaybeAt;
  decision: Generated<string>;
};

export type DisputeLinkTable = {
  county_code: string;
  id: string;
  matter_id: string;
  lead_id: string;
  since_status: string;
  lead_unit_id: string | null;
  lead_handler_post_id: string | null;
  lead_center_id: string;
  lead_status: string;
  lead_opened_at: Time;
  linked_at: Time;
  linked_by_post_id: string | null;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  how_ended: ColumnType<'split' | 'closed' | 'moved' | null, 'split' | 'closed' | 'moved' | null | undefined>;
};

export type SameKeyTable = {
  county_code: string;
  kind: 'identity' | 'phone' | 'name' | 'address' | 'place' | 'fresh';
  value: string;
  matter_id: string;
  at: Time;
};

export type SamePairTable = {
  county_code: string;
  matter_id: string;
  other_id: string;
  reasons: string[];
  found_at: Time;
  state: Generated<'open' | 'different' | 'linked'>;
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  decided_by_post_id: ColumnType<string | null, string | null | undefined, string | null>;
};

export type NotSameTable = {
  county_code: string;
  draft_id: string;
  other_id: string;
  owner: string;
  at: Time;
};

export type PreventionTable = {
  county_code: string;
  id: string;
  matter_id: string;
  kind: 'criminal' | 'groupPetition';
  people: number;
  at: Time;
  post_id: string | null;
};

export type ReportFormTable = {
  county_code: string;
  id: string;
  center_id: string;
  name: string;
  issuer: Generated<string>;
  kind: 'xlsx' | 'docx';
  cutoff_day: Generated<number>;
  draft_day: Generated<number>;
  hand_in_day: number | null;
  filler_post_id: string | null;
  version: Generated<number>;
  revision: Generated<number>;
  active: Generated<boolean>;
  seen_by: string[];
  created_at: Time;
  created_by_post_id: string | null;
};

export type ReportFormVersionTable = {
  county_code: string;
  form_id: string;
  version: number;
  sha256: string;
  file_name: string;
  grid: Json<unknown>;
  mapping: ColumnType<unknown, string | undefined, string>;
  seen_by: string[];
  uploaded_at: Time;
  uploaded_by_post_id: string | null;
};

export type ReportFillTable = {
  county_code: string;
  id: string;
  form_id: string;
  version: number;
  period_from: string;
  period_to: string;
  state: 'draft' | 'handedIn';
  as_of: Time;
  answers: Json<unknown>;
  manual: ColumnType<unknown, string | undefined, string>;
  revision: Generated<number>;
  seen_by: string[];
  created_at: Time;
  handed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  handed_by: ColumnType<string | null, string | null | undefined, string | null>;
  handed_by_post_id: ColumnType<string | null, string | null | undefined, string | null>;
  hash: ColumnType<string | null, string | null | undefined, string | null>;
  sha256: ColumnType<string | null, string | null | undefined, string | null>;
};

export type ReportSnapshotTable = {
  county_code: string;
  id: string;
  ask: Json<unknown>;
  as_of: Time;
  figures: Json<unknown>;
  hash: string;
  seen_by: string[];
  handed_at: Time;
  handed_by: string | null;
  handed_by_post_id: string | null;
};

export type ClueTable = {
  county_code: string;
  id: string;
  reporter: string;
  reporter_post_id: string;
  desk: string;
  kind: 'dispute' | 'danger' | 'other';
  urgent: boolean;
  text: string;
  region_code: string;
  place: Generated<string>;
  state: 'reported' | 'taken' | 'registered' | 'answered' | 'withdrawn';
  answer: Generated<string>;
  reported_at: Time;
  taken_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  taken_by_post_id: ColumnType<string | null, string | null | undefined, string | null>;
  matter_id: ColumnType<string | null, string | null | undefined, string | null>;
};

export type ClueFileTable = {
  county_code: string;
  clue_id: string;
  reporter: string;
  desk: string;
  id: string;
  sha256: string;
  name: string;
  mime: string;
  size: number;
};

export type LedgerViewTable = {
  id: string;
  county_code: string;
  name: string;
  search: Json<unknown>;
  columns: Json<unknown>;
  owner_post_id: string;
  owner_user_id: string;
  audience: 'own' | 'unit' | 'region';
  unit_id: string | null;
  region_code: string | null;
  revision: Generated<number>;
  created_at: Time;
  saved_at: Time;
  saved_by: string;
};

export type LedgerLayoutTable = {
  post_id: string;
  columns: Json<unknown>;
  default_view_id: string | null;
  saved_at: Time;
};

export type LedgerOutputTable = {
  county_code: string;
  id: string;
  kind: 'excel' | 'list' | 'slips' | 'sheets';
  title: string;
  sentence: string;
  columns: string[];
  row_count: number;
  as_of: Time;
  post_id: string;
  user_id: string;
  role: string;
  unit_id: string;
  shared: boolean;
  unmasked: string[];
  purpose: Generated<string>;
  matters: Json<unknown>;
  files: Json<unknown>;
  created_at: Time;
  keep_until: Time;
  removed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type TakenStepTable = {
  county_code: string;
  matter_id: string;
  event_id: string;
  seq: number;
  step: string;
  post_id: string;
  at: Time;
  version: number;
  undo: Json<unknown>;
};

export type Schema = {
  taken_step: TakenStepTable;
  visible_taken_step: TakenStepTable;
  ledger_view: LedgerViewTable;
  ledger_layout: LedgerLayoutTable;
  ledger_output: LedgerOutputTable;
  clue: ClueTable;
  clue_file: ClueFileTable;
  dispute_link: DisputeLinkTable;
  visible_dispute_link: DisputeLinkTable;
  visible_lead_link: DisputeLinkTable;
  same_key: SameKeyTable;
  same_pair: SamePairTable;
  visible_same_pair: SamePairTable;
  not_same: NotSameTable;
  attendance: AttendanceTable;
  attendance_change: AttendanceChangeTable;
  call_contact: CallContactTable;
  call_out: CallOutTable;
  alarm: AlarmTable;
  alarm_answer: AlarmAnswerTable;
  roster_month: RosterMonthTable;
  roster_shift: RosterShiftTable;
  roster_swap: RosterSwapTable;
  shift_entry: ShiftEntryTable;
  shift_handover: ShiftHandoverTable;
  absence: AbsenceTable;
  delivery: DeliveryTable;
  visible_delivery: DeliveryTable;
  contact_wish: ContactWishTable;
  visible_contact_wish: ContactWishTable;
  topology: TopologyTable;
  region: RegionTable;
  unit: UnitTable;
  center: CenterTable;
  counter: CounterTable;
  room: RoomTable;
  presence: PresenceTable;
  category: CategoryTable;
  duty_entry: DutyEntryTable;
  app_user: AppUserTable;
  post: PostTable;
  setting_version: SettingVersionTable;
  setting_draft: SettingDraftTable;
  calendar_year: CalendarYearTable;
  calendar_day: CalendarDayTable;
  calendar_version: CalendarVersionTable;
  calendar_draft: CalendarDraftTable;
  move_run: MoveRunTable;
  clock_move: ClockMoveTable;
  visible_clock_move: ClockMoveTable;
  session: SessionTable;
  trail: TrailTable;
  outbox: OutboxTable;
  serial_block: SerialBlockTable;
  code_alias: CodeAliasTable;
  recurring_run: RecurringRunTable;
  matter: MatterTable;
  matter_seen: MatterSeenTable;
  search_entry: SearchEntryTable;
  matter_todo: MatterTodoTable;
  matter_kind: MatterKindTable;
  matter_clock: MatterClockTable;
  job: JobTable;
  matter_event: MatterEventTable;
  note: NoteTable;
  upload: UploadTable;
  matter_file: MatterFileTable;
  notice: NoticeTable;
  command_result: CommandResultTable;
  dispute: DisputeTable;
  import_run: ImportRunTable;
  import_row: ImportRowTable;
  import_word: ImportWordTable;
  paper_pad: PaperPadTable;
  paper_code: PaperCodeTable;
  party: PartyTable;
  dispute_unit: DisputeUnitTable;
  settlement: SettlementTable;
  settlement_item: SettlementItemTable;
  material_request: MaterialRequestTable;
  extension_request: ExtensionRequestTable;
  return_visit: ReturnVisitTable;
  rating: RatingTable;
  access_slip: AccessSlipTable;
  supervision_notice: SupervisionNoticeTable;
  supervision_notice_unit: SupervisionNoticeUnitTable;
  doc_number: DocNumberTable;
  visit: VisitTable;
  ticket: TicketTable;
  ticket_serial: TicketSerialTable;
  counter_seat: CounterSeatTable;
  appointment: AppointmentTable;
  appointment_slot: AppointmentSlotTable;
  hall_device: HallDeviceTable;
  unit_dispatch: UnitDispatchTable;
  ruling: RulingTable;
  prevention: PreventionTable;
  visible_prevention: PreventionTable;
  report_form: ReportFormTable;
  report_form_version: ReportFormVersionTable;
  report_fill: ReportFillTable;
  report_snapshot: ReportSnapshotTable;
  visible_matter_clock: MatterClockTable;
  visible_matter_event: MatterEventTable;
  visible_note: NoteTable;
  visible_matter_file: MatterFileTable;
  visible_dispute: DisputeTable;
  visible_party: PartyTable;
  visible_dispute_unit: DisputeUnitTable;
  visible_settlement: SettlementTable;
  visible_settlement_item: SettlementItemTable;
  visible_material_request: MaterialRequestTable;
  visible_extension_request: ExtensionRequestTable;
  visible_return_visit: ReturnVisitTable;
  visible_rating: RatingTable;
  visible_access_slip: AccessSlipTable;
  visible_supervision_notice: SupervisionNoticeTable;
  visible_supervision_notice_unit: SupervisionNoticeUnitTable;
  visible_unit_dispatch: UnitDispatchTable;
  visible_ruling: RulingTable;
  reassignment: ReassignmentTable;
  visible_reassignment: ReassignmentTable;
  phrase: PhraseTable;
  reorganization: ReorganizationTable;
  network_successor: NetworkSuccessorTable;
  post_batch: PostBatchTable;
};
