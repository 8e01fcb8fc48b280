-- A sitting 调解会 is a matter of its own (docs/decisions/0068, 0073, 0074): called, held, ended. Its kind is named `session`.
insert into matter_kind (kind, supervised) values ('session', false);

create table sitting (
  county_code text not null,
  matter_id uuid not null,
  form text not null check (form in ('single', 'backToBack', 'joint', 'several', 'consultation', 'bundled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room_ids text[] not null default '{}',
  -- Where it is, when in no room of a center.
  place text not null default '',
  agenda text not null default '',
  bring text not null default '',
  host_post_ids text[] not null,
  leading_unit_id text,
  -- What is put on the table: facts, demands, names.
  shared text[] not null default '{}',
  started_at timestamptz,
  ended_at timestamptz,
  cooling_until timestamptz,
  result text check (result in ('agreed', 'partly', 'none', 'again', 'stopped')),
  again_on date,
  -- The secret of the code on the room's screen, new each time the sitting begins.
  door_key text,
  check (starts_at < ends_at),
  primary key (county_code, matter_id)
);
create table sitting_dispute (
  county_code text not null,
  matter_id uuid not null,
  dispute_id uuid not null,
  dispute_code text not null,
  position integer not null,
  result text check (result in ('agreed', 'partly', 'none', 'again', 'stopped')),
  primary key (county_code, matter_id, dispute_id)
);
create index sitting_dispute_of on sitting_dispute (county_code, dispute_id);
create table sitting_invite (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  dispute_id uuid,
  party_id uuid,
  post_id uuid,
  unit_id text,
  answer text not null default 'open' check (answer in ('open', 'accepted', 'declined')),
  came text not null default 'unknown' check (came in ('unknown', 'here', 'absent')),
  reason text not null default '',
  answered_at timestamptz,
  came_at timestamptz,
  check (num_nonnulls(party_id, post_id, unit_id) = 1),
  check ((party_id is null) = (dispute_id is null)),
  primary key (county_code, id)
);
create index sitting_invite_matter on sitting_invite (county_code, matter_id);
create table sitting_proposal (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  dispute_id uuid not null,
  from_side text not null check (from_side in ('applicant', 'respondent')),
  body text not null,
  state text not null check (state in ('kept', 'handed', 'accepted', 'declined')),
  at timestamptz not null,
  by_post_id uuid not null,
  answered_at timestamptz,
  primary key (county_code, id)
);
create index sitting_proposal_matter on sitting_proposal (county_code, matter_id);
-- Written while people speak: one scribe a section, a version with each writing, so that no text is lost when two write.
create table sitting_minutes (
  county_code text not null,
  matter_id uuid not null,
  dispute_id uuid not null,
  section text not null check (section in ('present', 'told', 'said', 'checked', 'plan', 'outcome')),
  version integer not null,
  body text not null,
  scribe_post_id uuid not null,
  written_at timestamptz not null,
  primary key (county_code, matter_id, dispute_id, section)
);
insert into topology (table_name, kind, position) values
  ('sitting', 'distributed', 158), ('sitting_dispute', 'distributed', 159), ('sitting_invite', 'distributed', 160),
  ('sitting_proposal', 'distributed', 161), ('sitting_minutes', 'distributed', 162);

alter table sitting add constraint sitting_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table sitting enable row level security;
alter table sitting force row level security;
create policy sitting_county on sitting for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_sitting with (security_barrier) as
  select t.* from sitting t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on sitting to fengqiao_app;
grant select on visible_sitting to fengqiao_app;

alter table sitting_dispute add constraint sitting_dispute_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table sitting_dispute enable row level security;
alter table sitting_dispute force row level security;
create policy sitting_dispute_county on sitting_dispute for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_sitting_dispute with (security_barrier) as
  select t.* from sitting_dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on sitting_dispute to fengqiao_app;
grant select on visible_sitting_dispute to fengqiao_app;

alter table sitting_invite add constraint sitting_invite_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table sitting_invite enable row level security;
alter table sitting_invite force row level security;
create policy sitting_invite_county on sitting_invite for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_sitting_invite with (security_barrier) as
  select t.* from sitting_invite t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on sitting_invite to fengqiao_app;
grant select on visible_sitting_invite to fengqiao_app;

alter table sitting_proposal add constraint sitting_proposal_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table sitting_proposal enable row level security;
alter table sitting_proposal force row level security;
create policy sitting_proposal_county on sitting_proposal for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_sitting_proposal with (security_barrier) as
  select t.* from sitting_proposal t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on sitting_proposal to fengqiao_app;
grant select on visible_sitting_proposal to fengqiao_app;

alter table sitting_minutes add constraint sitting_minutes_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table sitting_minutes enable row level security;
alter table sitting_minutes force row level security;
create policy sitting_minutes_county on sitting_minutes for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_sitting_minutes with (security_barrier) as
  select t.* from sitting_minutes t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on sitting_minutes to fengqiao_app;
grant select on visible_sitting_minutes to fengqiao_app;

grant select (county_code, matter_id) on sitting to fengqiao_app;
grant select (county_code, matter_id, dispute_id) on sitting_dispute to fengqiao_app;
grant select (county_code, id, matter_id) on sitting_invite, sitting_proposal to fengqiao_app;
grant select (county_code, matter_id, dispute_id, section) on sitting_minutes to fengqiao_app;
