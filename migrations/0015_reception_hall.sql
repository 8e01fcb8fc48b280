-- The hall: numbers in a line, who sits at which counter today, devices that no person logs in at, appointments; a visit
-- carries every service that was given.
create table ticket (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  owner text not null,
  hall text not null,
  day date not null,
  prefix text not null,
  number integer not null,
  priority text,
  origin text not null check (origin in ('kiosk', 'counter', 'appointment')),
  state text not null check (state in ('waiting', 'called', 'serving', 'done', 'left', 'noShow')),
  issued_at timestamptz not null,
  waits_from timestamptz not null,
  due_at timestamptz,
  for_counter integer,
  counter_number integer,
  post_id uuid,
  called_at timestamptz,
  calls integer not null default 0,
  serving_at timestamptz,
  ended_at timestamptz,
  primary key (county_code, id)
);
create unique index ticket_number on ticket (county_code, center_id, day, prefix, number);
create index ticket_line on ticket (county_code, center_id, day, state);

-- The last number given of a day: taken in the transaction that gives it, so that none is missing and none given twice.
create table ticket_serial (
  county_code text not null,
  center_id text not null,
  day date not null,
  prefix text not null,
  last integer not null,
  primary key (county_code, center_id, day, prefix)
);

create table counter_seat (
  county_code text not null,
  center_id text not null,
  day date not null,
  post_id uuid not null,
  owner text not null,
  counter_number integer not null,
  since timestamptz not null,
  primary key (county_code, center_id, day, post_id)
);

-- Name and telephone are sealed; `code` and the last four digits are what the person shows.
create table appointment (
  county_code text not null,
  id uuid not null,
  center_id text not null,
  owner text not null,
  hall text not null,
  code text not null,
  day date not null,
  slot text not null,
  service text not null,
  name_sealed text not null,
  phone_sealed text not null,
  phone_index text not null,
  phone_last4_index text not null,
  made_by text not null check (made_by in ('counter', 'resident')),
  made_at timestamptz not null,
  post_id uuid,
  state text not null check (state in ('booked', 'arrived', 'cancelled')),
  ticket_id uuid,
  ended_at timestamptz,
  primary key (county_code, id)
);
create unique index appointment_code on appointment (county_code, code);
create index appointment_day on appointment (county_code, center_id, day, slot);
create index appointment_phone on appointment (county_code, phone_index, day);

create table appointment_slot (
  county_code text not null,
  center_id text not null,
  day date not null,
  slot text not null,
  taken integer not null,
  primary key (county_code, center_id, day, slot)
);

-- A machine in the hall: its link is known to the machine alone, and shows numbers and counters only.
create table hall_device (
  id uuid primary key,
  county_code text not null,
  center_id text not null,
  kind text not null check (kind in ('kiosk', 'display', 'counter')),
  counter_number integer,
  name text not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  created_by_post_id uuid not null,
  seen_at timestamptz,
  revoked_at timestamptz,
  revoked_by_post_id uuid
);
create index hall_device_center on hall_device (center_id, created_at);

-- Empty: the one service of `service`, as before.
alter table visit add column services text[] not null default '{}';
alter table visit add column confidential boolean not null default false;
alter table visit add column ticket_id uuid;
alter table visit add column counter_number integer;
alter table visit add column corrected_at timestamptz;
alter table visit add column withdrawn_at timestamptz;

insert into topology (table_name, kind, position) values
  ('ticket', 'distributed', 150), ('ticket_serial', 'distributed', 151), ('counter_seat', 'distributed', 152),
  ('appointment', 'distributed', 153), ('appointment_slot', 'distributed', 154), ('hall_device', 'local', 155);

alter table ticket enable row level security;
alter table ticket force row level security;
create policy ticket_own on ticket for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or hall = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table ticket_serial enable row level security;
alter table ticket_serial force row level security;
create policy ticket_serial_county on ticket_serial for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table counter_seat enable row level security;
alter table counter_seat force row level security;
create policy counter_seat_own on counter_seat for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table appointment enable row level security;
alter table appointment force row level security;
create policy appointment_own on appointment for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or hall = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table appointment_slot enable row level security;
alter table appointment_slot force row level security;
create policy appointment_slot_county on appointment_slot for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

grant select, insert, update on ticket, ticket_serial, counter_seat, appointment, appointment_slot, hall_device to fengqiao_app;
