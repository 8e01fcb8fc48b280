-- A county's own form of a paper 文书样式: blocks that were read from its Word file (docs/decisions/0077). One holds at a time.
create table paper_template (
  county_code text not null,
  id uuid not null,
  form text not null,
  version integer not null,
  state text not null check (state in ('draft', 'published', 'ended', 'withdrawn')),
  title text not null,
  blocks jsonb not null,
  -- What the Word file held and could not be carried over, in words.
  not_carried text[] not null,
  file_name text not null,
  author_user_id uuid not null references app_user (id),
  made_at timestamptz not null,
  published_by uuid references app_user (id),
  published_at timestamptz,
  ended_by uuid references app_user (id),
  ended_at timestamptz,
  check ((state in ('draft', 'withdrawn')) or published_at is not null),
  check (published_by <> author_user_id),
  primary key (county_code, id),
  unique (county_code, form, version)
);
create unique index paper_template_in_force on paper_template (county_code, form) where state = 'published';
create unique index paper_template_drafted on paper_template (county_code, form) where state = 'draft';
insert into topology (table_name, kind, position) values ('paper_template', 'reference', 157);
grant select, insert, update on paper_template to fengqiao_app;
