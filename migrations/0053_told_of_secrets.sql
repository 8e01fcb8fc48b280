-- Whether the matter of a notice is restricted: then it is read by those who may know of the matter now, and by nobody else. It
-- follows the matter. Null on what was told before this migration: that is read as if it were.
alter table notice add column restricted boolean;
create index notice_matter on notice (county_code, matter_id) where matter_id is not null;

-- A resident who left: the cookie of that visit opens nothing any more, whoever has a copy.
create table left_visit (
  county_code text not null,
  slip_id uuid not null,
  opened_at timestamptz not null,
  left_at timestamptz not null,
  primary key (county_code, slip_id, opened_at)
);
create index left_visit_at on left_visit (county_code, left_at);
insert into topology (table_name, kind, position) values ('left_visit', 'distributed', 182);
alter table left_visit enable row level security;
alter table left_visit force row level security;
create policy left_visit_county on left_visit for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert, delete on left_visit to fengqiao_app;
