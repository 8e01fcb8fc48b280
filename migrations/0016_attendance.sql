-- Who is at a center today and who is called in, alarms, the duty roster with its log, and who covers for an absent colleague.

-- A notice about no matter leads to a page instead of a code.
alter table notice add column page text;

-- A post that is held for somebody who is away: it ends by its last day, and what is lasting goes to the post it covers.
alter table post add column covers_post_id uuid references post (id);

-- What was marked of a unit on a day: one row, overwritten as the day goes.
create table attendance (
  county_code text not null,
  center_id text not null,
  day date not null,
  unit_id text not null,
  state text not null check (state in ('present', 'late', 'absent', 'left')),
  post_id uuid,
  counter_number integer,
  arrived_at timestamptz,
  left_at timestamptz,
  expected_time text,
  note text not null default '',
  marked_by_post_id uuid not null,
  marked_at timestamptz not null,
  primary key (county_code, center_id, day, unit_id)
);

-- One day unlike the plan: moved to another day, off, extra, or at other hours or another counter.
create table attendance_change (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  unit_id text not null,
  kind text not null check (kind in ('moved', 'off', 'extra', 'hours')),
  day date not null,
  moved_to date,
  from_time text,
  to_time text,
  counter_number integer,
  reason text not null,
  made_by_post_id uuid not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_post_id uuid,
  primary key (county_code, id)
);
create index attendance_change_day on attendance_change (county_code, center_id, day);
create index attendance_change_moved on attendance_change (county_code, center_id, moved_to) where moved_to is not null;

-- Whom a unit sends when it is called, in order.
create table call_contact (
  county_code text not null,
  center_id text not null,
  unit_id text not null,
  position integer not null,
  post_id uuid not null,
  primary key (county_code, center_id, unit_id, position)
);

create table call_out (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  unit_id text not null,
  day date not null,
  state text not null check (state in ('called', 'coming', 'refused', 'arrived', 'cancelled')),
  reason text not null,
  place text not null,
  code text,
  promised_minutes integer not null,
  round integer not null default 1,
  called_post_ids uuid[] not null,
  called_at timestamptz not null,
  last_called_at timestamptz not null,
  called_by_post_id uuid not null,
  answered_at timestamptz,
  answered_by_post_id uuid,
  eta_minutes integer,
  answer text not null default '',
  instead_unit_id text,
  arrived_at timestamptz,
  ended_at timestamptz,
  seen_by text[] not null,
  primary key (county_code, id)
);
create index call_out_day on call_out (county_code, center_id, day);
create index call_out_unit on call_out (county_code, unit_id, day);
create index call_out_waiting on call_out (county_code, last_called_at) where state = 'called';

-- Violence or self-harm at the center. It says nothing of a visitor: place, kind, who came, how it ended.
create table alarm (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  day date not null,
  kind text not null check (kind in ('violence', 'selfHarm', 'other')),
  place text not null,
  drill boolean not null,
  raised_at timestamptz not null,
  raised_by_post_id uuid not null,
  told_post_ids uuid[] not null,
  ended_at timestamptz,
  ended_by_post_id uuid,
  outcome text check (outcome in ('calmed', 'police', 'ambulance', 'policeAndAmbulance', 'mistaken', 'drillDone')),
  measures text not null default '',
  seen_by text[] not null,
  primary key (county_code, id)
);
create index alarm_day on alarm (county_code, center_id, day);
create index alarm_running on alarm (county_code, center_id) where ended_at is null;

create table alarm_answer (
  county_code text not null,
  alarm_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  seen_by text[] not null,
  primary key (county_code, alarm_id, post_id)
);

create table roster_month (
  county_code text not null,
  center_id text not null,
  month text not null,
  state text not null check (state in ('draft', 'published')),
  drawn_by_post_id uuid not null,
  drawn_at timestamptz not null,
  published_by_post_id uuid,
  published_at timestamptz,
  primary key (county_code, center_id, month)
);

-- Who leads and who stands a shift; `phone` is the number of the desk or the duty phone, never a private one.
create table roster_shift (
  county_code text not null,
  center_id text not null,
  day date not null,
  shift text not null,
  part text not null check (part in ('leader', 'officer')),
  post_id uuid not null,
  phone text not null default '',
  primary key (county_code, center_id, day, shift, part)
);

