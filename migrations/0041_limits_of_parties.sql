-- A limit that only a party can miss is that party's own; null: it is all parties' together. Whom the house could not reach with
-- a reminder is told by a person: until then they stand in `to_tell`.
alter table matter_clock add column party_id uuid;
alter table matter_clock add column to_tell uuid[] not null default '{}';
create or replace view visible_matter_clock with (security_barrier) as
  select t.* from matter_clock t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- The function of 0031, with whose limit it is.
create or replace function read_dispute(asked_county text, asked_code text) returns json
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  m matter;
begin
  select x.* into m from matter x where x.county_code = asked_county and x.code = asked_code and x.kind = 'dispute';
  if not found then return null; end if;
  return (select row_to_json(found_dispute) from (select
    m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.version, m.event_seq as "eventSeq",
    m.event_hash as "eventHash", m.settings_version as "settingsVersion", m.restricted, m.category_code as "categoryCode",
    m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId",
    m.handler_post_id as "handlerPostId", m.seen_by as "seenBy", m.opened_at as "openedAt", m.closed_at as "closedAt",
    d.first_contact_post_id as "firstContactPostId", d.township_code as "townshipCode", d.community_code as "communityCode",
    d.grid_code as "gridCode", d.people_involved as "peopleInvolved", d.amount_cents as "amountCents", d.willing, d.difficulty,
    d.urgency, d.gravity, d.violence, d.outcome, d.dispatched_at as "dispatchedAt", d.dispatch_undo_until as "dispatchUndoUntil",
    d.former_unit_ids as "formerUnitIds", m.named_post_ids as "namedPostIds", d.reopened, d.contested,
    d.import_undone_at is not null as "importUndone", d.reminded_at as "remindedAt",
    d.contact_post_id as "contactPostId", d.former_post_ids as "formerPostIds", d.handing_post_ids as "handingPostIds",
    -- What was handed over and not taken back.
    coalesce((select json_agg(json_build_object('id', h.id, 'runId', h.run_id, 'part', h.part, 'fromPostId', h.from_post_id,
        'toPostId', h.to_post_id, 'byPostId', h.by_post_id, 'at', h.at, 'version', h.matter_version,
        'acknowledged', h.acknowledged_at is not null) order by h.at desc, h.id desc)
      from reassignment h where h.county_code = m.county_code and h.matter_id = m.id and h.undone_at is null
        and h.ended_at is null), '[]') as reassignments,
    coalesce((select json_agg(json_build_object('unitId', u.unit_id, 'task', u.task, 'doneAt', u.done_at) order by u.added_at)
      from dispute_unit u where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null), '[]') as "supportingUnits",
    coalesce((select json_agg(json_build_object('id', p.id, 'side', p.side, 'kind', p.kind, 'name', p.name, 'minor', p.minor,
        'representsPartyId', p.represents_party_id) order by p.position)
      from party p where p.county_code = m.county_code and p.matter_id = m.id), '[]') as parties,
    coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'rule', c.rule, 'pauses', c.pauses,
        'extensions', c.extensions, 'dueHistory', c.due_history, 'binds', c.binds, 'unitId', c.unit_id, 'unitSince', c.unit_since,
        'partyId', c.party_id, 'toTell', c.to_tell, 'calendarVersion', c.calendar_version, 'startedAt', c.started_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at)
        order by c.started_at, c.id)
      from matter_clock c where c.county_code = m.county_code and c.matter_id = m.id), '[]') as clocks,
    -- What was asked for: somebody to wait for, more time.
    coalesce((select json_agg(json_build_object('id', r.id, 'what', r.what, 'state', r.state, 'limitAt', r.limit_at,
        'askedByPostId', r.asked_by_post_id, 'ground', r.ground, 'unitId', r.unit_id) order by r.asked_at)
      from material_request r where r.county_code = m.county_code and r.matter_id = m.id), '[]') as materials,
    coalesce((select json_agg(json_build_object('id', e.id, 'clockId', e.clock_id, 'length', e.length, 'unit', e.unit,
        'reason', e.reason, 'plan', e.plan, 'late', e.late, 'state', e.state, 'askedByPostId', e.asked_by_post_id) order by e.asked_at)
      from extension_request e where e.county_code = m.county_code and e.matter_id = m.id), '[]') as "extensionRequests",
    (select json_build_object('id', x.id, 'unitId', x.unit_id, 'sentBack', x.sent_back_at is not null, 'result', x.result)
      from unit_dispatch x where x.county_code = m.county_code and x.matter_id = m.id and x.withdrawn_at is null
      order by x.at desc, x.id desc limit 1) as "lastDispatch",
    (select r.to_unit_id from ruling r where r.county_code = m.county_code and r.matter_id = m.id
      order by r.at desc, r.id desc limit 1) as "ruledUnitId",
    exists (select from return_visit v where v.county_code = m.county_code and v.matter_id = m.id
      and (m.closed_at is null or v.at >= m.closed_at)) as "returnVisited",
    exists (select from rating g where g.county_code = m.county_code and g.matter_id = m.id
      and (m.closed_at is null or g.at >= m.closed_at)) as rated,
    (select e.actor_post_id from matter_event e where e.county_code = m.county_code and e.matter_id = m.id
      and e.type = 'submitClosure' order by e.seq desc limit 1) as "submittedByPostId",
    -- Whom it follows, and how many follow it.
    (select json_build_object('linkId', l.id, 'leadId', l.lead_id, 'since', l.since_status, 'leadUnitId', l.lead_unit_id,
        'leadHandlerPostId', l.lead_handler_post_id, 'leadCenterId', l.lead_center_id)
      from dispute_link l where l.county_code = m.county_code and l.matter_id = m.id and l.ended_at is null) as follows,
    (select count(*)::int from dispute_link l where l.county_code = m.county_code and l.lead_id = m.id
      and l.ended_at is null) as followers,
    -- What stands in the way of striking off, whoever may read the notice itself.
    (select json_build_object('name', coalesce(s.doc_number, a.code), 'level', s.level, 'answered', s.answered_at is not null)
      from supervision_notice s join code_alias a on a.matter_id = s.matter_id
      where s.county_code = m.county_code and s.about_matter_id = m.id and s.lifted_at is null
      order by s.sent_at, a.code limit 1) as "openNotice"
  from dispute d where d.county_code = m.county_code and d.matter_id = m.id) found_dispute);
end $$;
