-- A change of the calendar or of the rules is planned, shown, and then applied as it was shown. Until it is applied, a
-- plan touches nothing but these two tables.
create table move_run (
  id uuid primary key,
  subject text not null,
  state text not null check (state in ('planning', 'planned', 'applied')),
  plan jsonb not null,
  counties text[] not null,
  tally jsonb not null default '{}',
  planned_by uuid,
  planned_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz
);
create index move_run_subject on move_run (subject, planned_at);

-- One running clock that a run moves. event_seq: how far the matter's history had come when it was planned.
create table clock_move (
  county_code text not null,
  run_id uuid not null,
  matter_id uuid not null,
  clock_id uuid not null,
  kind text not null,
  from_due timestamptz,
  to_due timestamptz,
  calendar_version text not null,
  provisional boolean not null,
  rule jsonb,
  settings_version integer,
  lead_to timestamptz,
  state_before text not null,
  state_after text not null,
  event_seq integer not null,
  primary key (county_code, run_id, matter_id, clock_id)
);
alter table clock_move enable row level security;
alter table clock_move force row level security;
create policy clock_move_county on clock_move for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_clock_move with (security_barrier) as
  select t.* from clock_move t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- Running clocks in the order of their matters, so that a plan finds them in one walk; what they say is read by the view.
create index matter_clock_open on matter_clock (county_code, matter_id) where stopped_at is null;
create index matter_clock_provisional on matter_clock (county_code, matter_id) where provisional and stopped_at is null;
grant select (stopped_at, provisional) on matter_clock to fengqiao_app;

-- Every version of a year that ever held: a date names the version it stood on.
create table calendar_version (
  year integer not null,
  version integer not null,
  source text not null,
  published_on date,
  days jsonb not null,
  published_at timestamptz,
  published_by uuid,
  run_id uuid,
  primary key (year, version)
);
insert into calendar_version (year, version, source, published_on, days)
  select y.year, y.version, y.source, y.published_on, coalesce((select
    jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name) order by d.day)
    from calendar_day d where d.year = y.year), '[]')
  from calendar_year y;

-- What keepers are preparing, one for each year; revision counts who saved last.
create table calendar_draft (
  year integer primary key,
  base_version integer not null,
  revision integer not null,
  source text not null,
  published_on date,
  days jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null
);

-- Nobody lists by these keys: moving the dates of a city writes that much less.
delete from matter_seen where viewer = 'system' or viewer like 'party:%';

-- A notice that speaks of many matters at once names none.
alter table notice alter column matter_id drop not null;
alter table notice alter column code drop not null;

insert into topology (table_name, kind, position) values
  ('move_run', 'local', 120), ('clock_move', 'distributed', 121), ('calendar_version', 'reference', 122),
  ('calendar_draft', 'local', 123);
grant select, insert, update, delete on move_run, calendar_draft to fengqiao_app;
grant select, insert on calendar_version to fengqiao_app;
grant insert, delete on clock_move to fengqiao_app;
grant select (county_code, run_id, matter_id, clock_id) on clock_move to fengqiao_app;
grant select on visible_clock_move to fengqiao_app;
