-- What the keys of this house make of a fixed word: whoever comes with others is told before anything is sealed under them.
create table key_check (
  name text primary key check (name in ('masterKey', 'qrSecret')),
  value text not null,
  made_at timestamptz not null
);
insert into topology (table_name, kind, position) values ('key_check', 'local', 190);
