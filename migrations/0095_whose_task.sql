-- A unit that does a task and does not see its dispute must not take the task from those who have the dispute in hand: the task
-- keeps who they are.
alter table task add column about_unit_id text;
alter table task add column about_post_id uuid;
create or replace view visible_task with (security_barrier) as
  select t.* from task t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
alter table matter no force row level security;
alter table task no force row level security;
update task t set about_unit_id = a.lead_unit_id, about_post_id = a.handler_post_id
  from matter m join matter a on a.county_code = m.county_code and a.id = m.about_id
  where m.county_code = t.county_code and m.id = t.matter_id;
alter table matter force row level security;
alter table task force row level security;
