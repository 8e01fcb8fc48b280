-- Lists are read by functions, as a dispute is (0031): what row security asks of each row of a list is asked once of the
-- keys it is listed by. The owner passes the two policies below; nothing but these functions and those of search reads these
-- two tables as the owner, and each compares county and keys with the scope of whoever asks.
create policy matter_seen_find on matter_seen for select to fengqiao_owner using (true);
create policy matter_todo_find on matter_todo for select to fengqiao_owner using (true);

create function within_scope(asked_county text, keys text[]) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select asked_county = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
    and keys <@ string_to_array(nullif(current_setting('app.viewers', true), ''), ',')
$$;

-- How many matters these keys list, each counted by the first of its keys only, up to `most`.
create function count_seen(asked_county text, keys text[], asked_kind text, statuses text[], most integer) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  total integer := 0;
  part integer;
begin
  if within_scope(asked_county, keys) is not true then return 0; end if;
  for at in 1 .. cardinality(keys) loop
    if at = 1 then
      select count(*) into part from (select from matter_seen s where s.county_code = asked_county and s.viewer = keys[1]
        and s.kind = asked_kind and s.status = any (statuses) limit most) listed;
    else
      select count(*) into part from (select from matter_seen s where s.county_code = asked_county and s.viewer = keys[at]
        and s.kind = asked_kind and s.status = any (statuses) and not exists (select from matter_seen o
          where o.county_code = asked_county and o.viewer = any (keys[1 : at - 1]) and o.matter_id = s.matter_id) limit most) listed;
    end if;
    total := total + part;
  end loop;
  return least(total, most);
end $$;

-- The rows of a ledger's page, in the order of their ids, as far as the asker may see the matters; `wanted` names what some
-- columns need beside matter and dispute.
create function read_ledger_rows(asked_county text, ids uuid[], wanted text[]) returns json
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return (select coalesce(json_agg(listed), '[]') from (
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.category_code as "categoryCode",
      m.region_code as "regionCode", m.lead_unit_id as "leadUnitId", m.receiving_center_id as "receivingCenterId",
      m.handler_post_id as "handlerPostId", m.restricted, m.due_at as "dueAt", m.opened_at as "openedAt",
      m.closed_at as "closedAt", m.updated_at as "updatedAt", d.first_contact_post_id as "firstContactPostId",
      d.contact_post_id as "contactPostId", m.named_post_ids as "namedPostIds", d.former_unit_ids as "formerUnitIds",
      d.former_post_ids as "formerPostIds", d.handing_post_ids as "handingPostIds",
      d.parties_line as "partiesLine", d.address, d.community_code as "communityCode", d.grid_code as "gridCode",
      d.source, d.people_involved as "peopleInvolved", d.amount_cents as "amountCents", d.willing,
      d.occurred_on as "occurredOn", d.difficulty, d.urgency, d.gravity, d.outcome, d.reopened, d.contested,
      coalesce((select json_agg(json_build_object('unitId', x.unit_id, 'task', '', 'doneAt', null) order by x.added_at)
        from dispute_unit x where x.county_code = asked_county and x.matter_id = m.id and x.removed_at is null), '[]') as "supportingUnits",
      (select json_build_object('id', c.id, 'kind', c.kind, 'rule', c.rule, 'pauses', c.pauses, 'extensions', c.extensions,
          'dueHistory', c.due_history, 'binds', c.binds, 'unitId', c.unit_id, 'unitSince', c.unit_since,
          'calendarVersion', c.calendar_version, 'startedAt', c.started_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at)
        from matter_clock c where c.county_code = asked_county and c.matter_id = m.id
          and c.stopped_at is null and c.binds = 'ours' order by c.due_at nulls last, c.started_at limit 1) as clock,
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
    from unnest(ids) with ordinality asked (id, position)
    join lateral (select * from matter x where x.county_code = asked_county and x.id = asked.id limit 1) m on true
    join lateral (select * from dispute x where x.county_code = asked_county and x.matter_id = asked.id limit 1) d on true
    order by asked.position) listed);
end $$;

