-- Small tables that every county shares: on Citus they are reference tables.

create table topology (
  table_name text primary key,
  kind text not null check (kind in ('distributed', 'reference', 'local')),
  position integer not null
);

create table region (
  code text primary key check (code ~ '^[0-9]{6}([0-9]{3}){0,3}$'),
  name text not null,
  short_name text not null,
  level text not null check (level in ('city', 'county', 'township', 'community', 'grid')),
  parent_code text references region (code),
  county_code text not null,
  initials text not null default '',
  statistical boolean not null default false,
  assumed boolean not null default false,
  note text,
  active boolean not null default true
);
create index region_parent on region (parent_code);
create index region_county on region (county_code, level);

create table unit (
  id text primary key,
  county_code text not null,
  region_code text not null references region (code),
  level text not null check (level in ('city', 'county', 'township', 'community')),
  kind text not null,
  name text not null,
  short_name text not null,
  initials text not null default '',
  phone text,
  assumed boolean not null default false,
  active boolean not null default true
);
create index unit_county on unit (county_code, kind);

-- A center is a unit of kind 'center' with halls: the two share their id.
create table center (
  id text primary key references unit (id),
  address text,
  area_m2 numeric,
  facts jsonb not null default '{}',
  note text
);

create table counter (
  id text primary key,
  center_id text not null references center (id),
  number integer not null,
  name text not null,
  zone text,
  assumed boolean not null default false,
  active boolean not null default true,
  unique (center_id, number)
);

create table room (
  id text primary key,
  center_id text not null references center (id),
  name text not null,
  zone text,
  purpose text,
  assumed boolean not null default false,
  active boolean not null default true
);

create table presence (
  id text primary key,
  center_id text not null references center (id),
  unit_id text not null references unit (id),
  mode text not null check (mode in ('resident', 'rotating', 'onCall', 'invited')),
  weekdays integer[] not null default '{}',
  from_time text,
  to_time text,
  counter_id text references counter (id),
  call_minutes integer,
  assumed boolean not null default false,
  active boolean not null default true
);
create index presence_center on presence (center_id);

create table category (
  code text primary key,
  name text not null,
  initials text not null default '',
  mapped_to text,
  note text,
  position integer not null,
  active boolean not null default true
);

-- The duty list: who answers for a category in a region, on which basis, from when.
create table duty_entry (
  id text primary key,
  county_code text not null,
  category_code text not null references category (code),
  region_code text not null references region (code),
  unit_id text references unit (id),
  target text not null default 'unit' check (target in ('unit', 'township', 'center')),
  supporting_unit_ids text[] not null default '{}',
  basis text not null,
  status text not null default 'G' check (status in ('G', 'V')),
  effective_from date not null,
  effective_to date,
  version integer not null default 1
);
create index duty_entry_lookup on duty_entry (county_code, category_code);

create table app_user (
  id uuid primary key,
  login text not null unique,
  name text not null,
  initials text not null default '',
  phone_sealed text,
  password_hash text,
  password_set_at timestamptz,
  totp_sealed text,
  totp_last_counter bigint,
  failures integer not null default 0,
  locked_until timestamptz,
  demo boolean not null default false,
  active boolean not null default true,
  created_at timestamptz not null
);

create table post (
  id uuid primary key,
  user_id uuid not null references app_user (id),
  unit_id text not null references unit (id),
  role text not null,
  region_code text not null references region (code),
  county_code text not null,
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null
);
create index post_user on post (user_id);
create index post_unit on post (unit_id, role);

-- Rules that a county chooses: versioned, dated, pinned by number on each open matter.
create table setting_version (
  county_code text not null,
  key text not null,
  version integer not null,
  value jsonb not null,
  effective_from date not null,
  basis text not null,
  author_id uuid references app_user (id),
  created_at timestamptz not null,
  primary key (county_code, key, version)
);

create table calendar_year (
  year integer primary key,
  version integer not null,
  source text not null,
  published_on date
);

create table calendar_day (
  day date primary key,
  year integer not null references calendar_year (year),
  kind text not null check (kind in ('holiday', 'workday')),
  name text not null
);

insert into topology (table_name, kind, position) values
  ('region', 'reference', 1), ('unit', 'reference', 2), ('center', 'reference', 3), ('counter', 'reference', 4),
  ('room', 'reference', 5), ('presence', 'reference', 6), ('category', 'reference', 7), ('duty_entry', 'reference', 8),
  ('app_user', 'reference', 9), ('post', 'reference', 10), ('setting_version', 'reference', 11),
  ('calendar_year', 'reference', 12), ('calendar_day', 'reference', 13), ('topology', 'local', 14);

grant select on topology, region, unit, center, counter, room, presence, category, duty_entry, app_user, post,
  setting_version, calendar_year, calendar_day to fengqiao_app;
grant insert, update on region, unit, center, counter, room, presence, category, duty_entry, app_user, post,
  setting_version, calendar_year, calendar_day to fengqiao_app;
