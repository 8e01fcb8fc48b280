-- Signed paper that came back (docs/decisions/0080). A scan belongs to whoever put it in, or to the desk of the center, and to no
-- matter until its pages are filed: `owner` is the viewer key of those who see it.
create table scan (
  county_code text not null,
  id uuid not null,
  owner text not null,
  name text not null,
  state text not null check (state in ('reading', 'read', 'failed')),
  problem text not null default '',
  pages integer not null default 0,
  at timestamptz not null,
  by_post_id uuid not null,
  primary key (county_code, id)
);
create index scan_owner on scan (county_code, owner, at);

-- What was put in, as it came: one PDF, or the photos of one pile.
create table scan_file (
  county_code text not null,
  scan_id uuid not null,
  position integer not null,
  owner text not null,
  name text not null,
  sha256 text not null,
  mime text not null,
  size integer not null,
  primary key (county_code, scan_id, position),
  foreign key (county_code, scan_id) references scan (county_code, id)
);

-- One page: its picture, what its QRs say, and what became of it.
create table scan_page (
  county_code text not null,
  scan_id uuid not null,
  page integer not null check (page >= 1),
  owner text not null,
  picture_sha256 text not null,
  small_sha256 text not null,
  texts text[] not null default '{}',
  state text not null check (state in ('waiting', 'filed', 'aside')),
  reason text not null default '',
  filed_id uuid,
  done_at timestamptz,
  done_by_post_id uuid,
  primary key (county_code, scan_id, page),
  foreign key (county_code, scan_id) references scan (county_code, id)
);
create index scan_page_waiting on scan_page (county_code, owner) where state = 'waiting';
create index scan_page_filed on scan_page (county_code, filed_id) where filed_id is not null;

-- One paper in the file of a matter, as it came back. A second scan of the same paper stands beside the first.
create table filed_paper (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  form text not null check (form ~ '^[a-zA-Z]+$'),
  subject_id uuid,
  file_id uuid not null,
  pages integer not null check (pages >= 1),
  -- Which pages of the paper, by its QRs; none for what has no QR.
  page_numbers integer[] not null default '{}',
  filed_at timestamptz not null,
  filed_by_post_id uuid not null,
  source text not null check (source in ('scan', 'upload')),
  removed_at timestamptz,
  removed_reason text,
  check ((removed_at is null) = (removed_reason is null)),
  primary key (county_code, id)
);
create index filed_paper_matter on filed_paper (county_code, matter_id);
insert into topology (table_name, kind, position) values
  ('scan', 'distributed', 180), ('scan_page', 'distributed', 181), ('filed_paper', 'distributed', 182),
  ('scan_file', 'distributed', 183);

alter table filed_paper add constraint filed_paper_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table filed_paper enable row level security;
alter table filed_paper force row level security;
create policy filed_paper_county on filed_paper for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_filed_paper with (security_barrier) as
  select t.* from filed_paper t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on filed_paper to fengqiao_app;
grant select (county_code, id, matter_id, removed_at) on filed_paper to fengqiao_app;
grant select on visible_filed_paper to fengqiao_app;

alter table scan enable row level security;
alter table scan force row level security;
create policy scan_own on scan for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table scan_page enable row level security;
alter table scan_page force row level security;
create policy scan_page_own on scan_page for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table scan_file enable row level security;
alter table scan_file force row level security;
create policy scan_file_own on scan_file for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert on scan_file to fengqiao_app;
grant select, insert, update on scan to fengqiao_app;
grant select, insert, update, delete on scan_page to fengqiao_app;
