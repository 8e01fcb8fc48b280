create table dispute (
  county_code text not null,
  matter_id uuid not null,
  source text not null,
  first_contact_post_id uuid not null,
  first_contact_unit_id text not null,
  facts text not null,
  demands text not null default '',
  occurred_on date,
  address text not null default '',
  township_code text,
  community_code text,
  grid_code text,
  people_involved integer not null default 1,
  amount_cents bigint,
  willing text not null check (willing in ('yes', 'no', 'undecided')),
  parties_line text not null default '',
  party_count integer not null default 0,
  difficulty text check (difficulty in ('simple', 'ordinary', 'complex')),
  urgency text check (urgency in ('low', 'medium', 'high')),
  gravity text check (gravity in ('low', 'medium', 'high')),
  violence jsonb not null default '{}',
  outcome text check (outcome in ('settled', 'failed', 'withdrawn', 'terminated')),
  dispatch_undo_until timestamptz,
  dispatched_at timestamptz,
  duty_entry_id text,
  former_unit_ids text[] not null default '{}',
  named_post_ids text[] not null default '{}',
  reopened integer not null default 0,
  contested boolean not null default false,
  entered_offline boolean not null default false,
  primary key (county_code, matter_id)
);

create table party (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  position integer not null,
  side text not null check (side in ('applicant', 'respondent', 'third')),
  kind text not null check (kind in ('person', 'organization')),
  name text not null,
  id_kind text not null,
  id_number_sealed text,
  id_number_index text,
  id_last4_index text,
  id_exception text,
  birth_year integer,
  sex text,
  phone_sealed text,
  phone_index text,
  phone_last4_index text,
  address text not null default '',
  contact_person text not null default '',
  minor boolean not null default false,
  represents_party_id uuid,
  representation text check (representation in ('guardian', 'agent', 'legalRepresentative', 'chosenRepresentative')),
  authority text not null default '',
  primary key (county_code, id)
);
create index party_matter on party (county_code, matter_id);
create index party_id_number on party (county_code, id_number_index);
create index party_phone on party (county_code, phone_index);

create table dispute_unit (
  county_code text not null,
  matter_id uuid not null,
  unit_id text not null,
  task text not null default '',
  added_at timestamptz not null,
  done_at timestamptz,
  removed_at timestamptz,
  primary key (county_code, matter_id, unit_id)
);

create table settlement (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  form text not null check (form in ('written', 'oral', 'onTheSpot')),
  terms text not null,
  total_cents bigint,
  effective_on date not null,
  created_at timestamptz not null,
  primary key (county_code, id)
);
create index settlement_matter on settlement (county_code, matter_id);

create table settlement_item (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  settlement_id uuid not null,
  position integer not null,
  obligation text not null,
  amount_cents bigint,
  due_on date,
  performed_on date,
  primary key (county_code, id)
);
create index settlement_item_matter on settlement_item (county_code, matter_id);

create table material_request (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  what text not null,
  asked_at timestamptz not null,
  limit_at timestamptz not null,
  state text not null check (state in ('proposed', 'approved', 'refused', 'received', 'expired')),
  asked_by_post_id uuid,
  decided_by_post_id uuid,
  decided_at timestamptz,
  ended_at timestamptz,
  primary key (county_code, id)
);
create index material_request_matter on material_request (county_code, matter_id);

create table return_visit (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  party_id uuid,
  at timestamptz not null,
  post_id uuid not null,
  method text not null check (method in ('phone', 'home', 'counter', 'letter')),
  outcome text not null check (outcome in ('settled', 'partly', 'notSettled', 'unreachable')),
  performed text not null check (performed in ('performed', 'performing', 'notPerformed', 'notDue', 'none')),
  primary key (county_code, id)
);
create index return_visit_matter on return_visit (county_code, matter_id);

create table rating (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  party_id uuid,
  score integer not null check (score between 1 and 5),
  channel text not null check (channel in ('web', 'counter', 'phone', 'paper')),
  at timestamptz not null,
  primary key (county_code, id)
);
create index rating_matter on rating (county_code, matter_id);

-- What a party holds in hand: code and PIN. Only the hash of the PIN is kept.
create table access_slip (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  party_id uuid not null,
  pin_hash text not null,
  issued_at timestamptz not null,
  issued_by_post_id uuid,
  failures integer not null default 0,
  next_try_at timestamptz,
  locked_until timestamptz,
  revoked_at timestamptz,
  primary key (county_code, id)
);
create index access_slip_matter on access_slip (county_code, matter_id);

create table supervision_notice (
  county_code text not null,
  matter_id uuid not null,
  about_matter_id uuid not null,
  about_code text not null,
  clock_id uuid not null,
  clock_kind text not null,
  level integer not null,
  unit_id text not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  lifted_at timestamptz,
  primary key (county_code, matter_id)
);
create index supervision_notice_about on supervision_notice (county_code, about_matter_id);

-- Person-times at the counter: a visit has a head-count, and may or may not become a dispute.
create table visit (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  owner text not null,
  at timestamptz not null,
  post_id uuid not null,
  service text not null,
  head_count integer not null check (head_count between 1 and 999),
  matter_id uuid,
  memo text not null default '',
  primary key (county_code, id)
);
create index visit_center on visit (county_code, center_id, at);

insert into topology (table_name, kind, position) values
  ('dispute', 'distributed', 60), ('party', 'distributed', 61), ('dispute_unit', 'distributed', 62),
  ('settlement', 'distributed', 63), ('settlement_item', 'distributed', 64), ('material_request', 'distributed', 65),
  ('return_visit', 'distributed', 66), ('rating', 'distributed', 67), ('access_slip', 'distributed', 68),
  ('supervision_notice', 'distributed', 69), ('visit', 'distributed', 70);
