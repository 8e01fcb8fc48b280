-- What a settled dispute kept from happening, as somebody stated it: the newest statement of a kind counts, none of them is
-- changed, and nobody's statement is "nobody recorded it" and not zero.
create table prevention (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  kind text not null check (kind in ('criminal', 'groupPetition')),
  people integer not null check (people between 0 and 99999),
  at timestamptz not null,
  post_id uuid,
  primary key (county_code, id)
);
create index prevention_matter on prevention (county_code, matter_id);
create index prevention_at on prevention (county_code, at);

-- Blank forms of superiors, filled from the ledger. `grid` and `mapping` belong to one blank file; a changed form is a new version.
create table report_form (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  name text not null,
  issuer text not null default '',
  kind text not null check (kind in ('xlsx', 'docx')),
  cutoff_day integer not null default 0 check (cutoff_day between 0 and 28),
  draft_day integer not null default 1 check (draft_day between 1 and 28),
  hand_in_day integer check (hand_in_day between 1 and 28),
  filler_post_id uuid,
  version integer not null default 1,
  revision integer not null default 1,
  active boolean not null default true,
  seen_by text[] not null,
  created_at timestamptz not null,
  created_by_post_id uuid,
  primary key (county_code, id)
);
create index report_form_center on report_form (county_code, center_id);

create table report_form_version (
  county_code text not null,
  form_id uuid not null,
  version integer not null,
  sha256 text not null,
  file_name text not null,
  grid jsonb not null,
  mapping jsonb not null default '{}',
  seen_by text[] not null,
  uploaded_at timestamptz not null,
  uploaded_by_post_id uuid,
  primary key (county_code, form_id, version)
);

create table report_fill (
  county_code text not null,
  id uuid not null,
  form_id uuid not null,
  version integer not null,
  period_from date not null,
  period_to date not null,
  state text not null check (state in ('draft', 'handedIn')),
  as_of timestamptz not null,
  answers jsonb not null,
  manual jsonb not null default '{}',
  revision integer not null default 1,
  seen_by text[] not null,
  created_at timestamptz not null,
  handed_at timestamptz,
  handed_by uuid,
  handed_by_post_id uuid,
  hash text,
  sha256 text,
  primary key (county_code, id)
);
create unique index report_fill_period on report_fill (county_code, form_id, period_from, period_to);

-- A report as it was handed in: what was asked, as of when, what the figures were, and their digest.
create table report_snapshot (
  county_code text not null,
  id uuid not null,
  ask jsonb not null,
  as_of timestamptz not null,
  figures jsonb not null,
  hash text not null,
  seen_by text[] not null,
  handed_at timestamptz not null,
  handed_by uuid,
  handed_by_post_id uuid,
  primary key (county_code, id)
);
create index report_snapshot_handed on report_snapshot (county_code, handed_at);

insert into topology (table_name, kind, position) values
  ('prevention', 'distributed', 210), ('report_form', 'distributed', 211), ('report_form_version', 'distributed', 212),
  ('report_fill', 'distributed', 213), ('report_snapshot', 'distributed', 214);

alter table prevention add constraint prevention_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table report_form_version add constraint report_form_version_of_form foreign key (county_code, form_id) references report_form (county_code, id);
alter table report_fill add constraint report_fill_of_form foreign key (county_code, form_id) references report_form (county_code, id);

alter table prevention enable row level security;
alter table prevention force row level security;
create policy prevention_county on prevention for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table report_form enable row level security;
alter table report_form force row level security;
create policy report_form_seen on report_form for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ',') or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table report_form_version enable row level security;
alter table report_form_version force row level security;
create policy report_form_version_seen on report_form_version for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ',') or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table report_fill enable row level security;
alter table report_fill force row level security;
create policy report_fill_seen on report_fill for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ',') or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table report_snapshot enable row level security;
alter table report_snapshot force row level security;
create policy report_snapshot_seen on report_snapshot for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ',') or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

create view visible_prevention with (security_barrier) as
  select t.* from prevention t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert on prevention to fengqiao_app;
grant select (county_code, id, matter_id) on prevention to fengqiao_app;
grant select on visible_prevention to fengqiao_app;
grant select, insert, update on report_form, report_form_version, report_fill, report_snapshot to fengqiao_app;

-- What reports group and filter by, of one dispute: one join, and one look at who may see it.
create view visible_report_dispute with (security_barrier) as
  select t.county_code, t.matter_id, t.source, t.difficulty, t.people_involved, m.code, m.title, m.status, m.opened_at,
    m.region_code, m.category_code, m.receiving_center_id, m.lead_unit_id, m.restricted, m.seen_by
  from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant select on visible_report_dispute to fengqiao_app;

-- What happened within a period, by what happened; the rest of a long history is never read.
create index matter_event_reported on matter_event (county_code, type, at)
  where type in ('accept', 'decline', 'sendBack', 'settle', 'fail', 'withdraw', 'terminate', 'verifyClosure', 'closeLinked', 'strikeOff', 'reopen', 'recordReturnVisit', 'archive');
create index matter_opened on matter (county_code, opened_at) where kind = 'dispute';
create index matter_unclosed on matter (county_code, opened_at) where kind = 'dispute' and status not in ('declined', 'closed', 'struckOff', 'archived');
create index matter_clock_reported on matter_clock (county_code, kind, due_at) where kind in ('handle', 'acknowledge');
create index rating_at on rating (county_code, at);
create index settlement_created on settlement (county_code, created_at);
create index visit_at on visit (county_code, at);
