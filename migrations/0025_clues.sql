-- What grid workers and information officers report from where they stand. A clue is no matter yet: the desk of the township's
-- center makes a dispute of it, or answers. Seen by who reported it and by that desk, by nobody else.
create table clue (
  county_code text not null,
  id uuid not null,
  reporter text not null,
  reporter_post_id uuid not null,
  desk text not null,
  kind text not null check (kind in ('dispute', 'danger', 'other')),
  urgent boolean not null,
  text text not null,
  region_code text not null,
  place text not null default '',
  state text not null check (state in ('reported', 'taken', 'registered', 'answered', 'withdrawn')),
  answer text not null default '',
  reported_at timestamptz not null,
  taken_at timestamptz,
  ended_at timestamptz,
  taken_by_post_id uuid,
  matter_id uuid,
  primary key (county_code, id)
);
create index clue_reporter on clue (county_code, reporter, reported_at desc, id);
create index clue_desk on clue (county_code, desk, state, reported_at, id);

-- Whose photo it is stands in its own row too, so that row security need not look elsewhere.
create table clue_file (
  county_code text not null,
  clue_id uuid not null,
  reporter text not null,
  desk text not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  mime text not null,
  size integer not null,
  primary key (county_code, clue_id, id)
);

insert into topology (table_name, kind, position) values ('clue', 'distributed', 140), ('clue_file', 'distributed', 141);
alter table clue_file add constraint clue_file_of_clue foreign key (county_code, clue_id) references clue (county_code, id);

alter table clue enable row level security;
alter table clue force row level security;
create policy clue_own on clue for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (reporter = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or desk = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
    or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table clue_file enable row level security;
alter table clue_file force row level security;
create policy clue_file_own on clue_file for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (reporter = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or desk = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
    or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

grant select, insert, update on clue to fengqiao_app;
grant select, insert on clue_file to fengqiao_app;
