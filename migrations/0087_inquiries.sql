-- What somebody was asked while a dispute is looked into 调查记录: questions and answers stand in the note of its event.
create table inquiry (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  note_id uuid not null,
  -- Who was asked: a party, or somebody else by name.
  party_id uuid,
  witness text not null default '',
  relation text not null default '',
  held_on date not null,
  place text not null,
  others text not null default '',
  post_id uuid not null,
  at timestamptz not null,
  check ((party_id is null) <> (witness = '')),
  primary key (county_code, id)
);
create index inquiry_matter on inquiry (county_code, matter_id);
insert into topology (table_name, kind, position) values ('inquiry', 'distributed', 184);
alter table inquiry add constraint inquiry_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table inquiry enable row level security;
alter table inquiry force row level security;
create policy inquiry_county on inquiry for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_inquiry with (security_barrier) as
  select t.* from inquiry t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert on inquiry to fengqiao_app;
grant select on visible_inquiry to fengqiao_app;
