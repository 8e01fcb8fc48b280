-- A clock keeps its extensions, the dates it had before, whose time it is, and which unit it is charged to.
alter table matter_clock add column extensions jsonb not null default '[]';
alter table matter_clock add column due_history jsonb not null default '[]';
alter table matter_clock add column binds text not null default 'ours';
alter table matter_clock add constraint matter_clock_binds check (binds in ('ours', 'party', 'other'));
alter table matter_clock add column unit_id text;
alter table matter_clock add column unit_since timestamptz;
create or replace view visible_matter_clock with (security_barrier) as
  select t.* from matter_clock t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- Long work that people start, watch and may stop: replays, rehearsals, applying settings.
create table job (
  id uuid primary key,
  kind text not null,
  county_code text not null,
  owner text not null,
  started_by uuid,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer not null default 0,
  input jsonb not null,
  result jsonb,
  problem text,
  cancel_requested boolean not null default false,
  started_at timestamptz not null,
  beat_at timestamptz not null,
  ended_at timestamptz
);
create index job_owner on job (owner, started_at);
insert into topology (table_name, kind, position) values ('job', 'local', 80);
grant select, insert, update on job to fengqiao_app;
