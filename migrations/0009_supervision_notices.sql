-- Supervision notices in full: several units, an official number, what became of every answer; warnings said once.

alter table supervision_notice alter column clock_id drop not null;
alter table supervision_notice alter column clock_kind drop not null;
alter table supervision_notice add column origin text not null default 'ladder';
alter table supervision_notice add constraint supervision_notice_origin check (origin in ('ladder', 'leader'));
alter table supervision_notice add column doc_number text;
alter table supervision_notice add column issuer_center_id text;
alter table supervision_notice add column issued_by_post_id uuid;
alter table supervision_notice add column cosigner_ids text[] not null default '{}';
alter table supervision_notice add column urgency text not null default 'none';
alter table supervision_notice add constraint supervision_notice_urgency check (urgency in ('none', 'urgent', 'extraUrgent'));
-- What the paper says about the clock, as it was counted on the day of issue.
alter table supervision_notice add column facts jsonb not null default '{}';
alter table supervision_notice add column copies integer not null default 0;
alter table supervision_notice add column copied_at timestamptz;
alter table supervision_notice add column listed_at timestamptz;
create index supervision_notice_clock on supervision_notice (county_code, clock_id);
create or replace view visible_supervision_notice with (security_barrier) as
  select t.* from supervision_notice t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- Each unit of a joint notice replies by itself. Notices from before have no row here: their one unit stands in the notice.
create table supervision_notice_unit (
  county_code text not null,
  matter_id uuid not null,
  unit_id text not null,
  position integer not null default 0,
  answered_at timestamptz,
  promised_on date,
  returns integer not null default 0,
  primary key (county_code, matter_id, unit_id)
);
alter table supervision_notice_unit add constraint supervision_notice_unit_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table supervision_notice_unit enable row level security;
alter table supervision_notice_unit force row level security;
create policy supervision_notice_unit_county on supervision_notice_unit for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_supervision_notice_unit with (security_barrier) as
  select t.* from supervision_notice_unit t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on supervision_notice_unit to fengqiao_app;
grant select (county_code, matter_id, unit_id) on supervision_notice_unit to fengqiao_app;
grant select on visible_supervision_notice_unit to fengqiao_app;

-- Official numbers are gapless for each office and year: given in the transaction that issues the paper.
create table doc_number (
  county_code text not null,
  office_id text not null,
  series text not null,
  year integer not null,
  last_number integer not null,
  primary key (county_code, office_id, series, year)
);
alter table doc_number enable row level security;
alter table doc_number force row level security;
create policy doc_number_county on doc_number for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert, update on doc_number to fengqiao_app;

-- What is near or over and was not said yet.
create index matter_clock_unwarned on matter_clock (county_code, due_at) where stopped_at is null and warned_at is null;
create index matter_clock_untold on matter_clock (county_code, due_at) where stopped_at is null and overdue_at is null;
grant select (stopped_at, warned_at, overdue_at) on matter_clock to fengqiao_app;

insert into topology (table_name, kind, position) values
  ('supervision_notice_unit', 'distributed', 71), ('doc_number', 'distributed', 72);
