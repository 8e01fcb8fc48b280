-- A new password or no second factor for an administrator, asked for by one and confirmed by another where the log-in policy
-- wants two. Without an end it waits; after a day it is void.
create table admin_reset (
  id uuid primary key,
  user_id uuid not null references app_user (id),
  what text not null check (what in ('password', 'secondFactor')),
  county_code text not null,
  asked_by uuid not null references app_user (id),
  asked_at timestamptz not null,
  ended_by uuid references app_user (id),
  ended_at timestamptz,
  outcome text check (outcome in ('confirmed', 'refused'))
);
create index admin_reset_open on admin_reset (asked_at) where ended_at is null;
insert into topology (table_name, kind, position) values ('admin_reset', 'local', 183);
grant select, insert, update on admin_reset to fengqiao_app;
