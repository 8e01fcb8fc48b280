-- A house that came back from a backup stands at an earlier moment: words that went out since are due again there. What leaves the
-- house, and what follows from dates, waits until the system administrator has looked.
create table restoration (
  id uuid primary key,
  restored_at timestamptz not null,
  -- The moment it was brought back to; null: as far as the log went.
  until timestamptz,
  backup text not null,
  released_at timestamptz,
  released_by uuid references app_user (id)
);
create index restoration_open on restoration (restored_at) where released_at is null;

insert into topology (table_name, kind, position) values ('restoration', 'local', 192);
grant select, update on restoration to fengqiao_app;
