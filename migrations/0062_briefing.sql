-- The leader's morning as it stood at half past seven: counts of one center and day, written once. What was expected in the morning
-- can then be laid beside what was done.
create table briefing (
  county_code text not null,
  center_id text not null,
  day date not null,
  due_at timestamptz not null,
  made_at timestamptz not null,
  counts jsonb not null,
  primary key (county_code, center_id, day)
);
-- That a morning was missing at its time was said once.
create table briefing_alarm (
  county_code text not null,
  center_id text not null,
  day date not null,
  raised_at timestamptz not null,
  primary key (county_code, center_id, day)
);
-- Posts that asked to be told each morning.
create table briefing_reader (
  post_id uuid primary key references post (id),
  asked_at timestamptz not null
);
-- What a day had to bring: clocks that were due on it and have been stopped since. The running ones have their own index.
create index matter_clock_was_due on matter_clock (county_code, due_at) where stopped_at is not null;

insert into topology (table_name, kind, position) values
  ('briefing', 'distributed', 193), ('briefing_alarm', 'distributed', 194), ('briefing_reader', 'local', 195);

alter table briefing enable row level security;
alter table briefing force row level security;
create policy briefing_county on briefing for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table briefing_alarm enable row level security;
alter table briefing_alarm force row level security;
create policy briefing_alarm_county on briefing_alarm for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

grant select, insert on briefing, briefing_alarm to fengqiao_app;
grant select, insert, delete on briefing_reader to fengqiao_app;
