-- Visits of a day of a center, counted once and kept; a day that something changed in is counted from its visits until it is
-- counted again (docs/decisions/0061).
create table visit_change (
  id bigserial primary key,
  county_code text not null,
  center_id text not null,
  day timestamptz not null
);
create index visit_change_county on visit_change (county_code, id);
create table visit_sum (
  county_code text not null,
  center_id text not null,
  day timestamptz not null,
  services text[] not null,
  visits integer not null,
  people integer not null,
  primary key (county_code, day, center_id, services)
);
insert into topology (table_name, kind, position) values ('visit_change', 'local', 206), ('visit_sum', 'local', 207);
alter table visit_change enable row level security;
alter table visit_change force row level security;
create policy visit_change_county on visit_change for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table visit_sum enable row level security;
alter table visit_sum force row level security;
create policy visit_sum_county on visit_sum for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert, update, delete on visit_change, visit_sum to fengqiao_app;
grant usage on sequence visit_change_id_seq to fengqiao_app;

alter table visit no force row level security;
alter table visit_change no force row level security;
insert into visit_change (county_code, center_id, day)
  select distinct county_code, center_id, date_bin('1 day', at, '2000-01-01 00:00+08') from visit;
alter table visit force row level security;
alter table visit_change force row level security;
