-- A delivery says in one text what was said within some minutes; what each of them was, so that one can be taken back.
alter table delivery add column parts jsonb not null default '[]';
create or replace view visible_delivery with (security_barrier) as
  select t.* from delivery t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create index outbox_matter on outbox (county_code, (payload ->> 'matterId')) where kind = 'tell' and done_at is null;
