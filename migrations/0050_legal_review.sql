-- Who read a sentence of law before residents do: entered by one person, published by another. It holds for the very words
-- that were read (digest), from its day until its end, in its county; the city's hold in every county. Never deleted.
create table legal_review (
  id uuid primary key,
  county_code text not null,
  sentence_id text not null,
  digest text not null,
  reviewer text not null,
  reviewed_on date not null,
  valid_until date not null,
  note text not null default '',
  entered_by uuid not null references app_user (id),
  entered_post_id uuid,
  entered_at timestamptz not null,
  published_by uuid references app_user (id),
  published_at timestamptz,
  withdrawn_by uuid references app_user (id),
  withdrawn_at timestamptz,
  reason text not null default '',
  check (valid_until > reviewed_on),
  check (published_by <> entered_by)
);
create index legal_review_county on legal_review (county_code, sentence_id);

insert into topology (table_name, kind, position) values ('legal_review', 'reference', 86);
grant select, insert, update on legal_review to fengqiao_app;
