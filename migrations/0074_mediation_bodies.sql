-- Who mediates, beside the units of the network: what a unit is as a mediation body 调解组织 (人民调解法 8, 9, 34), whom a team is
-- made of, and what a mediator's post brings along. `term_told`: which end of a term the leader has heard of. Commercial bodies may charge and are kept apart; people's ones never do (4).
create table mediation_body (
  county_code text not null,
  unit_id text not null unique references unit (id),
  kind text not null check (kind in ('people', 'industry', 'professional', 'commercial', 'studio', 'team')),
  parent_unit_id text references unit (id),
  term_from date,
  term_to date,
  members integer check (members between 1 and 99),
  women integer check (women >= 0),
  seal_kept_by text,
  founded_on date,
  address text,
  charges boolean not null default false,
  note text,
  term_told text,
  check (kind = 'commercial' or not charges),
  check (term_to >= term_from),
  check (women <= members),
  primary key (county_code, unit_id)
);
create table mediation_body_member (
  unit_id text not null references mediation_body (unit_id) on update cascade,
  post_id uuid not null references post (id),
  part text not null check (part in ('judge', 'prosecutor', 'police', 'lawyer', 'psychologist', 'mediator')),
  primary key (unit_id, post_id)
);
create table mediator_profile (
  county_code text not null,
  post_id uuid not null unique references post (id),
  skills text[] not null default '{}',
  fields text[] not null default '{}',
  languages text[] not null default '{}',
  term_from date,
  term_to date,
  status text not null default 'active' check (status in ('active', 'resting', 'ended')),
  studio_unit_id text references mediation_body (unit_id) on update cascade,
  note text,
  term_told text,
  check (term_to >= term_from),
  primary key (county_code, post_id)
);
insert into topology (table_name, kind, position) values
  ('mediation_body', 'reference', 154), ('mediation_body_member', 'reference', 155), ('mediator_profile', 'reference', 156);
grant select, insert, update on mediation_body, mediator_profile to fengqiao_app;
grant select, insert, update, delete on mediation_body_member to fengqiao_app;

-- What a mediator said ties him to a party, that a party wanted another one, and that the parties agreed all the same.
alter table mediator_appointment drop constraint mediator_appointment_state_check;
alter table mediator_appointment add constraint mediator_appointment_state_check
  check (state in ('appointed', 'accepted', 'tied', 'objected', 'released'));
alter table mediator_appointment add column ties text[] not null default '{}'
  check (ties <@ array['kinship', 'employer', 'community', 'represented', 'other']);
alter table mediator_appointment add column declared_at timestamptz;
alter table mediator_appointment add column objected_at timestamptz;
alter table mediator_appointment add column objected_party_id uuid;
alter table mediator_appointment add column consented_at timestamptz;
create index mediator_appointment_post on mediator_appointment (county_code, post_id);
create or replace view visible_mediator_appointment with (security_barrier) as
  select t.* from mediator_appointment t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
