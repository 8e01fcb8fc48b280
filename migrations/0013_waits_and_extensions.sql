-- Waiting has a ground; where another unit is waited for, it is named.
alter table material_request add column ground text not null default 'material';
alter table material_request add constraint material_request_ground
  check (ground in ('material', 'appraisal', 'court', 'otherUnit', 'partyAbsent', 'forceMajeure'));
alter table material_request add column unit_id text;
create or replace view visible_material_request with (security_barrier) as
  select t.* from material_request t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- Somebody asks for more time on one clock; somebody else decides.
create table extension_request (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  clock_id uuid not null,
  clock_kind text not null,
  length integer not null,
  unit text not null check (unit in ('naturalDay', 'workingDay', 'month')),
  reason text not null,
  plan text not null,
  late boolean not null,
  state text not null check (state in ('proposed', 'approved', 'refused')),
  asked_at timestamptz not null,
  asked_by_post_id uuid,
  decided_by_post_id uuid,
  decided_at timestamptz,
  primary key (county_code, id)
);
create index extension_request_matter on extension_request (county_code, matter_id);
insert into topology (table_name, kind, position) values ('extension_request', 'distributed', 93);
alter table extension_request add constraint extension_request_of_matter
  foreign key (county_code, matter_id) references matter (county_code, id);
alter table extension_request enable row level security;
alter table extension_request force row level security;
create policy extension_request_county on extension_request for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_extension_request with (security_barrier) as
  select t.* from extension_request t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on extension_request to fengqiao_app;
grant select (county_code, id, matter_id) on extension_request to fengqiao_app;
grant select on visible_extension_request to fengqiao_app;
