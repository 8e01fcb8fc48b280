-- Figures of a period come from sums that are kept, not from everything that ever happened (docs/decisions/0061). A command
-- notes with its event which dispute it changed; what that dispute adds to the figures is worked out behind it, by the one
-- definition that lists are asked by, and the difference goes into the sums.
create table figure_change (
  id bigserial primary key,
  county_code text not null,
  matter_id uuid not null
);
create index figure_change_county on figure_change (county_code, id);

-- By what figures are told apart: disputes that are alike in all of it are added up together.
create table figure_group (
  id integer generated always as identity primary key,
  county_code text not null,
  category text not null,
  source text not null,
  region text not null,
  center text not null,
  unit text not null,
  difficulty text not null,
  unique (county_code, category, source, region, center, unit, difficulty)
);

-- What a dispute was added as, to be taken out again when it changes: which figure (its number), in which hour since 1970, after
-- which earlier moment (seconds since 1970, or nothing), and how much.
create table figure_dispute (
  county_code text not null,
  matter_id uuid not null,
  group_id integer not null references figure_group (id),
  figures smallint[] not null,
  hours integer[] not null,
  prevs bigint[] not null,
  amounts bigint[] not null,
  primary key (county_code, matter_id)
);

-- The sums by hour, day and month; of what stands open also over all time. `prev` is the earlier moment at which the same
-- dispute was counted in the same figure: such a row takes the second one away again from a period that holds both.
create table figure_sum (
  county_code text not null,
  grain text not null check (grain in ('hour', 'day', 'month', 'all')),
  start timestamptz not null,
  group_id integer not null references figure_group (id),
  prev timestamptz not null,
  registered bigint,
  accepted bigint,
  declined bigint,
  sent_back bigint,
  settled bigint,
  failed bigint,
  withdrawn bigint,
  terminated bigint,
  concluded bigint,
  closed bigint,
  struck_off bigint,
  reopened bigint,
  visited bigint,
  people_involved bigint,
  accepted_open bigint,
  open bigint,
  due bigint,
  late bigint,
  ratings bigint,
  satisfied bigint,
  agreed_amount bigint,
  prevented_criminal bigint,
  prevented_criminal_people bigint,
  prevented_petition bigint,
  prevented_petition_people bigint,
  primary key (county_code, grain, start, group_id, prev)
);

insert into topology (table_name, kind, position) values ('figure_change', 'local', 200), ('figure_group', 'local', 201),
  ('figure_dispute', 'local', 202), ('figure_sum', 'local', 203);

alter table figure_change enable row level security;
alter table figure_change force row level security;
create policy figure_change_county on figure_change for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table figure_group enable row level security;
alter table figure_group force row level security;
create policy figure_group_county on figure_group for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table figure_dispute enable row level security;
alter table figure_dispute force row level security;
create policy figure_dispute_county on figure_dispute for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table figure_sum enable row level security;
alter table figure_sum force row level security;
create policy figure_sum_county on figure_sum for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert, update, delete on figure_change, figure_group, figure_dispute, figure_sum to fengqiao_app;
grant usage on sequence figure_change_id_seq to fengqiao_app;

-- Of an old ledger what it says of its own past is counted on its own days; what was taken back is counted nowhere.
drop view visible_report_dispute;
create view visible_report_dispute with (security_barrier) as
  select t.county_code, t.matter_id, t.source, t.difficulty, t.people_involved, t.outcome, t.import_run_id is not null as imported,
    m.code, m.title, m.status, m.opened_at, m.closed_at, m.region_code, m.category_code, m.receiving_center_id, m.lead_unit_id,
    m.restricted, m.seen_by
  from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id where t.import_undone_at is null;
grant select on visible_report_dispute to fengqiao_app;
create index dispute_imported on dispute (county_code, matter_id) where import_run_id is not null and import_undone_at is null;

create index matter_ended_undated on matter (county_code, id) where closed_at is null and status in ('declined', 'closed', 'struckOff', 'archived');

-- Everything that is there already is still to be added.
insert into figure_change (county_code, matter_id) select county_code, id from matter where kind = 'dispute';
