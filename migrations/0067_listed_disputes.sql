-- A dispute as lists filter and sort it, one narrow row beside `matter_seen`, written with each event (docs/decisions/0067).
-- It holds no name and no word of anybody; who may see which dispute stays in `matter_seen`, which every list asks too.
create table listed_dispute (
  county_code text not null,
  matter_id uuid not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  updated_at timestamptz not null,
  people_involved integer not null,
  reopened integer not null default 0,
  contested boolean not null default false,
  status text not null,
  category_code text,
  region_code text not null,
  receiving_center_id text not null,
  source text not null,
  lead_unit_id text,
  handler_post_id uuid,
  first_contact_post_id uuid,
  difficulty text,
  urgency text,
  gravity text,
  outcome text,
  amount_cents bigint,
  closed_at timestamptz,
  -- Units and posts that had it before, where there are any.
  former_unit_ids text[],
  former_post_ids text[],
  primary key (county_code, matter_id)
);

-- THE definition of such a row, as the dispute stands now.
drop view visible_ledger;
create view visible_listing with (security_barrier) as
  select t.county_code, t.matter_id, m.opened_at, coalesce(m.due_at, 'infinity') as due_at, m.updated_at, t.people_involved,
    t.reopened, t.contested, m.status, m.category_code, m.region_code, m.receiving_center_id, t.source, m.lead_unit_id,
    m.handler_post_id, t.first_contact_post_id, t.difficulty, t.urgency, t.gravity, t.outcome, t.amount_cents, m.closed_at,
    nullif(t.former_unit_ids, '{}') as former_unit_ids, nullif(t.former_post_ids, '{}') as former_post_ids
  from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant select on visible_listing to fengqiao_app;

-- Writes the rows of these disputes anew. With an event the columns that it changes are written beside it.
create function list_disputes(asked_county text, ids uuid[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  insert into listed_dispute as l
  select v.* from unnest(ids) asked (id)
    cross join lateral (select * from visible_listing x where x.county_code = asked_county and x.matter_id = asked.id limit 1) v
  on conflict (county_code, matter_id) do update set
      (opened_at, due_at, updated_at, people_involved, reopened, contested, status, category_code, region_code,
      receiving_center_id, source, lead_unit_id, handler_post_id, first_contact_post_id, difficulty, urgency, gravity,
      outcome, amount_cents, closed_at, former_unit_ids, former_post_ids)
    = (excluded.opened_at, excluded.due_at, excluded.updated_at, excluded.people_involved, excluded.reopened,
      excluded.contested, excluded.status, excluded.category_code, excluded.region_code, excluded.receiving_center_id,
      excluded.source, excluded.lead_unit_id, excluded.handler_post_id, excluded.first_contact_post_id,
      excluded.difficulty, excluded.urgency, excluded.gravity, excluded.outcome, excluded.amount_cents,
      excluded.closed_at, excluded.former_unit_ids, excluded.former_post_ids);
end $$;

-- Row security is forced on the owner too, who would see no row to copy.
alter table matter no force row level security;
alter table dispute no force row level security;
insert into listed_dispute select * from visible_listing;
alter table matter force row level security;
alter table dispute force row level security;

-- Whatever is asked of a county's disputes of some statuses is answered by this index alone, in one walk along it; what is asked
-- most stands first, since the rest of an entry is then not taken apart.
create index listed_dispute_status on listed_dispute (county_code, status) include (matter_id, closed_at, updated_at, due_at,
  opened_at, amount_cents, people_involved, category_code, source, lead_unit_id, handler_post_id, outcome, region_code,
  receiving_center_id, difficulty, urgency, gravity, first_contact_post_id, reopened, contested, former_unit_ids, former_post_ids);

insert into topology (table_name, kind, position) values ('listed_dispute', 'distributed', 44);
alter table listed_dispute enable row level security;
alter table listed_dispute force row level security;
create policy listed_dispute_county on listed_dispute for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
grant select, insert, update on listed_dispute to fengqiao_app;
revoke execute on function list_disputes(text, uuid[]) from public;
grant execute on function list_disputes(text, uuid[]) to fengqiao_app;

-- What the policy of matter_seen asks of each row (0051), asked once of the whole list: of a long one the rows cost less than
-- the question. The view reads as the owner, who passes by matter_seen_find (0033).
create view own_lists with (security_barrier) as
  select s.* from matter_seen s
  where s.county_code = any ((select string_to_array(nullif(current_setting('app.counties', true), ''), ','))::text[])
    and (s.viewer = any ((select string_to_array(nullif(current_setting('app.viewers', true), ''), ','))::text[])
      or (select 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
    and (select coalesce(nullif(current_setting('app.viewers', true), ''), '-') not like 'noMatters%');
grant select on own_lists to fengqiao_app;

-- As in 0033, but whoever comes by an earlier key is looked for row by row: as a join the planner read all that the center has
-- to leave out a few.
create or replace function count_seen(asked_county text, keys text[], asked_kind text, statuses text[], most integer) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  total integer := 0;
  part integer;
begin
  if within_scope(asked_county, keys) is not true then return 0; end if;
  for at in 1 .. cardinality(keys) loop
    select count(*) into part from (select from matter_seen s where s.county_code = asked_county and s.viewer = keys[at]
      and s.kind = asked_kind and s.status = any (statuses) and (at = 1 or (select true from matter_seen o
        where o.county_code = asked_county and o.viewer = any (keys[1 : at - 1]) and o.matter_id = s.matter_id limit 1) is null)
      limit most - total) listed;
    total := total + part;
    exit when total >= most;
  end loop;
  return total;
end $$;
