-- A kind of matter is a row, so that a new one changes no constraint; what hangs on another matter says so in its own row.

create table matter_kind (
  kind text primary key,
  -- Its own clocks are watched: warned of, climbed by the ladder, counted on the board. What supervises is not supervised.
  supervised boolean not null
);
insert into matter_kind (kind, supervised) values ('dispute', true), ('supervision', false);
grant select on matter_kind to fengqiao_app;
insert into topology (table_name, kind, position) values ('matter_kind', 'reference', 39);

alter table matter drop constraint matter_kind_check;
alter table matter add column about_id uuid;
alter table matter add column about_code text;
alter table matter add column named_post_ids text[] not null default '{}';
-- Row security is forced on the owner too, who would see no row to change.
alter table matter no force row level security;
alter table dispute no force row level security;
alter table supervision_notice no force row level security;
update matter m set about_id = n.about_matter_id, about_code = n.about_code from supervision_notice n
  where n.county_code = m.county_code and n.matter_id = m.id;
update matter m set named_post_ids = d.named_post_ids from dispute d where d.county_code = m.county_code and d.matter_id = m.id;
alter table matter force row level security;
alter table dispute force row level security;
alter table supervision_notice force row level security;
alter table matter add constraint matter_of_kind foreign key (kind) references matter_kind (kind);
create index matter_about on matter (county_code, about_id) where about_id is not null;

drop view visible_dispute;
alter table dispute drop column named_post_ids;
-- What an undone import brought: it stays with its code and its events, and nobody has it any more.
alter table dispute add column import_undone_at timestamptz;
create view visible_dispute with (security_barrier) as
  select t.* from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant select on visible_dispute to fengqiao_app;

-- A unit that another took over while both were asked: one answer is owed.
alter table supervision_notice_unit add column removed_at timestamptz;
create or replace view visible_supervision_notice_unit with (security_barrier) as
  select t.* from supervision_notice_unit t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

drop view visible_supervision_notice;
alter table supervision_notice drop column about_code;
create view visible_supervision_notice with (security_barrier) as
  select t.* from supervision_notice t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant select on visible_supervision_notice to fengqiao_app;

-- What is owed but cannot be done before a day is owed from then on.
alter table matter_todo add column owed_from timestamptz not null default '-infinity';

-- One command: this person, this matter, this step, this id. Sent again it answers the first result.
drop table command_result;
create table command_result (
  county_code text not null,
  command_id uuid not null,
  actor_key text not null,
  -- Matter and step, or what opens a matter.
  target text not null,
  matter_id uuid not null,
  at timestamptz not null,
  result jsonb not null,
  primary key (county_code, command_id, actor_key, target)
);
alter table command_result enable row level security;
alter table command_result force row level security;
create policy command_result_own on command_result for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (actor_key = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert on command_result to fengqiao_app;
