-- What centers publish about themselves, and why a row is as it is, so that Excel out and in loses nothing.
alter table unit add column note text;
alter table counter add column mode text not null default 'resident';
alter table counter add constraint counter_mode check (mode in ('resident', 'rotating'));
alter table presence add column note text;
alter table category add column english text not null default '';
alter table category add column never_confirmable text;
alter table duty_entry add column reason text not null default '';
alter table duty_entry add constraint duty_entry_versions unique (county_code, region_code, category_code, version);
