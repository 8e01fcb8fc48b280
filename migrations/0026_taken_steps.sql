-- The last step that can still be taken back, with how things stood before it: one row a matter, overwritten by the next.
create table taken_step (
  county_code text not null,
  matter_id uuid not null,
  event_id uuid not null,
  seq integer not null,
  step text not null,
  post_id uuid not null,
  at timestamptz not null,
  version integer not null,
  undo jsonb not null,
  primary key (county_code, matter_id)
);
insert into topology (table_name, kind, position) values ('taken_step', 'distributed', 145);
alter table taken_step add constraint taken_step_of_matter
  foreign key (county_code, matter_id) references matter (county_code, id);
alter table taken_step enable row level security;
alter table taken_step force row level security;
create policy taken_step_county on taken_step for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_taken_step with (security_barrier) as
  select t.* from taken_step t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update, delete on taken_step to fengqiao_app;
grant select (county_code, matter_id) on taken_step to fengqiao_app;
grant select on visible_taken_step to fengqiao_app;
-- What was told about a step that is taken back goes with it.
grant select (event_id, kind) on note to fengqiao_app;
grant select (event_type, created_at) on delivery to fengqiao_app;
