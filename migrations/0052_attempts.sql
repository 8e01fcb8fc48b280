-- Whatever is short enough to be guessed counts its wrong tries here: log-ins, second factors, PINs, codes. The key says what
-- is guessed and by whom; names that people type stand in it as digests. A row that is locked is a try under way, so that
-- tries sent at once are counted one by one, also of a name or a code that nobody has.
create table attempt (
  key text primary key,
  failures integer not null,
  since timestamptz not null,
  at timestamptz not null,
  next_try_at timestamptz,
  locked_until timestamptz
);
create index attempt_at on attempt (at);

-- A browser in which somebody has logged in before: strangers who try that person's name do not make it wait. The browser
-- alone knows the token.
create table known_device (
  token_hash text not null,
  user_id uuid not null references app_user (id),
  since timestamptz not null,
  used_at timestamptz not null,
  primary key (token_hash, user_id)
);
create index known_device_user on known_device (user_id);

insert into topology (table_name, kind, position) values ('attempt', 'local', 180), ('known_device', 'local', 181);
grant select, insert, update, delete on attempt, known_device to fengqiao_app;

-- Counted in the account itself, a stranger's tries locked out the person.
alter table app_user drop column failures;
alter table app_user drop column locked_until;
