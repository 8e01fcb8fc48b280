-- A county's rules are published as one value and pinned by part: a version names the parts that it left as they were, each
-- with the version since which it is so. All other parts are new in it.
alter table setting_version add column since jsonb not null default '{}';

with part as (
  select v.county_code, v.version, p.name, v.value -> p.name as own, lag(v.value -> p.name) over earlier as before,
    row_number() over earlier = 1 as first
  from setting_version v
    cross join (select distinct jsonb_object_keys(value) as name from setting_version where key = 'rules') p
  where v.key = 'rules'
  window earlier as (partition by v.county_code, p.name order by v.version)),
dated as (
  select county_code, version, name, max(version) filter (where first or own is distinct from before)
    over (partition by county_code, name order by version) as since
  from part)
update setting_version v set since = kept.since
  from (select county_code, version, jsonb_object_agg(name, since) as since from dated where since < version group by 1, 2) kept
  where v.key = 'rules' and v.county_code = kept.county_code and v.version = kept.version;

-- What is open keeps the rules that it had, under the number that these have now: of the county's own version with its
-- number, else of the city's. The owner sees no matter, so for the moment of this statement the rows are not hidden from it.
alter table matter no force row level security;
with pin as materialized (
  select v.county_code, v.version, k.kind, max(coalesce((v.since ->> p.name)::integer, v.version)) as number
  from setting_version v
    cross join (values ('dispute', array['clocks', 'handling', 'intake', 'triage', 'dispatch', 'court']),
      ('supervision', array['clocks'])) k (kind, parts)
    cross join unnest(k.parts) p (name)
  where v.key = 'rules' group by 1, 2, 3)
update matter m set settings_version = pin.number from pin
  where pin.kind = m.kind and pin.version = m.settings_version and pin.number < m.settings_version
    and (pin.county_code = m.county_code or (pin.county_code = left(m.county_code, 4) || '00' and not exists (select from
      setting_version own where own.key = 'rules' and own.county_code = m.county_code and own.version = m.settings_version)));
alter table matter force row level security;
