-- The machine's clock was moved while a server ran: what follows from dates waits until the system administrator has looked.
create table clock_jump (
  id uuid primary key,
  -- By the clock as it is now, and by how much it differs from the time that really passed.
  noticed_at timestamptz not null,
  seconds integer not null,
  released_at timestamptz,
  released_by uuid references app_user (id)
);
create index clock_jump_open on clock_jump (noticed_at) where released_at is null;

insert into topology (table_name, kind, position) values ('clock_jump', 'local', 191);
grant select, insert, update on clock_jump to fengqiao_app;
