-- A tablet on the signing table has a log-in of its own: it opens this table and nothing else, and is ended from any other device.
alter table session add column table_code text;
create index session_of_table on session (table_code, created_at) where table_code is not null;

-- What the tablet shows once to get that log-in; a copy of the table opens nothing.
create table table_pass (
  id text primary key,
  table_code text not null,
  user_id uuid not null references app_user (id),
  post_id uuid not null references post (id),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
insert into topology (table_name, kind, position) values ('table_pass', 'local', 190);
grant select, insert, update, delete on table_pass to fengqiao_app;