-- A page of what is owed by `listed` keys, soonest first. Each key is one stretch of the index, already in order. Of two
-- debts of one act on one matter one is listed: the personal one, else the first. Whoever covers a colleague owes nothing
-- on what only named people may know, so such a page asks for the matter of every debt.
create function read_work(asked_county text, listed text[], held text[], mine text[], covering boolean, at timestamptz,
  after_due timestamptz, after_id uuid, most integer) returns json
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if within_scope(asked_county, listed) is not true then return '[]'; end if;
  return (select coalesce(json_agg(owed), '[]') from (
    select t.id, t.matter_id as "matterId", t.county_code as "countyCode", m.kind, m.code, m.title, m.status, t.owner, t.act,
      t.since, t.due_at as "dueAt", m.about_id as "aboutId", m.about_code as "aboutCode",
      (select json_build_object('id', c.id, 'kind', c.kind, 'rule', c.rule, 'pauses', c.pauses, 'extensions', c.extensions,
          'dueHistory', c.due_history, 'binds', c.binds, 'unitId', c.unit_id, 'unitSince', c.unit_since,
          'calendarVersion', c.calendar_version, 'startedAt', c.started_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at)
        from matter_clock c where c.county_code = asked_county and c.matter_id = t.matter_id and c.kind = t.clock_kind
          and c.stopped_at is null order by c.started_at desc limit 1) as clock
    from (select d.* from unnest(listed) key (owner) cross join lateral (
        select x.* from matter_todo x where x.county_code = asked_county and x.owner = key.owner and x.owed_from <= at
          and (x.due_at, x.id) > (after_due, after_id)
          and not exists (select from matter_todo o where o.county_code = asked_county and o.matter_id = x.matter_id
            and o.act = x.act and o.owed_from <= at and o.owner = any (held) and (o.owner = any (mine) and x.owner <> all (mine)
              or (o.owner = any (mine)) = (x.owner = any (mine)) and o.id < x.id))
          and (not covering or exists (select from matter k where k.county_code = asked_county and k.id = x.matter_id))
        order by x.due_at, x.id limit most) d order by d.due_at, d.id limit most) t
    join lateral (select * from matter x where x.county_code = asked_county and x.id = t.matter_id limit 1) m on true
    order by t.due_at, t.id) owed);
end $$;

-- How much is owed by these keys: in all, by name, over its time, by the end of the day, within the week; up to `most` of a key.
create function count_work(asked_county text, held text[], mine text[], covering boolean, at timestamptz, day_start timestamptz,
  day_end timestamptz, week_end timestamptz, most integer) returns json
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  if within_scope(asked_county, held) is not true then held := '{}'; end if;
  return (select json_build_object('all', count(*), 'mine', count(*) filter (where by_name),
      'overdue', count(*) filter (where due_at <= at), 'today', count(*) filter (where due_at > day_start and due_at <= day_end),
      'week', count(*) filter (where due_at > day_start and due_at <= week_end))
    from (select min(d.due_at) as due_at, bool_or(d.owner = any (mine)) as by_name
      from unnest(held) key (owner) cross join lateral (
        select x.matter_id, x.act, x.owner, x.due_at from matter_todo x
        where x.county_code = asked_county and x.owner = key.owner and x.owed_from <= at
          and (not covering or exists (select from matter k where k.county_code = asked_county and k.id = x.matter_id))
        order by x.due_at, x.id limit most) d
      group by d.matter_id, d.act) owed);
end $$;

revoke execute on function within_scope(text, text[]) from public;
revoke execute on function count_seen(text, text[], text, text[], integer) from public;
revoke execute on function read_ledger_rows(text, uuid[], text[]) from public;
revoke execute on function read_work(text, text[], text[], text[], boolean, timestamptz, timestamptz, uuid, integer) from public;
revoke execute on function count_work(text, text[], text[], boolean, timestamptz, timestamptz, timestamptz, timestamptz, integer) from public;
grant execute on function count_seen(text, text[], text, text[], integer) to fengqiao_app;
grant execute on function read_ledger_rows(text, uuid[], text[]) to fengqiao_app;
grant execute on function read_work(text, text[], text[], text[], boolean, timestamptz, timestamptz, uuid, integer) to fengqiao_app;
grant execute on function count_work(text, text[], text[], boolean, timestamptz, timestamptz, timestamptz, timestamptz, integer) to fengqiao_app;
