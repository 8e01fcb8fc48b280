-- The clocks that a board counts, beside what it counts them by: those that are open, and what was late when it was stopped or
-- struck off within the weeks that a board shows. Written anew for each matter that changed (0061); of who sees a matter it keeps
-- what restricts it. Lists read the clocks themselves.
create table board_clock (
  county_code text not null,
  matter_id uuid not null,
  id uuid not null,
  kind text not null,
  rule jsonb not null,
  pauses jsonb not null,
  binds text not null,
  started_at timestamptz not null,
  due_at timestamptz,
  stopped_at timestamptz,
  stop_reason text,
  unit_id text,
  unit_since timestamptz,
  matter_kind text not null,
  matter_status text not null,
  matter_due_at timestamptz,
  region_code text not null,
  category_code text,
  receiving_center_id text not null,
  lead_unit_id text,
  restricted boolean not null,
  seen_by text[] not null,
  counted_with_id uuid,
  primary key (county_code, matter_id, id)
);
create index board_clock_open on board_clock (county_code) where stopped_at is null;
create index board_clock_stopped on board_clock (county_code, stopped_at) where stopped_at is not null;
create index board_clock_restricted on board_clock (county_code) where restricted;
insert into topology (table_name, kind, position) values ('board_clock', 'local', 204);
alter table board_clock enable row level security;
alter table board_clock force row level security;
create policy board_clock_county on board_clock for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert, update, delete on board_clock to fengqiao_app;
