-- Lists read what they show (0033). Of a clock that is its date and its rule, and the rest of it only where it is paused and
-- counted anew. What few columns of a ledger show is read when one of them stands there.

-- The rows of a ledger's page, in the order of their ids, as far as the asker may see the matters; `wanted` names what some
-- columns need.
create or replace function read_ledger_rows(asked_county text, ids uuid[], wanted text[]) returns json
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (
    -- Once for all rows: row by row, starting over and asking row security again cost more than reading.
    with helping as materialized (select x.matter_id, array_agg(x.unit_id order by x.added_at) as unit_ids from dispute_unit x
      where x.county_code = asked_county and x.matter_id = any (ids) and x.removed_at is null group by 1),
    nearest as materialized (select distinct on (x.matter_id) x.* from matter_clock x
      where 'clock' = any (wanted) and x.county_code = asked_county and x.matter_id = any (ids) and x.stopped_at is null
        and x.binds = 'ours' order by x.matter_id, x.due_at nulls last, x.started_at)
    select coalesce(json_agg(listed), '[]') from (
    select m.id, m.code, m.title, m.status, m.category_code as "categoryCode", m.region_code as "regionCode",
      m.lead_unit_id as "leadUnitId", m.receiving_center_id as "receivingCenterId", m.handler_post_id as "handlerPostId",
      m.restricted, m.opened_at as "openedAt", m.named_post_ids as "namedPostIds",
      d.first_contact_post_id as "firstContactPostId", d.contact_post_id as "contactPostId",
      d.former_unit_ids as "formerUnitIds", d.former_post_ids as "formerPostIds", d.handing_post_ids as "handingPostIds",
      d.parties_line as "partiesLine", d.difficulty, d.urgency, d.gravity,
      coalesce(h.unit_ids, '{}') as "supportingUnitIds",
      c.due_at as "clockDue", c.rule as "clockRule", c.binds as "clockBinds",
      case when c.id is not null and c.due_at is null then json_build_object('id', c.id, 'kind', c.kind, 'rule', c.rule,
        'pauses', c.pauses, 'extensions', c.extensions, 'dueHistory', c.due_history, 'binds', c.binds, 'unitId', c.unit_id,
        'unitSince', c.unit_since, 'calendarVersion', c.calendar_version, 'startedAt', c.started_at, 'dueAt', c.due_at,
        'stoppedAt', c.stopped_at) end as "clockPaused",
      case when 'details' = any (wanted) then json_build_object('dueAt', m.due_at, 'closedAt', m.closed_at,
        'updatedAt', m.updated_at, 'address', d.address, 'communityCode', d.community_code, 'gridCode', d.grid_code,
        'source', d.source, 'peopleInvolved', d.people_involved, 'amountCents', d.amount_cents, 'willing', d.willing,
        'occurredOn', d.occurred_on, 'outcome', d.outcome, 'reopened', d.reopened, 'contested', d.contested) end as details,
      case when 'supervision' = any (wanted) then (select max(n.level) from supervision_notice n
        join matter o on o.county_code = asked_county and o.id = n.matter_id
        where n.county_code = asked_county and n.about_matter_id = m.id and n.lifted_at is null) end as "supervisionLevel",
      case when 'visit' = any (wanted) then (select x.outcome from return_visit x
        where x.county_code = asked_county and x.matter_id = m.id order by x.at desc limit 1) end as visit,
      case when 'rating' = any (wanted) then (select x.score from rating x
        where x.county_code = asked_county and x.matter_id = m.id order by x.at desc limit 1) end as rating,
      case when 'parties' = any (wanted) then coalesce((select json_agg(json_build_object('id', x.id, 'phone', x.phone_sealed,
          'idNumber', x.id_number_sealed) order by x.position) from party x
        where x.county_code = asked_county and x.matter_id = m.id and x.side = 'applicant'), '[]') end as applicants
    from matter m
    join lateral (select * from dispute x where x.county_code = asked_county and x.matter_id = m.id limit 1) d on true
    left join helping h on h.matter_id = m.id
    left join nearest c on c.matter_id = m.id
    where m.county_code = asked_county and m.id = any (ids)
    order by array_position(ids, m.id)) listed);
end $$;

-- A page of what is owed by `listed` keys, soonest first. Each key is one stretch of the index, already in order. Of two
-- debts of one act on one matter one is listed: the personal one, else the first. Whoever covers a colleague owes nothing
-- on what only named people may know, so such a page asks for the matter of every debt.
create or replace function read_work(asked_county text, listed text[], held text[], mine text[], covering boolean, at timestamptz,
  after_due timestamptz, after_id uuid, most integer) returns json
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if within_scope(asked_county, listed) is not true then return '[]'; end if;
  return (select coalesce(json_agg(owed), '[]') from (
    select t.id, t.matter_id as "matterId", t.county_code as "countyCode", m.kind, m.code, m.title, m.status, t.owner, t.act,
      t.since, t.due_at as "dueAt", m.about_id as "aboutId", m.about_code as "aboutCode",
      c.due_at as "clockDue", c.rule as "clockRule", c.binds as "clockBinds",
      case when c.id is not null and c.due_at is null then json_build_object('id', c.id, 'kind', c.kind, 'rule', c.rule,
        'pauses', c.pauses, 'extensions', c.extensions, 'dueHistory', c.due_history, 'binds', c.binds, 'unitId', c.unit_id,
        'unitSince', c.unit_since, 'calendarVersion', c.calendar_version, 'startedAt', c.started_at, 'dueAt', c.due_at,
        'stoppedAt', c.stopped_at) end as "clockPaused"
    from (select d.* from unnest(listed) key (owner) cross join lateral (
        select x.* from matter_todo x where x.county_code = asked_county and x.owner = key.owner and x.owed_from <= at
          and (x.due_at, x.id) > (after_due, after_id)
          and not exists (select from matter_todo o where o.county_code = asked_county and o.matter_id = x.matter_id
            and o.act = x.act and o.owed_from <= at and o.owner = any (held) and (o.owner = any (mine) and x.owner <> all (mine)
              or (o.owner = any (mine)) = (x.owner = any (mine)) and o.id < x.id))
          and (not covering or exists (select from matter k where k.county_code = asked_county and k.id = x.matter_id))
        order by x.due_at, x.id limit most) d order by d.due_at, d.id limit most) t
    join lateral (select * from matter x where x.county_code = asked_county and x.id = t.matter_id limit 1) m on true
    left join lateral (select * from matter_clock x where x.county_code = asked_county and x.matter_id = t.matter_id
      and x.kind = t.clock_kind and x.stopped_at is null order by x.started_at desc limit 1) c on true
    order by t.due_at, t.id) owed);
end $$;
