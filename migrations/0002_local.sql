-- Tables that live on the coordinator only: sessions, trail, queues, number blocks.

create table session (
  id text primary key,
  user_id uuid not null references app_user (id),
  post_id uuid references post (id),
  second_factor_at timestamptz,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  agent text,
  revoked_at timestamptz,
  revoked_by uuid
);
create index session_by_user on session (user_id, created_at);

-- Who did what to which code: log-ins, reveals, exports, settings. Never contents.
create table trail (
  id uuid primary key,
  at timestamptz not null,
  user_id uuid,
  post_id uuid,
  county_code text,
  act text not null,
  subject text,
  detail jsonb not null default '{}',
  address text
);
create index trail_at on trail (at desc, id desc);
create index trail_subject on trail (subject, at desc);

create table outbox (
  id uuid primary key,
  county_code text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  not_before timestamptz not null,
  attempts integer not null default 0,
  done_at timestamptz,
  last_error text
);
create index outbox_open on outbox (not_before) where done_at is null;

-- Serials are handed out in blocks, so gaps are allowed and no row is hot.
create table serial_block (
  county_code text not null,
  year integer not null,
  next_serial integer not null,
  primary key (county_code, year)
);

-- Every code ever printed resolves here. No personal data.
create table code_alias (
  code text primary key,
  county_code text not null,
  matter_id uuid not null,
  created_at timestamptz not null
);
create index code_alias_matter on code_alias (matter_id);

create table recurring_run (
  name text primary key,
  last_run_at timestamptz not null,
  last_result jsonb not null default '{}'
);

insert into topology (table_name, kind, position) values
  ('session', 'local', 20), ('trail', 'local', 21), ('outbox', 'local', 22), ('serial_block', 'local', 23),
  ('code_alias', 'local', 24), ('recurring_run', 'local', 25);

grant select, insert, update on session, outbox, serial_block, recurring_run to fengqiao_app;
grant select, insert on trail, code_alias to fengqiao_app;
