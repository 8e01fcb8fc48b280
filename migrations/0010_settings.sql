-- A version says who wrote it, who let it pass, and why. What shipped with the program has neither.
alter table setting_version add column author_post_id uuid;
alter table setting_version add column approver_id uuid;
alter table setting_version add column approver_post_id uuid;
alter table setting_version add column approved_at timestamptz;
alter table setting_version add column note text not null default '';

-- The next version of a county's rules while people write it. `value` may be wrong or half done: it is checked when it is
-- handed in. `revision` counts the savings, so that two people at once do not overwrite each other.
create table setting_draft (
  id uuid primary key,
  county_code text not null,
  key text not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'published', 'withdrawn')),
  value jsonb not null,
  effective_from date,
  basis text not null default '',
  note text not null default '',
  base_county text not null,
  base_version integer not null,
  revision integer not null default 1,
  author_id uuid not null references app_user (id),
  author_post_id uuid,
  editor_ids uuid[] not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text not null default '',
  published_version integer,
  created_at timestamptz not null
);
create index setting_draft_county on setting_draft (county_code, key, created_at);

insert into topology (table_name, kind, position) values ('setting_draft', 'reference', 85);
grant select, insert, update on setting_draft to fengqiao_app;
