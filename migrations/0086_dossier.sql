-- The file 卷宗 of a dispute: what stands on its cover, which evidence goes in and in which order, and for how long it is kept.
create table dossier (
  county_code text not null,
  matter_id uuid not null,
  version integer not null,
  cover jsonb not null,
  situation text not null,
  -- Evidence in the order in which it is bound; what was asked about and not ticked is not in it. Nothing: nobody chose yet.
  file_ids uuid[],
  retention text check (retention in ('short', 'long', 'permanent')),
  retention_reason text not null default '',
  kept_at timestamptz not null,
  kept_by_post_id uuid not null,
  primary key (county_code, matter_id)
);
insert into topology (table_name, kind, position) values ('dossier', 'distributed', 170);
alter table dossier add constraint dossier_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table dossier enable row level security;
alter table dossier force row level security;
create policy dossier_county on dossier for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_dossier with (security_barrier) as
  select t.* from dossier t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on dossier to fengqiao_app;
grant select (county_code, matter_id, version) on dossier to fengqiao_app;
grant select on visible_dossier to fengqiao_app;

-- Files and lots of papers of one matter are kept like other outputs, and fetched on the page of their matter.
alter table ledger_output drop constraint ledger_output_kind_check;
alter table ledger_output add constraint ledger_output_kind_check check (kind in ('excel', 'list', 'slips', 'sheets', 'dossier', 'papers'));
