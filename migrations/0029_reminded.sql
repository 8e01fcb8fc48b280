-- One reminder a day is heard: whether its button is there is known before it is pressed.
alter table dispute add reminded_at timestamptz;
create or replace view visible_dispute with (security_barrier) as
  select t.* from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
