-- Work changes hands: who owes the contact now, who had it before and may still look, who is handing it over.
alter table dispute add column contact_post_id uuid;
alter table dispute add column former_post_ids text[] not null default '{}';
alter table dispute add column handing_post_ids text[] not null default '{}';
create or replace view visible_dispute with (security_barrier) as
  select t.* from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- One part of one matter that went from a post to another. version: the matter's, so that an untouched one can be taken back.
create table reassignment (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  run_id uuid not null,
  part text not null check (part in ('handling', 'contact', 'named')),
  from_post_id uuid not null,
  to_post_id uuid not null,
  by_post_id uuid,
  at timestamptz not null,
  until date not null,
  matter_version integer not null,
  acknowledged_at timestamptz,
  undone_at timestamptz,
  ended_at timestamptz,
  primary key (county_code, id)
);
create index reassignment_matter on reassignment (county_code, matter_id, at);
create index reassignment_from on reassignment (county_code, from_post_id, at);
create index reassignment_to on reassignment (county_code, to_post_id, at);
create index reassignment_run on reassignment (county_code, run_id);
create index reassignment_open on reassignment (county_code, until) where ended_at is null and undone_at is null;
alter table reassignment add constraint reassignment_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table reassignment enable row level security;
alter table reassignment force row level security;
create policy reassignment_county on reassignment for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_reassignment with (security_barrier) as
  select t.* from reassignment t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on reassignment to fengqiao_app;
grant select (county_code, id, matter_id) on reassignment to fengqiao_app;
grant select on visible_reassignment to fengqiao_app;

-- What a post has in hand, found by the post.
create index matter_handler on matter (county_code, handler_post_id) where handler_post_id is not null;
create index dispute_contact on dispute (county_code, coalesce(contact_post_id, first_contact_post_id));

-- Words that people write again and again: own ones, and those of a unit.
create table phrase (
  id uuid primary key,
  county_code text not null,
  unit_id text not null references unit (id),
  owner_user_id uuid references app_user (id),
  steps text[] not null default '{}',
  body text not null,
  position integer not null default 0,
  active boolean not null default true,
  saved_by uuid,
  saved_at timestamptz not null
);
create index phrase_unit on phrase (unit_id) where active;

-- Closing or merging a part of the network: drafted by one administrator, confirmed by another, applied as a job.
create table reorganization (
  id uuid primary key,
  county_code text not null,
  kind text not null check (kind in ('unit', 'center', 'township', 'community', 'grid')),
  subject text not null,
  plan jsonb not null,
  reason text not null,
  basis text not null,
  effective_on date not null,
  state text not null check (state in ('drafted', 'applying', 'applied', 'withdrawn')),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  job_id uuid,
  counts jsonb not null default '{}',
  applied_at timestamptz
);
create index reorganization_county on reorganization (county_code, drafted_at);

-- Old ids and names still lead somewhere: to what took their place.
create table network_successor (
  old_id text primary key,
  holds text not null check (holds in ('unit', 'region', 'post')),
  new_id text not null,
  old_name text not null,
  since date not null,
  reorganization_id uuid not null
);

-- Posts that were given or ended together, with what they were before: the difference can be shown and taken back.
create table post_batch (
  id uuid primary key,
  county_code text not null,
  changes jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz
);
create index post_batch_county on post_batch (county_code, saved_at);

insert into topology (table_name, kind, position) values
  ('reassignment', 'distributed', 220), ('phrase', 'reference', 221), ('reorganization', 'local', 222),
  ('network_successor', 'reference', 223), ('post_batch', 'local', 224);
grant select, insert, update on phrase, reorganization, post_batch to fengqiao_app;
grant select, insert on network_successor to fengqiao_app;
