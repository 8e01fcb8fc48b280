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
  kind: 'dispute' | 'supervision';
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
  settings_version: Generated<number>;
  version: Generated<number>;
  event_seq: Generated<number>;
  event_hash: Generated<string>;
  opened_at: Time;
  closed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  updated_at: Time;
};

export type MatterSeenTable = {
  county_code: string;
  viewer: string;
  matter_id: string;
  kind: string;
  status: string;
  due_at: ColumnType<Date, Date | string | undefined, Date | string>;
  opened_at: Time;
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
  at: Time;
  read_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
};

export type CommandResultTable = {
  county_code: string;
  command_id: string;
  actor_key: string;
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
  named_post_ids: Generated<string[]>;
  reopened: Generated<number>;
  contested: Generated<boolean>;
  entered_offline: Generated<boolean>;
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
  about_code: string;
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
};

export type Schema = {
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
  matter_todo: MatterTodoTable;
  matter_clock: MatterClockTable;
  job: JobTable;
  matter_event: MatterEventTable;
  note: NoteTable;
  upload: UploadTable;
  matter_file: MatterFileTable;
  notice: NoticeTable;
  command_result: CommandResultTable;
  dispute: DisputeTable;
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
  unit_dispatch: UnitDispatchTable;
  ruling: RulingTable;
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
};
