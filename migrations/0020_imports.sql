-- An old ledger of a center, taken over row by row; and paper forms for the days when the server is down.
create table import_run (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  file_name text not null,
  file_sha256 text not null,
  file_size integer not null,
  shape jsonb not null,
  mapping jsonb not null,
  revision integer not null default 1,
  checked_revision integer not null default 0,
  state text not null check (state in ('draft', 'checked', 'applying', 'applied', 'undoing', 'undone', 'dropped')),
  counts jsonb not null default '{}',
  findings jsonb not null default '{}',
  job_id uuid,
  uploaded_at timestamptz not null,
  uploaded_by_post_id uuid,
  checked_at timestamptz,
  applied_at timestamptz,
  applied_by_post_id uuid,
  undone_at timestamptz,
  undone_by_post_id uuid,
  primary key (county_code, id)
);
create index import_run_center on import_run (county_code, center_id, uploaded_at);

-- What became of each row. Sentences may quote what stood in a cell, so they are sealed; the file itself stays in the store.
create table import_row (
  county_code text not null,
  run_id uuid not null,
  row_number integer not null,
  center_id text not null,
  result text not null check (result in ('ready', 'wrong', 'same', 'changed', 'possible')),
  fingerprint text not null,
  number_index text,
  problems_sealed text,
  like_matter_ids uuid[] not null default '{}',
  like_row integer,
  chosen boolean not null default false,
  matter_id uuid,
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (county_code, run_id, row_number)
);
create index import_row_result on import_row (county_code, run_id, result, row_number);
create index import_row_fingerprint on import_row (county_code, fingerprint) where matter_id is not null and undone_at is null;
create index import_row_number on import_row (county_code, number_index) where matter_id is not null and undone_at is null;
create index import_row_twin on import_row (county_code, run_id, fingerprint);
create index import_row_twin_number on import_row (county_code, run_id, number_index) where number_index is not null;
create index import_row_matter on import_row (county_code, matter_id) where matter_id is not null;

-- What a center chose once for a title or a word.
create table import_word (
  county_code text not null,
  center_id text not null,
  kind text not null,
  word text not null,
  ours text not null,
  at timestamptz not null,
  primary key (county_code, center_id, kind, word)
);

-- Codes given to paper in advance. Of the PIN on a slip only the keyed hash is kept, bound to the matter it will open.
create table paper_pad (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  size integer not null check (size between 1 and 100),
  reserved_at timestamptz not null,
  reserved_by_post_id uuid not null,
  printed_at timestamptz not null,
  prints integer not null default 1,
  primary key (county_code, id)
);
create index paper_pad_center on paper_pad (county_code, center_id, reserved_at);
create table paper_code (
  county_code text not null,
  code text not null,
  pad_id uuid not null,
  center_id text not null,
  position integer not null,
  matter_id uuid not null,
  pin_hash text not null,
  state text not null check (state in ('outstanding', 'entered', 'voided')),
  ended_at timestamptz,
  ended_by_post_id uuid,
  void_reason text,
  primary key (county_code, code)
);
create index paper_code_state on paper_code (county_code, center_id, state, code);
create index paper_code_pad on paper_code (county_code, pad_id, position);

insert into topology (table_name, kind, position) values
  ('import_run', 'distributed', 130), ('import_row', 'distributed', 131), ('import_word', 'distributed', 132),
  ('paper_pad', 'distributed', 133), ('paper_code', 'distributed', 134);

alter table import_row add constraint import_row_of_run foreign key (county_code, run_id) references import_run (county_code, id);
alter table paper_code add constraint paper_code_of_pad foreign key (county_code, pad_id) references paper_pad (county_code, id);
alter table import_run enable row level security;
alter table import_run force row level security;
alter table import_row enable row level security;
alter table import_row force row level security;
alter table import_word enable row level security;
alter table import_word force row level security;
alter table paper_pad enable row level security;
alter table paper_pad force row level security;
alter table paper_code enable row level security;
alter table paper_code force row level security;

-- The dispatchers and the leader of the center whose ledger it is.
create policy import_run_center on import_run for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and array['c:' || center_id || '#dispatcher', 'c:' || center_id || '#centerLeader', 'system'] && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy import_row_center on import_row for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and array['c:' || center_id || '#dispatcher', 'c:' || center_id || '#centerLeader', 'system'] && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy import_word_center on import_word for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and array['c:' || center_id || '#dispatcher', 'c:' || center_id || '#centerLeader', 'system'] && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
-- Paper is everybody's at the center's desk.
create policy paper_pad_center on paper_pad for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and array['c:' || center_id, 'system'] && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy paper_code_center on paper_code for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and array['c:' || center_id, 'system'] && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

grant select, insert, update on import_run, paper_pad, paper_code to fengqiao_app;
grant select, insert, update, delete on import_row, import_word to fengqiao_app;

-- Where a dispute comes from: a row of an old ledger with its number, or a form of paper and when it was typed in.
alter table dispute add column import_run_id uuid;
alter table dispute add column old_number text;
alter table dispute add column entered_at timestamptz;
create index dispute_old_number on dispute (county_code, old_number) where old_number is not null;
create or replace view visible_dispute with (security_barrier) as
  select t.* from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- A clock that was over before we knew of it warns nobody and climbs no ladder: only what falls due later does.
alter table matter_clock add column quiet_until timestamptz;
create or replace view visible_matter_clock with (security_barrier) as
  select t.* from matter_clock t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
