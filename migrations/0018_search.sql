-- What a matter can be found by. The application writes it and cannot read it: one function looks, under the same scope as
-- every other list, and answers ids. Texts hold no numbers of papers or phones; their last four are keyed indexes.
create table search_entry (
  county_code text not null,
  matter_id uuid not null,
  code_text text not null,
  place_text text not null,
  ledger_text text not null,
  facts_text text not null,
  terms integer[] not null,
  numbers integer[] not null,
  built integer not null,
  primary key (county_code, matter_id)
);
create index search_entry_terms on search_entry using gin (terms);
create index search_entry_numbers on search_entry using gin (numbers);
create index search_entry_built on search_entry (county_code, built, matter_id);
insert into topology (table_name, kind, position) values ('search_entry', 'distributed', 110);

alter table search_entry enable row level security;
alter table search_entry force row level security;
create policy search_entry_write on search_entry for all to fengqiao_app
  using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
-- The owner is the functions below, which ask for the scope themselves: a policy would keep array operators, which are not
-- leakproof, from the index (house rule 4).
create policy search_entry_find on search_entry for select to fengqiao_owner using (true);
grant insert, update on search_entry to fengqiao_app;
grant select (county_code, matter_id, built) on search_entry to fengqiao_app;

-- Newest first, older than before_id. Common words are found among the newest p_step matters of each viewer key; only what
-- is rare there is asked of the index. A key r: watches a place: region_sight says what that lets one find by.
create function find_matters(way text, words text[], asked integer[], region_sight text, before_id uuid, most integer, step integer)
returns table (found_county text, found_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  counties text[] := coalesce(string_to_array(nullif(current_setting('app.counties', true), ''), ','), '{}');
  viewers text[] := coalesce(string_to_array(nullif(current_setting('app.viewers', true), ''), ','), '{}');
  near_counties text[];
  near_ids uuid[];
  floor_id uuid;
begin
  if cardinality(words) = 0 or cardinality(asked) = 0 then return; end if;
  with stretch as materialized (
    select c.code, v.viewer, s.matter_id from unnest(counties) c (code) cross join unnest(viewers) v (viewer)
    cross join lateral (select x.matter_id from matter_seen x where x.county_code = c.code and x.viewer = v.viewer
      and x.kind = 'dispute' and x.matter_id < before_id order by x.matter_id desc limit step) s),
  ends as (select (array_agg(matter_id order by matter_id))[1] as last_id from stretch group by code, viewer having count(*) = step),
  cut as (select last_id from ends order by last_id desc limit 1),
  seen as (select code, matter_id, bool_or(viewer not like 'r:%') as near from stretch
    where matter_id >= coalesce((select last_id from cut), '00000000-0000-0000-0000-000000000000') group by code, matter_id),
  hit as (select seen.code, seen.matter_id from seen
    join lateral (select case when way = 'code' then e.code_text else e.place_text
        || case when seen.near or region_sight = 'ledger' then e.ledger_text else '' end
        || case when seen.near then e.facts_text else '' end end as readable
      from search_entry e where e.county_code = seen.code and e.matter_id = seen.matter_id limit 1) e on true
    where not exists (select from unnest(words) word where position(word in e.readable) = 0)
    order by seen.matter_id desc limit most)
  select array_agg(code order by matter_id desc), array_agg(matter_id order by matter_id desc), (select last_id from cut)
    into near_counties, near_ids, floor_id from hit;
  if floor_id is null or cardinality(near_ids) >= most then
    return query select * from unnest(near_counties, near_ids);
    return;
  end if;
  return query select e.county_code, e.matter_id from search_entry e
    cross join lateral (select bool_or(x.viewer not like 'r:%') as near from matter_seen x where x.county_code = e.county_code
      and x.matter_id = e.matter_id and x.viewer = any (viewers) and x.kind = 'dispute') seen
    where e.county_code = any (counties) and e.terms @> asked and e.matter_id < before_id and seen.near is not null
      and not exists (select from unnest(words) word where position(word in case when way = 'code' then e.code_text else e.place_text
        || case when seen.near or region_sight = 'ledger' then e.ledger_text else '' end
        || case when seen.near then e.facts_text else '' end end) = 0)
    order by e.matter_id desc limit most;
end $$;

-- The last four of a paper or a phone, by their keyed index: for those who are near the matter, and never by a region.
create function find_numbers(asked integer[], before_id uuid, most integer)
returns table (found_county text, found_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.county_code, e.matter_id from search_entry e
  where e.county_code = any (coalesce(string_to_array(nullif(current_setting('app.counties', true), ''), ','), '{}'))
    and e.numbers && asked and e.matter_id < before_id
    and exists (select from matter_seen x where x.county_code = e.county_code and x.matter_id = e.matter_id and x.kind = 'dispute'
      and x.viewer = any (coalesce(string_to_array(nullif(current_setting('app.viewers', true), ''), ','), '{}')) and x.viewer not like 'r:%')
  order by e.matter_id desc limit most
$$;
revoke execute on function find_matters from public;
revoke execute on function find_numbers from public;
grant execute on function find_matters to fengqiao_app;
grant execute on function find_numbers to fengqiao_app;
