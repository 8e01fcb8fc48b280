-- For how long a file is kept may be chosen before anybody wrote its cover. What was looked at and left out is known too, so that
-- evidence which came later is told apart from it; copies of identity papers go in with a reason.
alter table dossier alter column cover drop not null;
alter table dossier add column left_out_ids uuid[];
alter table dossier add column identity_reason text not null default '';
create or replace view visible_dossier with (security_barrier) as
  select t.* from dossier t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
