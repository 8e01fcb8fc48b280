-- Each time a matter is given to a unit by dispatch or transfer, and what became of it: the figures of the routing court
-- are counted here and nowhere else. result: what a sending back led to; null with sent_back_at: still to be ruled on.
create table unit_dispatch (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  category_code text not null,
  unit_id text not null,
  duty_entry_id text,
  at timestamptz not null,
  withdrawn_at timestamptz,
  sent_back_at timestamptz,
  better_unit_id text,
  result text check (result in ('upheld', 'changed', 'ended')),
  primary key (county_code, id)
);
create index unit_dispatch_matter on unit_dispatch (county_code, matter_id, at);
create index unit_dispatch_at on unit_dispatch (county_code, at, id);
create index unit_dispatch_back on unit_dispatch (county_code, at, id) where sent_back_at is not null;
create index unit_dispatch_category on unit_dispatch (county_code, category_code, at)
  include (unit_id, withdrawn_at, sent_back_at, result);

-- A ruling 裁定 on a sending back. Its words are a note; duty_entry_id is the version of the duty list it wrote, if any.
create table ruling (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  dispatch_id uuid,
  category_code text not null,
  from_unit_id text not null,
  to_unit_id text not null,
  outcome text not null check (outcome in ('upheld', 'changed')),
  note_id uuid not null,
  duty_entry_id text,
  at timestamptz not null,
  primary key (county_code, id)
);
create index ruling_matter on ruling (county_code, matter_id, at);
create index ruling_category on ruling (county_code, category_code, at);

alter table unit_dispatch add constraint unit_dispatch_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table ruling add constraint ruling_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table unit_dispatch enable row level security;
alter table unit_dispatch force row level security;
alter table ruling enable row level security;
alter table ruling force row level security;
create policy unit_dispatch_county on unit_dispatch for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy ruling_county on ruling for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

create view visible_unit_dispatch with (security_barrier) as
  select t.* from unit_dispatch t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_ruling with (security_barrier) as
  select t.* from ruling t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

insert into topology (table_name, kind, position) values ('unit_dispatch', 'distributed', 71), ('ruling', 'distributed', 72);

-- Figures count restricted matters too, without saying which: these columns name no matter beyond its id, and no words.
grant insert, update on unit_dispatch to fengqiao_app;
grant select (county_code, id, matter_id, category_code, unit_id, at, withdrawn_at, sent_back_at, result) on unit_dispatch to fengqiao_app;
grant select on visible_unit_dispatch to fengqiao_app;
grant insert, update on ruling to fengqiao_app;
grant select (county_code, id, matter_id, category_code, from_unit_id, to_unit_id, outcome, duty_entry_id, at) on ruling to fengqiao_app;
grant select on visible_ruling to fengqiao_app;
