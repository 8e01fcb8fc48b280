-- What lists filter and sort by, of matter and dispute together: one look at who may see it for each row.
create view visible_ledger with (security_barrier) as
  select t.county_code, t.matter_id, m.code, m.category_code, m.region_code, m.receiving_center_id, m.lead_unit_id,
    m.handler_post_id, m.closed_at, m.updated_at, t.source, t.first_contact_post_id, t.people_involved, t.amount_cents,
    t.difficulty, t.urgency, t.gravity, t.outcome, t.reopened, t.contested, t.former_unit_ids
  from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant select on visible_ledger to fengqiao_app;

-- One status is one stretch of the index, for the order by day of registration as for the order by date due.
drop index matter_seen_opened;
create index matter_seen_opened on matter_seen (county_code, viewer, kind, status, opened_at, matter_id);

-- Filters, order and columns under a name: one's own, or of everybody in a unit or a region.
create table ledger_view (
  id uuid primary key,
  county_code text not null,
  name text not null,
  search jsonb not null,
  columns jsonb not null,
  owner_post_id uuid not null,
  owner_user_id uuid not null references app_user (id),
  audience text not null check (audience in ('own', 'unit', 'region')),
  unit_id text,
  region_code text,
  revision integer not null default 1,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  saved_by uuid not null
);
create index ledger_view_owner on ledger_view (owner_post_id);
create index ledger_view_unit on ledger_view (unit_id) where audience = 'unit';
create index ledger_view_region on ledger_view (region_code) where audience = 'region';

-- How a post has its ledger: which columns, how wide, and the view it opens with.
create table ledger_layout (
  post_id uuid primary key,
  columns jsonb not null,
  default_view_id uuid,
  saved_at timestamptz not null
);

-- A file made of the ledger: what was asked, as of when, by whom, and of which matters, so that it can be fetched again by
-- whoever may still see all of them.
create table ledger_output (
  county_code text not null,
  id uuid not null,
  kind text not null check (kind in ('excel', 'list', 'slips', 'sheets')),
  title text not null,
  sentence text not null,
  columns text[] not null,
  row_count integer not null,
  as_of timestamptz not null,
  post_id uuid not null,
  user_id uuid not null,
  role text not null,
  unit_id text not null,
  shared boolean not null,
  unmasked text[] not null,
  purpose text not null default '',
  matters jsonb not null,
  files jsonb not null,
  created_at timestamptz not null,
  keep_until timestamptz not null,
  removed_at timestamptz,
  primary key (county_code, id)
);
create index ledger_output_unit on ledger_output (county_code, unit_id, role, created_at);
create index ledger_output_kept on ledger_output (county_code, keep_until) where removed_at is null;

alter table ledger_output enable row level security;
alter table ledger_output force row level security;
create policy ledger_output_county on ledger_output for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

insert into topology (table_name, kind, position) values
  ('ledger_view', 'reference', 100), ('ledger_layout', 'local', 101), ('ledger_output', 'distributed', 102);
grant select, insert, update, delete on ledger_view to fengqiao_app;
grant select, insert, update on ledger_layout to fengqiao_app;
grant select, insert, update on ledger_output to fengqiao_app;
