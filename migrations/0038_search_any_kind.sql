-- Found is what has words in the search, whatever its kind; along the primary key, since nothing else is asked of the lists.
create or replace function find_matters(way text, words text[], asked integer[], region_sight text, before_id uuid, most integer, step integer)
returns table (found_county text, found_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  counties text[] := coalesce(string_to_array(nullif(current_setting('app.counties', true), ''), ','), '{}');
  viewers text[] := coalesce(string_to_array(nullif(current_setting('app.viewers', true), ''), ','), '{}');
  own text[] := array (select v from unnest(viewers) v where v like 'p:%');
  shared text[] := array (select v from unnest(viewers) v where v not like 'p:%' and v not like 'r:%');
  regions text[] := array (select v from unnest(viewers) v where v like 'r:%');
  near_counties text[];
  near_ids uuid[];
  floor_id uuid;
begin
  if cardinality(words) = 0 or cardinality(asked) = 0 then return; end if;
  with stretch as materialized (
    select c.code, v.viewer, s.matter_id from unnest(counties) c (code) cross join unnest(viewers) v (viewer)
    cross join lateral (select x.matter_id from matter_seen x where x.county_code = c.code and x.viewer = v.viewer
      and x.matter_id < before_id order by x.matter_id desc limit step) s),
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
  -- What is one's own is read by its key, what a desk or a unit has by all words, what a region shows by the open ones.
  return query select found.county_code, found.matter_id from (
    select x.county_code, x.matter_id from matter_seen x
      join lateral (select case when way = 'code' then e.code_text else e.place_text || e.ledger_text || e.facts_text end as readable
        from search_entry e where e.county_code = x.county_code and e.matter_id = x.matter_id limit 1) e on true
      where cardinality(shared) = 0 and x.county_code = any (counties) and x.viewer = any (own)
        and x.matter_id < before_id
        and not exists (select from unnest(words) word where position(word in e.readable) = 0)
    union
    select e.county_code, e.matter_id from search_entry e
      where cardinality(shared) > 0 and e.county_code = any (counties) and e.terms @> asked and e.matter_id < before_id
        and exists (select from matter_seen x where x.county_code = e.county_code and x.matter_id = e.matter_id
          and x.viewer = any (own || shared))
        and not exists (select from unnest(words) word where position(word in
          case when way = 'code' then e.code_text else e.place_text || e.ledger_text || e.facts_text end) = 0)
    union
    select e.county_code, e.matter_id from search_entry e
      where cardinality(regions) > 0 and e.county_code = any (counties) and e.open_terms @> asked and e.matter_id < before_id
        and exists (select from matter_seen x where x.county_code = e.county_code and x.matter_id = e.matter_id
          and x.viewer = any (regions))
        and not exists (select from unnest(words) word where position(word in case when way = 'code' then e.code_text
          else e.place_text || case when region_sight = 'ledger' then e.ledger_text else '' end end) = 0)
  ) found order by found.matter_id desc limit most;
end $$;
