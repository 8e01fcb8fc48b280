import type { ColumnType, InsertType, SelectType, UpdateType } from 'kysely';

// biome-ignore-all format: written from the migrated database by `node bin/run.mjs bin/schema.ts`, never by hand
type Time = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;
/** The database has a value for it when none is given. */
type Given<T> = ColumnType<SelectType<T>, InsertType<T> | undefined, UpdateType<T>>;

export type AbsenceTable = {
  county_code: string;
  id: string;
  unit_id: string;
  post_id: string;
  from_day: string;
  to_day: string;
  reason: string;
  state: 'open' | 'asked' | 'granted' | 'refused' | 'ended' | 'withdrawn';
  cover_by_post_id: string | null;
  cover_post_id: string | null;
  asked_by_post_id: string;
  asked_at: Time;
  decided_by_post_id: string | null;
  decided_at: Time | null;
  decision: Given<string>;
};

export type AccessSlipTable = {
  county_code: string;
  id: string;
  matter_id: string;
  party_id: string;
  pin_hash: string;
  issued_at: Time;
  issued_by_post_id: string | null;
  failures: Given<number>;
  next_try_at: Time | null;
  locked_until: Time | null;
  revoked_at: Time | null;
};

export type AdminResetTable = {
  id: string;
  user_id: string;
  what: 'password' | 'secondFactor';
  county_code: string;
  asked_by: string;
  asked_at: Time;
  ended_by: string | null;
  ended_at: Time | null;
  outcome: 'confirmed' | 'refused' | null;
};

export type AgreementTable = {
  county_code: string;
  id: string;
  matter_id: string;
  number: string | null;
  form: 'written' | 'oral' | 'onTheSpot';
  version: number;
  digest: string;
  party_ids: string[];
  created_at: Time;
  locked_at: Time | null;
  voided_at: Time | null;
  group_id: string | null;
};

export type AgreementAttestationTable = {
  county_code: string;
  id: string;
  matter_id: string;
  agreement_id: string;
  version: number;
  what: 'mediator' | 'seal';
  post_id: string;
  on_day: string;
  at: Time;
  by_post_id: string;
};

export type AgreementGroupTable = {
  county_code: string;
  id: string;
  matter_id: string;
  terms: Json;
  rows: Json;
  created_at: Time;
};

export type AgreementVersionTable = {
  county_code: string;
  id: string;
  matter_id: string;
  agreement_id: string;
  version: number;
  terms: Json;
  words: string;
  digest: string;
  reason: string;
  at: Time;
  by_post_id: string;
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
  ended_at: Time | null;
  ended_by_post_id: string | null;
  outcome: 'calmed' | 'police' | 'ambulance' | 'policeAndAmbulance' | 'mistaken' | 'drillDone' | null;
  measures: Given<string>;
  seen_by: string[];
};

export type AlarmAnswerTable = {
  county_code: string;
  alarm_id: string;
  post_id: string;
  at: Time;
  seen_by: string[];
};

