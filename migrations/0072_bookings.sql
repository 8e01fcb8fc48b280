-- Rooms and people by the hour (docs/decisions/0069). A room or a person is one thing, whoever asks for it and in whichever county,
-- so the table is not cut by county, and the database itself refuses two bookings of one thing at one time. Ids only.
create extension if not exists btree_gist;

create table booking (
  id uuid primary key,
  group_id uuid not null,
  county_code text not null,
  center_id text not null,
  room_id text references room (id),
  post_id uuid references post (id),
  user_id uuid references app_user (id),
  from_at timestamptz not null,
  to_at timestamptz not null,
  matter_county text,
  matter_id uuid,
  made_by_post_id uuid not null,
  made_at timestamptz not null,
  state text not null check (state in ('held', 'needsRoom', 'released')),
  reason text check (reason in ('notNeeded', 'otherTime', 'cannotCome', 'roomUnusable', 'other')),
  ended_by_post_id uuid,
  ended_at timestamptz,
  check (from_at < to_at),
  check ((room_id is null) = (post_id is not null)),
  check ((post_id is null) = (user_id is null)),
  check ((matter_id is null) = (matter_county is null)),
  check ((state = 'released') = (reason is not null and ended_at is not null)),
  -- One person holds several posts and is still one person.
  constraint booking_room_once exclude using gist (room_id with =, tstzrange(from_at, to_at) with &&)
    where (state <> 'released' and room_id is not null),
  constraint booking_person_once exclude using gist (user_id with =, tstzrange(from_at, to_at) with &&)
    where (state <> 'released' and user_id is not null)
);
create index booking_group on booking (group_id);
create index booking_matter on booking (matter_id) where matter_id is not null;
create index booking_of_user on booking (user_id, to_at) where user_id is not null;

-- A calendar elsewhere asks by this token; only its digest is kept.
create table booking_feed (
  token_hash text primary key,
  user_id uuid not null references app_user (id),
  post_id uuid not null references post (id),
  made_at timestamptz not null,
  asked_at timestamptz,
  ended_at timestamptz
);
create unique index booking_feed_of_user on booking_feed (user_id) where ended_at is null;

insert into topology (table_name, kind, position) values ('booking', 'local', 230), ('booking_feed', 'local', 231);

-- Whether a room or a person is free is asked across counties; who writes stays within the own.
alter table booking enable row level security;
alter table booking force row level security;
create policy booking_looked_at on booking for select using (true);
create policy booking_made on booking for insert
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy booking_changed on booking for update
  using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert, update on booking, booking_feed to fengqiao_app;
