-- The matter is the root of everything that has a procedure. Visibility lives in its row (seen_by).

create table matter (
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  id uuid not null,
  kind text not null check (kind in ('dispute', 'supervision')),
  code text not null,
  status text not null,
  title text not null,
  category_code text,
  region_code text not null,
  receiving_center_id text not null,
  lead_unit_id text,
  handler_post_id uuid,
  due_at timestamptz,
  seen_by text[] not null,
  restricted boolean not null default false,
  settings_version integer not null default 1,
  version integer not null default 1,
  event_seq integer not null default 0,
  event_hash text not null default '',
  opened_at timestamptz not null,
  closed_at timestamptz,
  updated_at timestamptz not null,
  primary key (county_code, id)
);
create unique index matter_code on matter (county_code, code);

-- Lists start here: one row per viewer key, so that every filter is an equality that an index serves under row security.
create table matter_seen (
  county_code text not null,
  viewer text not null,
  matter_id uuid not null,
  kind text not null,
  status text not null,
  due_at timestamptz not null default 'infinity',
  opened_at timestamptz not null,
  primary key (county_code, viewer, matter_id)
);
create index matter_seen_due on matter_seen (county_code, viewer, kind, status, due_at, matter_id);
create index matter_seen_opened on matter_seen (county_code, viewer, kind, opened_at, matter_id);
create index matter_seen_matter on matter_seen (county_code, matter_id);

-- What is owed, by whom, until when: everybody's home page.
create table matter_todo (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  owner text not null,
  act text not null,
  clock_kind text,
  due_at timestamptz not null default 'infinity',
  since timestamptz not null,
  primary key (county_code, id)
);
create index matter_todo_owner on matter_todo (county_code, owner, due_at, id);
create index matter_todo_matter on matter_todo (county_code, matter_id);

create table matter_clock (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  kind text not null,
  rule jsonb not null,
  calendar_version text not null,
  started_at timestamptz not null,
  due_at timestamptz,
  provisional boolean not null default false,
  pauses jsonb not null default '[]',
  stopped_at timestamptz,
  stop_reason text,
  warned_at timestamptz,
  overdue_at timestamptz,
  primary key (county_code, id)
);
create index matter_clock_matter on matter_clock (county_code, matter_id);
create index matter_clock_running on matter_clock (county_code, due_at) where stopped_at is null;

-- Append-only and chained. Ids, field names and digests only: personal values live in erasable rows.
create table matter_event (
  county_code text not null,
  matter_id uuid not null,
  seq integer not null,
  id uuid not null,
  at timestamptz not null,
  type text not null,
  actor_user_id uuid,
  actor_post_id uuid,
  actor_role text not null,
  actor_unit_id text,
  status_before text,
  status_after text not null,
  data jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (county_code, matter_id, seq)
);
create index matter_event_at on matter_event (county_code, at);

-- Words that people wrote: reasons, reports, messages. Erasable; the event holds id and digest.
create table note (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  event_id uuid not null,
  kind text not null,
  visibility text not null,
  body text not null,
  author_user_id uuid,
  author_unit_id text,
  at timestamptz not null,
  primary key (county_code, id)
);
create index note_matter on note (county_code, matter_id);

create table upload (
  county_code text not null,
  id uuid not null,
  owner text not null,
  sha256 text not null,
  name text not null,
  mime text not null,
  size integer not null,
  at timestamptz not null,
  primary key (county_code, id)
);

create table matter_file (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  event_id uuid not null,
  sha256 text not null,
  name text not null,
  mime text not null,
  size integer not null,
  visibility text not null,
  author_user_id uuid,
  at timestamptz not null,
  primary key (county_code, id)
);
create index matter_file_matter on matter_file (county_code, matter_id);

create table notice (
  county_code text not null,
  id uuid not null,
  owner text not null,
  matter_id uuid not null,
  code text not null,
  text text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (county_code, id)
);
create index notice_owner on notice (county_code, owner, at);

-- A command sent twice acts once: repeating an id answers the first result.
create table command_result (
  county_code text not null,
  command_id uuid not null,
  actor_key text not null,
  matter_id uuid not null,
  at timestamptz not null,
  result jsonb not null,
  primary key (county_code, command_id)
);

insert into topology (table_name, kind, position) values
  ('matter', 'distributed', 40), ('matter_seen', 'distributed', 41), ('matter_todo', 'distributed', 42),
  ('matter_clock', 'distributed', 43), ('matter_event', 'distributed', 44), ('note', 'distributed', 45),
  ('upload', 'distributed', 46), ('matter_file', 'distributed', 47), ('notice', 'distributed', 48),
  ('command_result', 'distributed', 49);