export type AppUserTable = {
  id: string;
  login: string;
  name: string;
  initials: Given<string>;
  phone_sealed: string | null;
  password_hash: string | null;
  password_set_at: Time | null;
  totp_sealed: string | null;
  totp_last_counter: number | null;
  demo: Given<boolean>;
  active: Given<boolean>;
  created_at: Time;
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

export type AttemptTable = {
  key: string;
  failures: number;
  since: Time;
  at: Time;
  next_try_at: Time | null;
  locked_until: Time | null;
};

export type AttendanceTable = {
  county_code: string;
  center_id: string;
  day: string;
  unit_id: string;
  state: 'present' | 'late' | 'absent' | 'left';
  post_id: string | null;
  counter_number: number | null;
  arrived_at: Time | null;
  left_at: Time | null;
  expected_time: string | null;
  note: Given<string>;
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
  withdrawn_at: Time | null;
  withdrawn_by_post_id: string | null;
};

export type BoardClockTable = {
  county_code: string;
  matter_id: string;
  id: string;
  kind: string;
  rule: Json;
  pauses: Json;
  binds: string;
  started_at: Time;
  due_at: Time | null;
  stopped_at: Time | null;
  stop_reason: string | null;
  unit_id: string | null;
  unit_since: Time | null;
  matter_kind: string;
  matter_status: string;
  matter_due_at: Time | null;
  region_code: string;
  category_code: string | null;
  receiving_center_id: string;
  lead_unit_id: string | null;
  restricted: boolean;
  seen_by: string[];
  counted_with_id: string | null;
};

export type BookingTable = {
  id: string;
  group_id: string;
  county_code: string;
  center_id: string;
  room_id: string | null;
  post_id: string | null;
  user_id: string | null;
  from_at: Time;
  to_at: Time;
  matter_county: string | null;
  matter_id: string | null;
  made_by_post_id: string;
  made_at: Time;
  state: 'held' | 'needsRoom' | 'released';
  reason: 'notNeeded' | 'otherTime' | 'cannotCome' | 'roomUnusable' | 'other' | null;
  ended_by_post_id: string | null;
  ended_at: Time | null;
};

export type BookingFeedTable = {
  token_hash: string;
  user_id: string;
  post_id: string;
  made_at: Time;
  asked_at: Time | null;
  ended_at: Time | null;
};

export type BriefingTable = {
  county_code: string;
  center_id: string;
  day: string;
  due_at: Time;
  made_at: Time;
  counts: Json;
};

export type BriefingAlarmTable = {
  county_code: string;
  center_id: string;
  day: string;
  raised_at: Time;
};

export type BriefingReaderTable = {
  post_id: string;
  asked_at: Time;
};

export type CalendarDayTable = {
  day: string;
  year: number;
  kind: 'holiday' | 'workday';
  name: string;
};

export type CalendarDraftTable = {
  year: number;
  base_version: number;
  revision: number;
  source: string;
  published_on: string | null;
  days: Json;
  saved_by: string | null;
  saved_at: Time;
};

export type CalendarVersionTable = {
  year: number;
  version: number;
  source: string;
  published_on: string | null;
  days: Json;
  published_at: Time | null;
  published_by: string | null;
  run_id: string | null;
};

export type CalendarYearTable = {
  year: number;
  version: number;
  source: string;
  published_on: string | null;
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
  round: Given<number>;
  called_post_ids: string[];
  called_at: Time;
  last_called_at: Time;
  called_by_post_id: string;
  answered_at: Time | null;
  answered_by_post_id: string | null;
  eta_minutes: number | null;
  answer: Given<string>;
  instead_unit_id: string | null;
  arrived_at: Time | null;
  ended_at: Time | null;
  seen_by: string[];
};

export type CategoryTable = {
  code: string;
  name: string;
  initials: Given<string>;
  mapped_to: string | null;
  note: string | null;
  position: number;
  active: Given<boolean>;
  english: Given<string>;
  never_confirmable: string | null;
};

export type CenterTable = {
  id: string;
  address: string | null;
  area_m2: string | null;
  facts: Given<Json>;
  note: string | null;
};

export type ClaimantTable = {
  county_code: string;
  party_id: string;
  matter_id: string;
  items: Given<Json>;
  period: Given<string>;
  evidence: Given<string[]>;
  evidence_note: Given<string>;
  bank: Given<string>;
  account_sealed: string | null;
  account_last4: string | null;
  note: Given<string>;
  chosen_scope: 'general' | 'special' | null;
  left_ground: 'withdrew' | 'court' | 'paid' | null;
};

export type ClockJumpTable = {
  id: string;
  noticed_at: Time;
  seconds: number;
  released_at: Time | null;
  released_by: string | null;
};

export type ClockMoveTable = {
  county_code: string;
  run_id: string;
  matter_id: string;
  clock_id: string;
  kind: string;
  from_due: Time | null;
  to_due: Time | null;
  calendar_version: string;
  provisional: boolean;
  rule: Json | null;
  settings_version: number | null;
  lead_to: Time | null;
  state_before: string;
  state_after: string;
  event_seq: number;
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
  place: Given<string>;
  state: 'reported' | 'taken' | 'registered' | 'answered' | 'withdrawn';
  answer: Given<string>;
  reported_at: Time;
  taken_at: Time | null;
  ended_at: Time | null;
  taken_by_post_id: string | null;
  matter_id: string | null;
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

export type CodeAliasTable = {
  code: string;
  county_code: string;
  matter_id: string;
  created_at: Time;
};

export type CommandResultTable = {
  county_code: string;
  command_id: string;
  actor_key: string;
  target: string;
  matter_id: string;
  at: Time;
  result: Json;
};

export type ContactWishTable = {
  county_code: string;
  matter_id: string;
  party_id: string;
  channel: 'sms' | 'call' | 'letter' | 'none';
  note: Given<string>;
  set_at: Time;
  set_by_post_id: string | null;
};

export type CounterTable = {
  id: string;
  center_id: string;
  number: number;
  name: string;
  zone: string | null;
  assumed: Given<boolean>;
  active: Given<boolean>;
  mode: Given<'resident' | 'rotating'>;
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

export type DeliveryTable = {
  county_code: string;
  id: string;
  matter_id: string;
  party_id: string;
  event_type: string;
  channel: 'sms' | 'call' | 'letter';
  state: 'due' | 'sending' | 'printed' | 'sent' | 'delivered' | 'failed' | 'cancelled';
  why: Given<string>;
  desk: string;
  body: string;
  reference: string | null;
  attempts: Given<number>;
  due_at: Time;
  created_at: Time;
  sent_at: Time | null;
  ended_at: Time | null;
  ended_by_post_id: string | null;
  parts: Given<Json>;
};

export type DisputeTable = {
  county_code: string;
  matter_id: string;
  source: string;
  first_contact_post_id: string | null;
  first_contact_unit_id: string;
  facts: string;
  demands: Given<string>;
  occurred_on: string | null;
  address: Given<string>;
  township_code: string | null;
  community_code: string | null;
  grid_code: string | null;
  people_involved: Given<number>;
  amount_cents: number | null;
  willing: 'yes' | 'no' | 'undecided';
  parties_line: Given<string>;
  party_count: Given<number>;
  difficulty: 'simple' | 'ordinary' | 'complex' | null;
  urgency: 'low' | 'medium' | 'high' | null;
  gravity: 'low' | 'medium' | 'high' | null;
  violence: Given<Json>;
  outcome: 'settled' | 'failed' | 'withdrawn' | 'terminated' | null;
  dispatch_undo_until: Time | null;
  dispatched_at: Time | null;
  duty_entry_id: string | null;
  former_unit_ids: Given<string[]>;
  reopened: Given<number>;
  contested: Given<boolean>;
  entered_offline: Given<boolean>;
  import_run_id: string | null;
  old_number: string | null;
  entered_at: Time | null;
  contact_post_id: string | null;
  former_post_ids: Given<string[]>;
  handing_post_ids: Given<string[]>;
  import_undone_at: Time | null;
  reminded_at: Time | null;
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
  ended_at: Time | null;
  how_ended: 'split' | 'closed' | 'moved' | null;
};

export type DisputeUnitTable = {
  county_code: string;
  matter_id: string;
  unit_id: string;
  task: Given<string>;
  added_at: Time;
  done_at: Time | null;
  removed_at: Time | null;
};

export type DocNumberTable = {
  county_code: string;
  office_id: string;
  series: string;
  year: number;
  last_number: number;
};

export type DoorTable = {
  county_code: string;
  matter_id: string;
  way: string;
  joint: boolean;
  applicant_ids: string[];
  opener_post_id: string | null;
  body_unit_id: string | null;
  body_name: string;
  how: 'here' | 'packet' | 'paper' | null;
  body_number: string | null;
  handed_in_on: string | null;
  served_on: string | null;
  result: string | null;
  ground: string | null;
  result_on: string | null;
  about_status: string;
  about_unit_id: string | null;
  about_post_id: string | null;
};

export type DoorAnswerTable = {
  county_code: string;
  id: string;
  matter_id: string;
  field: string;
  value: string;
  sealed: boolean;
  at: Time;
};

export type DossierTable = {
  county_code: string;
  matter_id: string;
  version: number;
  cover: Json | null;
  situation: string;
  file_ids: string[] | null;
  retention: 'short' | 'long' | 'permanent' | null;
  retention_reason: Given<string>;
  kept_at: Time;
  kept_by_post_id: string;
  left_out_ids: string[] | null;
  identity_reason: Given<string>;
};

export type DutyEntryTable = {
  id: string;
  county_code: string;
  category_code: string;
  region_code: string;
  unit_id: string | null;
  target: Given<'unit' | 'township' | 'center'>;
  supporting_unit_ids: Given<string[]>;
  basis: string;
  status: Given<'G' | 'V'>;
  effective_from: string;
  effective_to: string | null;
  version: Given<number>;
  reason: Given<string>;
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
  decided_at: Time | null;
};

export type FigureChangeTable = {
  id: Given<number>;
  county_code: string;
  matter_id: string;
};

export type FigureDisputeTable = {
  county_code: string;
  matter_id: string;
  group_id: number;
  figures: number[];
  amounts: number[];
  times: Time[];
  prevs: Time[];
};

export type FigureGroupTable = {
  id: number;
  county_code: string;
  category: string;
  source: string;
  region: string;
  center: string;
  unit: string;
  difficulty: string;
};

export type FigureMomentTable = {
  county_code: string;
  day: Time;
  id: number;
  groups: number[];
  figures: number[];
  times: Time[];
  prevs: Time[];
  amounts: number[];
};

export type FigureSumTable = {
  county_code: string;
  grain: 'day' | 'month' | 'all';
  start: Time;
  group_id: number;
  prev: Time;
  registered: number | null;
  accepted: number | null;
  declined: number | null;
  sent_back: number | null;
  settled: number | null;
  failed: number | null;
  withdrawn: number | null;
  terminated: number | null;
  concluded: number | null;
  closed: number | null;
  struck_off: number | null;
  reopened: number | null;
  visited: number | null;
  people_involved: number | null;
  accepted_open: number | null;
  open: number | null;
  due: number | null;
  late: number | null;
  ratings: number | null;
  satisfied: number | null;
  agreed_amount: number | null;
  prevented_criminal: number | null;
  prevented_criminal_people: number | null;
  prevented_petition: number | null;
  prevented_petition_people: number | null;
  over: number | null;
  due_amount: number | null;
  paid_of_due: number | null;
};

export type FiledPaperTable = {
  county_code: string;
  id: string;
  matter_id: string;
  form: string;
  subject_id: string | null;
  file_id: string;
  pages: number;
  page_numbers: Given<number[]>;
  filed_at: Time;
  filed_by_post_id: string;
  source: 'scan' | 'upload';
  removed_at: Time | null;
  removed_reason: string | null;
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

export type ImportRowTable = {
  county_code: string;
  run_id: string;
  row_number: number;
  center_id: string;
  result: 'ready' | 'wrong' | 'same' | 'changed' | 'possible';
  fingerprint: string;
  number_index: string | null;
  problems_sealed: string | null;
  like_matter_ids: Given<string[]>;
  like_row: number | null;
  chosen: Given<boolean>;
  matter_id: string | null;
  applied_at: Time | null;
  undone_at: Time | null;
  twin_index: string | null;
  opened_on: string | null;
  like_file: string | null;
};

export type ImportRunTable = {
  county_code: string;
  id: string;
  center_id: string;
  file_name: string;
  file_sha256: string;
  file_size: number;
  shape: Json;
  mapping: Json;
  revision: Given<number>;
  checked_revision: Given<number>;
  state: 'draft' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone' | 'dropped';
  counts: Given<Json>;
  findings: Given<Json>;
  job_id: string | null;
  uploaded_at: Time;
  uploaded_by_post_id: string | null;
  checked_at: Time | null;
  applied_at: Time | null;
  applied_by_post_id: string | null;
  undone_at: Time | null;
  undone_by_post_id: string | null;
};

export type ImportWordTable = {
  county_code: string;
  center_id: string;
  kind: string;
  word: string;
  ours: string;
  at: Time;
};

export type InquiryTable = {
  county_code: string;
  id: string;
  matter_id: string;
  note_id: string;
  party_id: string | null;
  witness: Given<string>;
  relation: Given<string>;
  held_on: string;
  place: string;
  others: Given<string>;
  post_id: string;
  at: Time;
};

export type JobTable = {
  id: string;
  kind: string;
  county_code: string;
  owner: string;
  started_by: string | null;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  done: Given<number>;
  total: Given<number>;
  input: Json;
  result: Json | null;
  problem: string | null;
  cancel_requested: Given<boolean>;
  started_at: Time;
  beat_at: Time;
  ended_at: Time | null;
};

export type KeyCheckTable = {
  name: 'masterKey' | 'qrSecret';
  value: string;
  made_at: Time;
};

export type KnownDeviceTable = {
  token_hash: string;
  user_id: string;
  since: Time;
  used_at: Time;
};

export type LedgerLayoutTable = {
  post_id: string;
  columns: Json;
  default_view_id: string | null;
  saved_at: Time;
};

export type LedgerOutputTable = {
  county_code: string;
  id: string;
  kind: 'excel' | 'list' | 'slips' | 'sheets' | 'dossier' | 'papers';
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
  purpose: Given<string>;
  matters: Json;
  files: Json;
  created_at: Time;
  keep_until: Time;
  removed_at: Time | null;
};

export type LedgerViewTable = {
  id: string;
  county_code: string;
  name: string;
  search: Json;
  columns: Json;
  owner_post_id: string;
  owner_user_id: string;
  audience: 'own' | 'unit' | 'region';
  unit_id: string | null;
  region_code: string | null;
  revision: Given<number>;
  created_at: Time;
  saved_at: Time;
  saved_by: string;
};

export type LeftVisitTable = {
  county_code: string;
  slip_id: string;
  opened_at: Time;
  left_at: Time;
};

export type LegalReviewTable = {
  id: string;
  county_code: string;
  sentence_id: string;
  digest: string;
  reviewer: string;
  reviewed_on: string;
  valid_until: string;
  note: Given<string>;
  entered_by: string;
  entered_post_id: string | null;
  entered_at: Time;
  published_by: string | null;
  published_at: Time | null;
  withdrawn_by: string | null;
  withdrawn_at: Time | null;
  reason: Given<string>;
};

export type ListedDisputeTable = {
  county_code: string;
  matter_id: string;
  opened_at: Time;
  due_at: Time;
  updated_at: Time;
  people_involved: number;
  reopened: Given<number>;
  contested: Given<boolean>;
  status: string;
  category_code: string | null;
  region_code: string;
  receiving_center_id: string;
  source: string;
  lead_unit_id: string | null;
  handler_post_id: string | null;
  first_contact_post_id: string | null;
  difficulty: string | null;
  urgency: string | null;
  gravity: string | null;
  outcome: string | null;
  amount_cents: number | null;
  closed_at: Time | null;
  former_unit_ids: string[] | null;
  former_post_ids: string[] | null;
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
  decided_at: Time | null;
  ended_at: Time | null;
  ground: Given<'material' | 'appraisal' | 'court' | 'otherUnit' | 'partyAbsent' | 'forceMajeure'>;
  unit_id: string | null;
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
  due_at: Time | null;
  seen_by: string[];
  restricted: Given<boolean>;
  settings_version: Given<number>;
  version: Given<number>;
  event_seq: Given<number>;
  event_hash: Given<string>;
  opened_at: Time;
  closed_at: Time | null;
  updated_at: Time;
  counted_with_id: string | null;
  about_id: string | null;
  about_code: string | null;
  named_post_ids: Given<string[]>;
};

export type MatterClockTable = {
  county_code: string;
  id: string;
  matter_id: string;
  kind: string;
  rule: Json;
  calendar_version: string;
  started_at: Time;
  due_at: Time | null;
  provisional: Given<boolean>;
  pauses: Given<Json>;
  stopped_at: Time | null;
  stop_reason: string | null;
  warned_at: Time | null;
  overdue_at: Time | null;
  extensions: Given<Json>;
  due_history: Given<Json>;
  binds: Given<'ours' | 'party' | 'other'>;
  unit_id: string | null;
  unit_since: Time | null;
  quiet_until: Time | null;
  party_id: string | null;
  to_tell: Given<string[]>;
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
  data: Json;
  previous_hash: string;
  hash: string;
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

export type MatterKindTable = {
  kind: string;
  supervised: boolean;
};

export type MatterSeenTable = {
  county_code: string;
  viewer: string;
  matter_id: string;
  kind: string;
  status: string;
  due_at: Given<Time>;
  opened_at: Time;
};

export type MatterTodoTable = {
  county_code: string;
  id: string;
  matter_id: string;
  owner: string;
  act: string;
  clock_kind: string | null;
  due_at: Given<Time>;
  since: Time;
  owed_from: Given<Time>;
};

export type MediationBodyTable = {
  county_code: string;
  unit_id: string;
  kind: 'people' | 'industry' | 'professional' | 'commercial' | 'studio' | 'team';
  parent_unit_id: string | null;
  term_from: string | null;
  term_to: string | null;
  members: number | null;
  women: number | null;
  seal_kept_by: string | null;
  founded_on: string | null;
  address: string | null;
  charges: Given<boolean>;
  note: string | null;
  term_told: string | null;
};

export type MediationBodyMemberTable = {
  unit_id: string;
  post_id: string;
  part: 'judge' | 'prosecutor' | 'police' | 'lawyer' | 'psychologist' | 'mediator';
};

export type MediatorAppointmentTable = {
  county_code: string;
  id: string;
  matter_id: string;
  post_id: string;
  unit_id: string;
  basis: 'proposed' | 'chosen';
  state: 'appointed' | 'accepted' | 'tied' | 'objected' | 'released';
  appointed_at: Time;
  ended_at: Time | null;
  reason: string | null;
  ties: Given<string[]>;
  declared_at: Time | null;
  objected_at: Time | null;
  objected_party_id: string | null;
  consented_at: Time | null;
};

export type MediatorProfileTable = {
  county_code: string;
  post_id: string;
  skills: Given<string[]>;
  fields: Given<string[]>;
  languages: Given<string[]>;
  term_from: string | null;
  term_to: string | null;
  status: Given<'active' | 'resting' | 'ended'>;
  studio_unit_id: string | null;
  note: string | null;
  term_told: string | null;
};

export type MoveRunTable = {
  id: string;
  subject: string;
  state: 'planning' | 'planned' | 'applied';
  plan: Json;
  counties: string[];
  tally: Given<Json>;
  planned_by: string | null;
  planned_at: Time;
  applied_by: string | null;
  applied_at: Time | null;
};

export type NetworkSuccessorTable = {
  old_id: string;
  holds: 'unit' | 'region' | 'post';
  new_id: string;
  old_name: string;
  since: string;
  reorganization_id: string;
};

export type NotSameTable = {
  county_code: string;
  draft_id: string;
  other_id: string;
  owner: string;
  at: Time;
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

export type NoticeTable = {
  county_code: string;
  id: string;
  owner: string;
  matter_id: string | null;
  code: string | null;
  text: string;
  at: Time;
  read_at: Time | null;
  page: string | null;
  restricted: boolean | null;
};

export type OutboxTable = {
  id: string;
  county_code: string;
  kind: string;
  payload: Json;
  created_at: Time;
  not_before: Time;
  attempts: Given<number>;
  done_at: Time | null;
  last_error: string | null;
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
  ended_at: Time | null;
  ended_by_post_id: string | null;
  void_reason: string | null;
};

export type PaperPadTable = {
  county_code: string;
  id: string;
  center_id: string;
  size: number;
  reserved_at: Time;
  reserved_by_post_id: string;
  printed_at: Time;
  prints: Given<number>;
};

export type PaperTemplateTable = {
  county_code: string;
  id: string;
  form: string;
  version: number;
  state: 'draft' | 'published' | 'ended' | 'withdrawn';
  title: string;
  blocks: Json;
  not_carried: string[];
  file_name: string;
  author_user_id: string;
  made_at: Time;
  published_by: string | null;
  published_at: Time | null;
  ended_by: string | null;
  ended_at: Time | null;
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
  address: Given<string>;
  contact_person: Given<string>;
  minor: Given<boolean>;
  represents_party_id: string | null;
  representation: 'guardian' | 'agent' | 'legalRepresentative' | 'chosenRepresentative' | null;
  authority: Given<string>;
  claim_cents: number | null;
  joined_at: Time | null;
  left_at: Time | null;
  chosen_party_id: string | null;
};

export type PaymentTable = {
  county_code: string;
  id: string;
  matter_id: string;
  payer_party_id: string;
  payee_party_id: string;
  cents: number;
  paid_on: string;
  how: 'cash' | 'transfer' | 'mobile' | 'goods' | 'court' | 'other';
  at: Time;
  undone_at: Time | null;
};

export type PaymentPartTable = {
  county_code: string;
  id: string;
  matter_id: string;
  payment_id: string;
  promise_id: string;
  cents: number;
};

export type PhraseTable = {
  id: string;
  county_code: string;
  unit_id: string;
  owner_user_id: string | null;
  steps: Given<string[]>;
  body: string;
  position: Given<number>;
  active: Given<boolean>;
  saved_by: string | null;
  saved_at: Time;
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
  created_at: Time;
  covers_post_id: string | null;
};

export type PostBatchTable = {
  id: string;
  county_code: string;
  changes: Json;
  saved_by: string;
  saved_at: Time;
  undone_by: string | null;
  undone_at: Time | null;
};

export type PresenceTable = {
  id: string;
  center_id: string;
  unit_id: string;
  mode: 'resident' | 'rotating' | 'onCall' | 'invited';
  weekdays: Given<number[]>;
  from_time: string | null;
  to_time: string | null;
  counter_id: string | null;
  call_minutes: number | null;
  assumed: Given<boolean>;
  active: Given<boolean>;
  note: string | null;
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

export type PromiseTable = {
  county_code: string;
  id: string;
  matter_id: string;
  settlement_id: string;
  position: number;
  obligation: string;
  amount_cents: number | null;
  due_on: string | null;
  performed_on: string | null;
  payer_party_id: string | null;
  payee_party_id: string | null;
  part: Given<'principal' | 'interest' | 'costs'>;
  paid_cents: Given<number>;
  state: Given<'open' | 'kept' | 'waived' | 'replaced'>;
  ended_at: Time | null;
  defaulted_at: Time | null;
  asked_at: Time | null;
  replaces_id: string | null;
  title: string | null;
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
  acknowledged_at: Time | null;
  undone_at: Time | null;
  ended_at: Time | null;
};

export type RecurringRunTable = {
  name: string;
  last_run_at: Time;
  last_result: Given<Json>;
  started_at: Time | null;
  ended_at: Time | null;
  outcome: 'done' | 'failed' | 'unchecked' | null;
  said: Given<string>;
  last_done_at: Time | null;
};

export type RegionTable = {
  code: string;
  name: string;
  short_name: string;
  level: 'city' | 'county' | 'township' | 'community' | 'grid';
  parent_code: string | null;
  county_code: string;
  initials: Given<string>;
  statistical: Given<boolean>;
  assumed: Given<boolean>;
  note: string | null;
  active: Given<boolean>;
};

export type ReorganizationTable = {
  id: string;
  county_code: string;
  kind: 'unit' | 'center' | 'township' | 'community' | 'grid';
  subject: string;
  plan: Json;
  reason: string;
  basis: string;
  effective_on: string;
  state: 'drafted' | 'applying' | 'applied' | 'withdrawn';
  drafted_by: string;
  drafted_at: Time;
  confirmed_by: string | null;
  confirmed_at: Time | null;
  job_id: string | null;
  counts: Given<Json>;
  applied_at: Time | null;
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
  answers: Json;
  manual: Given<Json>;
  revision: Given<number>;
  seen_by: string[];
  created_at: Time;
  handed_at: Time | null;
  handed_by: string | null;
  handed_by_post_id: string | null;
  hash: string | null;
  sha256: string | null;
};

export type ReportFormTable = {
  county_code: string;
  id: string;
  center_id: string;
  name: string;
  issuer: Given<string>;
  kind: 'xlsx' | 'docx';
  cutoff_day: Given<number>;
  draft_day: Given<number>;
  hand_in_day: number | null;
  filler_post_id: string | null;
  version: Given<number>;
  revision: Given<number>;
  active: Given<boolean>;
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
  grid: Json;
  mapping: Given<Json>;
  seen_by: string[];
  uploaded_at: Time;
  uploaded_by_post_id: string | null;
};

export type ReportSnapshotTable = {
  county_code: string;
  id: string;
  ask: Json;
  as_of: Time;
  figures: Json;
  hash: string;
  seen_by: string[];
  handed_at: Time;
  handed_by: string | null;
  handed_by_post_id: string | null;
};

export type RestorationTable = {
  id: string;
  restored_at: Time;
  until: Time | null;
  backup: string;
  released_at: Time | null;
  released_by: string | null;
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

export type RoomTable = {
  id: string;
  center_id: string;
  name: string;
  zone: string | null;
  purpose: string | null;
  assumed: Given<boolean>;
  active: Given<boolean>;
};

export type RosterMonthTable = {
  county_code: string;
  center_id: string;
  month: string;
  state: 'draft' | 'published';
  drawn_by_post_id: string;
  drawn_at: Time;
  published_by_post_id: string | null;
  published_at: Time | null;
};

export type RosterShiftTable = {
  county_code: string;
  center_id: string;
  day: string;
  shift: string;
  part: 'leader' | 'officer';
  post_id: string;
  phone: Given<string>;
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
  ended_at: Time | null;
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
  state: Given<'open' | 'different' | 'linked'>;
  decided_at: Time | null;
  decided_by_post_id: string | null;
};

export type ScanTable = {
  county_code: string;
  id: string;
  owner: string;
  name: string;
  state: 'reading' | 'read' | 'failed';
  problem: Given<string>;
  pages: Given<number>;
  at: Time;
  by_post_id: string;
};

export type ScanFileTable = {
  county_code: string;
  scan_id: string;
  position: number;
  owner: string;
  name: string;
  sha256: string;
  mime: string;
  size: number;
};

export type ScanPageTable = {
  county_code: string;
  scan_id: string;
  page: number;
  owner: string;
  picture_sha256: string;
  small_sha256: string;
  texts: Given<string[]>;
  state: 'waiting' | 'filed' | 'aside';
  reason: Given<string>;
  filed_id: string | null;
  done_at: Time | null;
  done_by_post_id: string | null;
};

export type SearchEntryTable = {
  county_code: string;
  matter_id: string;
  code_text: string;
  place_text: string;
  ledger_text: string;
  facts_text: string;
  terms: number[];
  numbers: number[];
  built: number;
  open_terms: Given<number[]>;
};

export type SerialBlockTable = {
  county_code: string;
  year: number;
  next_serial: number;
};

export type SessionTable = {
  id: string;
  user_id: string;
  post_id: string | null;
  second_factor_at: Time | null;
  created_at: Time;
  last_seen_at: Time;
  expires_at: Time;
  address: string | null;
  agent: string | null;
  revoked_at: Time | null;
  revoked_by: string | null;
  table_code: string | null;
};

export type SettingDraftTable = {
  id: string;
  county_code: string;
  key: string;
  state: 'draft' | 'submitted' | 'returned' | 'published' | 'withdrawn';
  value: Json;
  effective_from: string | null;
  basis: Given<string>;
  note: Given<string>;
  base_county: string;
  base_version: number;
  revision: Given<number>;
  author_id: string;
  author_post_id: string | null;
  editor_ids: string[];
  saved_by: string;
  saved_at: Time;
  submitted_at: Time | null;
  decided_by: string | null;
  decided_at: Time | null;
  reason: Given<string>;
  published_version: number | null;
  created_at: Time;
};

export type SettingVersionTable = {
  county_code: string;
  key: string;
  version: number;
  value: Json;
  effective_from: string;
  basis: string;
  author_id: string | null;
  created_at: Time;
  author_post_id: string | null;
  approver_id: string | null;
  approver_post_id: string | null;
  approved_at: Time | null;
  note: Given<string>;
  since: Given<Json>;
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
  settled_at: Time | null;
  settled_by_post_id: string | null;
  settled_words: Given<string>;
  seen_by: string[];
};

export type ShiftHandoverTable = {
  county_code: string;
  center_id: string;
  day: string;
  shift: string;
  facts: Json;
  chain_head: string;
  words: Given<string>;
  given_by_post_id: string;
  given_at: Time;
  taken_by_post_id: string | null;
  taken_at: Time | null;
  seen_by: string[];
};

export type SignatureTable = {
  county_code: string;
  id: string;
  matter_id: string;
  agreement_id: string;
  version: number;
  digest: string;
  party_id: string;
  signer_party_id: string;
  how: 'screen' | 'paper';
  at: Time;
  by_post_id: string;
  voided_at: Time | null;
  void_reason: string | null;
};

export type SignatureStrokesTable = {
  county_code: string;
  signature_id: string;
  matter_id: string;
  strokes: string;
  digest: string;
  device: string;
};

export type SigningObjectionTable = {
  county_code: string;
  id: string;
  matter_id: string;
  agreement_id: string;
  version: number;
  party_id: string;
  what: 'amount' | 'account' | 'think';
  at: Time;
  by_post_id: string;
  ended_at: Time | null;
  ended_by_post_id: string | null;
};

export type SittingTable = {
  county_code: string;
  matter_id: string;
  form: 'single' | 'backToBack' | 'joint' | 'several' | 'consultation' | 'bundled';
  starts_at: Time;
  ends_at: Time;
  room_ids: Given<string[]>;
  place: Given<string>;
  agenda: Given<string>;
  bring: Given<string>;
  host_post_ids: string[];
  leading_unit_id: string | null;
  shared: Given<string[]>;
  started_at: Time | null;
  ended_at: Time | null;
  cooling_until: Time | null;
  result: 'agreed' | 'partly' | 'none' | 'again' | 'stopped' | null;
  again_on: string | null;
  door_key: string | null;
};

export type SittingDisputeTable = {
  county_code: string;
  matter_id: string;
  dispute_id: string;
  dispute_code: string;
  position: number;
  result: 'agreed' | 'partly' | 'none' | 'again' | 'stopped' | null;
};

export type SittingInviteTable = {
  county_code: string;
  id: string;
  matter_id: string;
  dispute_id: string | null;
  party_id: string | null;
  post_id: string | null;
  unit_id: string | null;
  answer: Given<'open' | 'accepted' | 'declined'>;
  came: Given<'unknown' | 'here' | 'absent'>;
  reason: Given<string>;
  answered_at: Time | null;
  came_at: Time | null;
};

export type SittingMinutesTable = {
  county_code: string;
  matter_id: string;
  dispute_id: string;
  section: 'present' | 'told' | 'said' | 'checked' | 'plan' | 'outcome';
  version: number;
  body: string;
  scribe_post_id: string;
  written_at: Time;
};

export type SittingProposalTable = {
  county_code: string;
  id: string;
  matter_id: string;
  dispute_id: string;
  from_side: 'applicant' | 'respondent';
  body: string;
  state: 'kept' | 'handed' | 'accepted' | 'declined';
  at: Time;
  by_post_id: string;
  answered_at: Time | null;
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
  answered_at: Time | null;
  lifted_at: Time | null;
  origin: Given<'ladder' | 'leader'>;
  doc_number: string | null;
  issuer_center_id: string | null;
  issued_by_post_id: string | null;
  cosigner_ids: Given<string[]>;
  urgency: Given<'none' | 'urgent' | 'extraUrgent'>;
  facts: Given<Json>;
  copies: Given<number>;
  copied_at: Time | null;
  listed_at: Time | null;
};

export type SupervisionNoticeUnitTable = {
  county_code: string;
  matter_id: string;
  unit_id: string;
  position: Given<number>;
  answered_at: Time | null;
  promised_on: string | null;
  returns: Given<number>;
  removed_at: Time | null;
};

export type TablePassTable = {
  id: string;
  table_code: string;
  user_id: string;
  post_id: string;
  made_at: Time;
  expires_at: Time;
  used_at: Time | null;
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
  undo: Json;
};

export type TaskTable = {
  county_code: string;
  matter_id: string;
  unit_id: string;
  giver_post_id: string;
  due_on: string;
  about_unit_id: string | null;
  about_post_id: string | null;
};

export type TaskForceTable = {
  county_code: string;
  id: string;
  matter_id: string;
  name: string;
  aim: string;
  leader_post_id: string;
  member_post_ids: string[];
  until: string;
  formed_at: Time;
  ended_at: Time | null;
};

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
  state: 'waiting' | 'called' | 'serving' | 'done' | 'left' | 'noShow';
  issued_at: Time;
  waits_from: Time;
  due_at: Time | null;
  for_counter: number | null;
  counter_number: number | null;
  post_id: string | null;
  called_at: Time | null;
  calls: Given<number>;
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

export type TopologyTable = {
  table_name: string;
  kind: 'distributed' | 'reference' | 'local';
  position: number;
};

export type TrailTable = {
  id: string;
  at: Time;
  user_id: string | null;
  post_id: string | null;
  county_code: string | null;
  act: string;
  subject: string | null;
  detail: Given<Json>;
  address: string | null;
};

export type UnitTable = {
  id: string;
  county_code: string;
  region_code: string;
  level: 'city' | 'county' | 'township' | 'community';
  kind: string;
  name: string;
  short_name: string;
  initials: Given<string>;
  phone: string | null;
  assumed: Given<boolean>;
  active: Given<boolean>;
  note: string | null;
};

export type UnitDispatchTable = {
  county_code: string;
  id: string;
  matter_id: string;
  category_code: string;
  unit_id: string;
  duty_entry_id: string | null;
  at: Time;
  withdrawn_at: Time | null;
  sent_back_at: Time | null;
  better_unit_id: string | null;
  result: 'upheld' | 'changed' | 'ended' | null;
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
  memo: Given<string>;
  services: Given<string[]>;
  confidential: Given<boolean>;
  ticket_id: string | null;
  counter_number: number | null;
  corrected_at: Time | null;
  withdrawn_at: Time | null;
};

export type VisitChangeTable = {
  id: Given<number>;
  county_code: string;
  center_id: string;
  day: Time;
};

export type VisitSumTable = {
  county_code: string;
  center_id: string;
  day: Time;
  services: string[];
  visits: number;
  people: number;
};

export type Schema = {
  absence: AbsenceTable;
  access_slip: AccessSlipTable;
  admin_reset: AdminResetTable;
  agreement: AgreementTable;
  agreement_attestation: AgreementAttestationTable;
  agreement_group: AgreementGroupTable;
  agreement_version: AgreementVersionTable;
  alarm: AlarmTable;
  alarm_answer: AlarmAnswerTable;
  app_user: AppUserTable;
  appointment: AppointmentTable;
  appointment_slot: AppointmentSlotTable;
  attempt: AttemptTable;
  attendance: AttendanceTable;
  attendance_change: AttendanceChangeTable;
  board_clock: BoardClockTable;
  booking: BookingTable;
  booking_feed: BookingFeedTable;
  briefing: BriefingTable;
  briefing_alarm: BriefingAlarmTable;
  briefing_reader: BriefingReaderTable;
  calendar_day: CalendarDayTable;
  calendar_draft: CalendarDraftTable;
  calendar_version: CalendarVersionTable;
  calendar_year: CalendarYearTable;
  call_contact: CallContactTable;
  call_out: CallOutTable;
  category: CategoryTable;
  center: CenterTable;
  claimant: ClaimantTable;
  clock_jump: ClockJumpTable;
  clock_move: ClockMoveTable;
  clue: ClueTable;
  clue_file: ClueFileTable;
  code_alias: CodeAliasTable;
  command_result: CommandResultTable;
  contact_wish: ContactWishTable;
  counter: CounterTable;
  counter_seat: CounterSeatTable;
  delivery: DeliveryTable;
  dispute: DisputeTable;
  dispute_link: DisputeLinkTable;
  dispute_unit: DisputeUnitTable;
  doc_number: DocNumberTable;
  door: DoorTable;
  door_answer: DoorAnswerTable;
  dossier: DossierTable;
  duty_entry: DutyEntryTable;
  extension_request: ExtensionRequestTable;
  figure_change: FigureChangeTable;
  figure_dispute: FigureDisputeTable;
  figure_group: FigureGroupTable;
  figure_moment: FigureMomentTable;
  figure_sum: FigureSumTable;
  filed_paper: FiledPaperTable;
  hall_device: HallDeviceTable;
  import_row: ImportRowTable;
  import_run: ImportRunTable;
  import_word: ImportWordTable;
  inquiry: InquiryTable;
  job: JobTable;
  key_check: KeyCheckTable;
  known_device: KnownDeviceTable;
  ledger_layout: LedgerLayoutTable;
  ledger_output: LedgerOutputTable;
  ledger_view: LedgerViewTable;
  left_visit: LeftVisitTable;
  legal_review: LegalReviewTable;
  listed_dispute: ListedDisputeTable;
  material_request: MaterialRequestTable;
  matter: MatterTable;
  matter_clock: MatterClockTable;
  matter_event: MatterEventTable;
  matter_file: MatterFileTable;
  matter_kind: MatterKindTable;
  matter_seen: MatterSeenTable;
  matter_todo: MatterTodoTable;
  mediation_body: MediationBodyTable;
  mediation_body_member: MediationBodyMemberTable;
  mediator_appointment: MediatorAppointmentTable;
  mediator_profile: MediatorProfileTable;
  move_run: MoveRunTable;
  network_successor: NetworkSuccessorTable;
  not_same: NotSameTable;
  note: NoteTable;
  notice: NoticeTable;
  outbox: OutboxTable;
  paper_code: PaperCodeTable;
  paper_pad: PaperPadTable;
  paper_template: PaperTemplateTable;
  party: PartyTable;
  payment: PaymentTable;
  payment_part: PaymentPartTable;
  phrase: PhraseTable;
  post: PostTable;
  post_batch: PostBatchTable;
  presence: PresenceTable;
  prevention: PreventionTable;
  promise: PromiseTable;
  rating: RatingTable;
  reassignment: ReassignmentTable;
  recurring_run: RecurringRunTable;
  region: RegionTable;
  reorganization: ReorganizationTable;
  report_fill: ReportFillTable;
  report_form: ReportFormTable;
  report_form_version: ReportFormVersionTable;
  report_snapshot: ReportSnapshotTable;
  restoration: RestorationTable;
  return_visit: ReturnVisitTable;
  room: RoomTable;
  roster_month: RosterMonthTable;
  roster_shift: RosterShiftTable;
  roster_swap: RosterSwapTable;
  ruling: RulingTable;
  same_key: SameKeyTable;
  same_pair: SamePairTable;
  scan: ScanTable;
  scan_file: ScanFileTable;
  scan_page: ScanPageTable;
  search_entry: SearchEntryTable;
  serial_block: SerialBlockTable;
  session: SessionTable;
  setting_draft: SettingDraftTable;
  setting_version: SettingVersionTable;
  settlement: SettlementTable;
  shift_entry: ShiftEntryTable;
  shift_handover: ShiftHandoverTable;
  signature: SignatureTable;
  signature_strokes: SignatureStrokesTable;
  signing_objection: SigningObjectionTable;
  sitting: SittingTable;
  sitting_dispute: SittingDisputeTable;
  sitting_invite: SittingInviteTable;
  sitting_minutes: SittingMinutesTable;
  sitting_proposal: SittingProposalTable;
  supervision_notice: SupervisionNoticeTable;
  supervision_notice_unit: SupervisionNoticeUnitTable;
  table_pass: TablePassTable;
  taken_step: TakenStepTable;
  task: TaskTable;
  task_force: TaskForceTable;
  ticket: TicketTable;
  ticket_serial: TicketSerialTable;
  topology: TopologyTable;
  trail: TrailTable;
  unit: UnitTable;
  unit_dispatch: UnitDispatchTable;
  upload: UploadTable;
  visit: VisitTable;
  visit_change: VisitChangeTable;
  visit_sum: VisitSumTable;
  own_lists: MatterSeenTable;
  visible_access_slip: AccessSlipTable;
  visible_agreement: AgreementTable;
  visible_agreement_attestation: AgreementAttestationTable;
  visible_agreement_group: AgreementGroupTable;
  visible_agreement_version: AgreementVersionTable;
  visible_claimant: ClaimantTable;
  visible_clock_move: ClockMoveTable;
  visible_contact_wish: ContactWishTable;
  visible_delivery: DeliveryTable;
  visible_dispute: DisputeTable;
  visible_dispute_link: DisputeLinkTable;
  visible_dispute_unit: DisputeUnitTable;
  visible_door: DoorTable;
  visible_door_answer: DoorAnswerTable;
  visible_dossier: DossierTable;
  visible_extension_request: ExtensionRequestTable;
  visible_filed_paper: FiledPaperTable;
  visible_inquiry: InquiryTable;
  visible_lead_link: DisputeLinkTable;
  visible_material_request: MaterialRequestTable;
  visible_matter_clock: MatterClockTable;
  visible_matter_event: MatterEventTable;
  visible_matter_file: MatterFileTable;
  visible_mediator_appointment: MediatorAppointmentTable;
  visible_note: NoteTable;
  visible_party: PartyTable;
  visible_payment: PaymentTable;
  visible_payment_part: PaymentPartTable;
  visible_prevention: PreventionTable;
  visible_promise: PromiseTable;
  visible_rating: RatingTable;
  visible_reassignment: ReassignmentTable;
  visible_return_visit: ReturnVisitTable;
  visible_ruling: RulingTable;
  visible_same_pair: SamePairTable;
  visible_settlement: SettlementTable;
  visible_signature: SignatureTable;
  visible_signature_strokes: SignatureStrokesTable;
  visible_signing_objection: SigningObjectionTable;
  visible_sitting: SittingTable;
  visible_sitting_dispute: SittingDisputeTable;
  visible_sitting_invite: SittingInviteTable;
  visible_sitting_minutes: SittingMinutesTable;
  visible_sitting_proposal: SittingProposalTable;
  visible_supervision_notice: SupervisionNoticeTable;
  visible_supervision_notice_unit: SupervisionNoticeUnitTable;
  visible_taken_step: TakenStepTable;
  visible_task: TaskTable;
  visible_task_force: TaskForceTable;
  visible_unit_dispatch: UnitDispatchTable;
};