create table roster_swap (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  day date not null,
  shift text not null,
  part text not null,
  post_id uuid not null,
  other_post_id uuid not null,
  other_day date,
  other_shift text,
  state text not null check (state in ('asked', 'agreed', 'refused', 'withdrawn')),
  reason text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (county_code, id)
);
create index roster_swap_open on roster_swap (county_code, center_id) where state = 'asked';

-- The duty log 值班日志: what people wrote, with what the next shift has to go on with.
create table shift_entry (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  day date not null,
  shift text not null,
  at timestamptz not null,
  body text not null,
  post_id uuid not null,
  open boolean not null,
  settled_at timestamptz,
  settled_by_post_id uuid,
  settled_words text not null default '',
  seen_by text[] not null,
  primary key (county_code, id)
);
create index shift_entry_day on shift_entry (county_code, center_id, day);
create index shift_entry_open on shift_entry (county_code, center_id) where open and settled_at is null;

-- Two signatures. `facts` are the figures of the day as they were when it was handed over; `chain_head` is read out above.
create table shift_handover (
  county_code text not null,
  center_id text not null,
  day date not null,
  shift text not null,
  facts jsonb not null,
  chain_head text not null,
  words text not null default '',
  given_by_post_id uuid not null,
  given_at timestamptz not null,
  taken_by_post_id uuid,
  taken_at timestamptz,
  seen_by text[] not null,
  primary key (county_code, center_id, day, shift)
);

-- Who is away from a post, and who covers it. `cover_post_id` is the post that was given for it.
create table absence (
  county_code text not null,
  id uuid not null,
  unit_id text not null,
  post_id uuid not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  state text not null check (state in ('open', 'asked', 'granted', 'refused', 'ended', 'withdrawn')),
  cover_by_post_id uuid,
  cover_post_id uuid,
  asked_by_post_id uuid not null,
  asked_at timestamptz not null,
  decided_by_post_id uuid,
  decided_at timestamptz,
  decision text not null default '',
  primary key (county_code, id)
);
create index absence_unit on absence (county_code, unit_id, to_day);
create index absence_post on absence (county_code, post_id, to_day);

insert into topology (table_name, kind, position) values
  ('attendance', 'distributed', 160), ('attendance_change', 'distributed', 161), ('call_contact', 'distributed', 162),
  ('call_out', 'distributed', 163), ('alarm', 'distributed', 164), ('alarm_answer', 'distributed', 165),
  ('roster_month', 'distributed', 166), ('roster_shift', 'distributed', 167), ('roster_swap', 'distributed', 168),
  ('shift_entry', 'distributed', 169), ('shift_handover', 'distributed', 170), ('absence', 'distributed', 171);

alter table attendance enable row level security;
alter table attendance force row level security;
create policy attendance_county on attendance for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table attendance_change enable row level security;
alter table attendance_change force row level security;
create policy attendance_change_county on attendance_change for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table call_contact enable row level security;
alter table call_contact force row level security;
create policy call_contact_county on call_contact for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table roster_month enable row level security;
alter table roster_month force row level security;
create policy roster_month_county on roster_month for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table roster_shift enable row level security;
alter table roster_shift force row level security;
create policy roster_shift_county on roster_shift for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table roster_swap enable row level security;
alter table roster_swap force row level security;
create policy roster_swap_county on roster_swap for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table absence enable row level security;
alter table absence force row level security;
create policy absence_county on absence for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table call_out enable row level security;
alter table call_out force row level security;
create policy call_out_own on call_out for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table alarm enable row level security;
alter table alarm force row level security;
create policy alarm_own on alarm for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table alarm_answer enable row level security;
alter table alarm_answer force row level security;
create policy alarm_answer_own on alarm_answer for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table shift_entry enable row level security;
alter table shift_entry force row level security;
create policy shift_entry_own on shift_entry for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table shift_handover enable row level security;
alter table shift_handover force row level security;
create policy shift_handover_own on shift_handover for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

-- Whoever covers for a colleague sees what the colleague sees, except what only named people may know: `app.own` holds the
-- covering person's own keys, and is set only while somebody covers.
create policy matter_restricted_own on matter as restrictive for select using (not restricted
  or nullif(current_setting('app.own', true), '') is null
  or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
  or seen_by && string_to_array(nullif(current_setting('app.own', true), ''), ','));

grant select, insert, update on attendance, attendance_change, call_out, alarm, roster_month, roster_swap, shift_entry, shift_handover,
  absence to fengqiao_app;
grant select, insert, update, delete on call_contact, roster_shift to fengqiao_app;
grant select, insert on alarm_answer to fengqiao_app;
