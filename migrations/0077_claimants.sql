-- What only a roster of many claimants needs of a party (docs/decisions/0073, 0075): of what the claim is made up, what shows it,
-- where the money goes. Of the account the last four figures are readable; the whole is sealed.
create table claimant (
  county_code text not null,
  party_id uuid not null,
  matter_id uuid not null,
  items jsonb not null default '[]',
  period text not null default '',
  evidence text[] not null default '{}',
  evidence_note text not null default '',
  bank text not null default '',
  account_sealed text,
  account_last4 text,
  note text not null default '',
  -- How far the one who was chosen may go: 'special' may give up, change and settle claims.
  chosen_scope text check (chosen_scope in ('general', 'special')),
  left_ground text check (left_ground in ('withdrew', 'court', 'paid')),
  primary key (county_code, matter_id, party_id),
  foreign key (county_code, party_id) references party (county_code, id)
);
insert into topology (table_name, kind, position) values ('claimant', 'distributed', 163);
alter table claimant add constraint claimant_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table claimant enable row level security;
alter table claimant force row level security;
create policy claimant_county on claimant for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_claimant with (security_barrier) as
  select t.* from claimant t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on claimant to fengqiao_app;
grant select (county_code, party_id, matter_id) on claimant to fengqiao_app;
grant select on visible_claimant to fengqiao_app;

-- One set of terms for many, and the sum of each: from these the agreements of the group are written, one for each of them.
create table agreement_group (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  terms jsonb not null,
  rows jsonb not null,
  created_at timestamptz not null,
  primary key (county_code, id)
);
create index agreement_group_matter on agreement_group (county_code, matter_id);
insert into topology (table_name, kind, position) values ('agreement_group', 'distributed', 164);
alter table agreement_group add constraint agreement_group_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table agreement_group enable row level security;
alter table agreement_group force row level security;
create policy agreement_group_county on agreement_group for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_agreement_group with (security_barrier) as
  select t.* from agreement_group t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on agreement_group to fengqiao_app;
grant select (county_code, id, matter_id) on agreement_group to fengqiao_app;
grant select on visible_agreement_group to fengqiao_app;
