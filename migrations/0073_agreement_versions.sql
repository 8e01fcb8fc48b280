-- The words of an agreement: its terms as they were typed, the sentences made of them, and the digest of these. A new version
-- never changes an old one (docs/decisions/0070).
create table agreement_version (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  agreement_id uuid not null,
  version integer not null,
  terms jsonb not null,
  words text not null,
  digest text not null,
  reason text not null,
  at timestamptz not null,
  by_post_id uuid not null,
  primary key (county_code, id),
  unique (county_code, agreement_id, version),
  foreign key (county_code, agreement_id) references agreement (county_code, id)
);
create index agreement_version_matter on agreement_version (county_code, matter_id);
insert into topology (table_name, kind, position) values ('agreement_version', 'distributed', 154);
alter table agreement_version add constraint agreement_version_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table agreement_version enable row level security;
alter table agreement_version force row level security;
create policy agreement_version_county on agreement_version for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_agreement_version with (security_barrier) as
  select t.* from agreement_version t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert on agreement_version to fengqiao_app;
grant select (county_code, id, matter_id) on agreement_version to fengqiao_app;
grant select on visible_agreement_version to fengqiao_app;
