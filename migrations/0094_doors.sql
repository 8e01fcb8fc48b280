-- A door of law 法律的门 is a matter of its own, about one dispute: who asks, which body it is asked of, what that answered (docs/decisions/0081).
insert into matter_kind (kind, supervised) values ('confirmation', false);
create table door (
  county_code text not null,
  matter_id uuid not null,
  way text not null,
  joint boolean not null,
  applicant_ids uuid[] not null,
  opener_post_id uuid,
  body_unit_id text,
  body_name text not null,
  -- 'here': stationed in the network; 'packet': sealed, answered by a code; 'paper': by hand or by post.
  how text check (how in ('here', 'packet', 'paper')),
  body_number text,
  handed_in_on date,
  served_on date,
  result text,
  ground text,
  result_on date,
  -- How far its dispute is and who has that in hand, for those who see the door and not the dispute.
  about_status text not null,
  about_unit_id text,
  about_post_id uuid,
  primary key (county_code, matter_id)
);
insert into topology (table_name, kind, position) values ('door', 'distributed', 170);
alter table door add constraint door_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table door enable row level security;
alter table door force row level security;
create policy door_county on door for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_door with (security_barrier) as
  select t.* from door t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on door to fengqiao_app;
grant select (county_code, matter_id) on door to fengqiao_app;
grant select on visible_door to fengqiao_app;

-- What its form says beyond what the dispute knows, field by field; sealed where it is somebody's account or income.
create table door_answer (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  field text not null,
  value text not null,
  sealed boolean not null,
  at timestamptz not null,
  primary key (county_code, id)
);
create unique index door_answer_once on door_answer (county_code, matter_id, field);
insert into topology (table_name, kind, position) values ('door_answer', 'distributed', 171);
alter table door_answer add constraint door_answer_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table door_answer enable row level security;
alter table door_answer force row level security;
create policy door_answer_county on door_answer for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_door_answer with (security_barrier) as
  select t.* from door_answer t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update, delete on door_answer to fengqiao_app;
grant select (county_code, id, matter_id, field) on door_answer to fengqiao_app;
grant select on visible_door_answer to fengqiao_app;

-- By what a promise can be enforced; null: by nothing yet. A bare agreement never can.
alter table promise add column title text;
create or replace view visible_promise with (security_barrier) as
  select t.* from promise t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- Who the parties of a dispute are, for whoever sees what hangs on it: a body that has a packet and nothing else of the dispute.
create function hung_parties(asked_county text, asked_id uuid) returns json
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'side', p.side, 'kind', p.kind,
      'representsPartyId', p.represents_party_id, 'left', p.left_at is not null) order by p.position)
    from party p where p.county_code = m.county_code and p.matter_id = m.about_id), '[]')
  from matter m where m.county_code = asked_county and m.id = asked_id
$$;
revoke execute on function hung_parties(text, uuid) from public;
grant execute on function hung_parties(text, uuid) to fengqiao_app;

-- The function of 0083, with what a promise can be enforced by.
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
        'representsPartyId', p.represents_party_id, 'chosenPartyId', p.chosen_party_id, 'left', p.left_at is not null,
        'claimCents', p.claim_cents) order by p.position)
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
    -- Tasks of others about it that are not done.
    (select count(*)::int from task t join matter x on x.county_code = t.county_code and x.id = t.matter_id
      where t.county_code = m.county_code and x.about_id = m.id and x.closed_at is null) as "openTasks",
    -- What stands in the way of striking off, whoever may read the notice itself.
    (select json_build_object('name', coalesce(s.doc_number, a.code), 'level', s.level, 'answered', s.answered_at is not null)
      from supervision_notice s join code_alias a on a.matter_id = s.matter_id
      where s.county_code = m.county_code and s.about_matter_id = m.id and s.lifted_at is null
      order by s.sent_at, a.code limit 1) as "openNotice",
    -- What hangs on the table (docs/decisions/0068): who mediates, what was agreed on, what is still to be done.
    coalesce((select json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'unitId', a.unit_id, 'state', a.state)
        order by a.appointed_at, a.id)
      from mediator_appointment a where a.county_code = m.county_code and a.matter_id = m.id), '[]') as mediators,
    (select json_build_object('id', f.id, 'name', f.name, 'leaderPostId', f.leader_post_id, 'memberPostIds', f.member_post_ids,
        'until', f.until)
      from task_force f where f.county_code = m.county_code and f.matter_id = m.id and f.ended_at is null) as "taskForce",
    coalesce((select json_agg(json_build_object('id', a.id, 'number', a.number, 'version', a.version, 'digest', a.digest,
        'locked', a.locked_at is not null, 'partyIds', a.party_ids, 'groupId', a.group_id,
        'signedPartyIds', coalesce((select json_agg(distinct s.party_id) from signature s where s.county_code = a.county_code
          and s.agreement_id = a.id and s.voided_at is null), '[]')) order by a.created_at, a.id)
      from agreement a where a.county_code = m.county_code and a.matter_id = m.id and a.voided_at is null), '[]') as agreements,
    coalesce((select json_agg(json_build_object('id', i.id, 'settlementId', i.settlement_id, 'position', i.position,
        'obligation', i.obligation, 'payerPartyId', i.payer_party_id, 'payeePartyId', i.payee_party_id, 'part', i.part,
        'amountCents', i.amount_cents, 'paidCents', i.paid_cents, 'dueOn', i.due_on, 'defaultedAt', i.defaulted_at, 'askedAt', i.asked_at, 'title', i.title) order by i.due_on, i.position, i.id)
      from promise i where i.county_code = m.county_code and i.matter_id = m.id and i.state = 'open'), '[]') as promises,
    -- Only the last ones: what was written down wrongly is found soon, and a command has to read them each time.
    coalesce((select json_agg(json_build_object('id', y.id, 'payerPartyId', y.payer_party_id, 'payeePartyId', y.payee_party_id,
        'cents', y.cents, 'parts', (select json_agg(json_build_object('promiseId', z.promise_id, 'cents', z.cents,
            'kept', case when i.state <> 'kept' then null else json_build_object('id', i.id, 'settlementId', i.settlement_id,
              'position', i.position, 'obligation', i.obligation, 'payerPartyId', i.payer_party_id,
              'payeePartyId', i.payee_party_id, 'part', i.part, 'amountCents', i.amount_cents, 'paidCents', i.paid_cents,
              'dueOn', i.due_on, 'defaultedAt', i.defaulted_at, 'askedAt', i.asked_at, 'title', i.title) end))
          from payment_part z join promise i on i.county_code = z.county_code and i.id = z.promise_id
          where z.county_code = y.county_code and z.payment_id = y.id)) order by y.at desc, y.id desc)
      from (select * from payment p where p.county_code = m.county_code and p.matter_id = m.id and p.undone_at is null
        order by p.at desc, p.id desc limit 200) y), '[]') as payments
  from dispute d where d.county_code = m.county_code and d.matter_id = m.id) found_dispute);
end $$;

-- The function of 0071, with the same for its page.
create or replace function read_dispute_page(asked_county text, asked_code text) returns json
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  m matter;
begin
  select x.* into m from matter x where x.county_code = asked_county and x.code = asked_code and x.kind = 'dispute';
  if not found then return null; end if;
  return (select row_to_json(page) from (select
    coalesce((select json_agg(x) from (select p.id, p.side, p.kind, p.name, p.id_kind, p.id_number_sealed, p.id_exception,
        p.phone_sealed, p.address, p.contact_person, p.minor, p.represents_party_id, p.representation, p.authority
      from party p where p.county_code = m.county_code and p.matter_id = m.id order by p.position) x), '[]') as parties,
    coalesce((select json_agg(x) from (select e.seq, e.id, e.at, e.type, e.actor_role, e.actor_post_id, e.actor_unit_id, u.name,
        e.data, e.status_before, e.status_after
      from matter_event e left join app_user u on u.id = e.actor_user_id
      where e.county_code = m.county_code and e.matter_id = m.id order by e.seq desc limit 500) x), '[]') as events,
    coalesce((select json_agg(x) from (select n.id, n.event_id, n.kind, n.visibility, n.body, n.author_user_id
      from note n where n.county_code = m.county_code and n.matter_id = m.id order by n.at, n.id) x), '[]') as notes,
    coalesce((select json_agg(x) from (select f.id, f.event_id, f.name, f.mime, f.size, f.at, f.visibility, f.author_user_id,
        (select u.name from app_user u where u.id = f.author_user_id) as author_name
      from matter_file f where f.county_code = m.county_code and f.matter_id = m.id order by f.at) x), '[]') as files,
    coalesce((select json_agg(x) from (select s.id, s.form, s.terms, s.total_cents, s.effective_on
      from settlement s where s.county_code = m.county_code and s.matter_id = m.id order by s.created_at) x), '[]') as settlements,
    coalesce((select json_agg(x) from (select i.id, i.settlement_id, i.obligation, i.amount_cents, i.due_on, i.performed_on,
        i.payer_party_id, i.payee_party_id, i.part, i.paid_cents, i.state, i.ended_at, i.replaces_id, i.defaulted_at, i.title
      from promise i where i.county_code = m.county_code and i.matter_id = m.id order by i.position, i.due_on, i.id) x), '[]') as items,
    coalesce((select json_agg(x) from (select y.id, y.payer_party_id, y.payee_party_id, y.cents, y.paid_on, y.how, y.at, y.undone_at,
        (select json_agg(json_build_object('promiseId', z.promise_id, 'cents', z.cents) order by z.id) from payment_part z
          where z.county_code = y.county_code and z.payment_id = y.id) as parts
      from payment y where y.county_code = m.county_code and y.matter_id = m.id order by y.paid_on, y.at, y.id) x), '[]') as payments,
    coalesce((select json_agg(x) from (select v.at, v.outcome, v.performed, v.method
      from return_visit v where v.county_code = m.county_code and v.matter_id = m.id order by v.at) x), '[]') as visits,
    coalesce((select json_agg(x) from (select g.score, g.at
      from rating g where g.county_code = m.county_code and g.matter_id = m.id order by g.at desc) x), '[]') as ratings,
    (select row_to_json(x) from (select d.source, d.facts, d.demands, d.occurred_on, d.address, d.import_run_id, d.old_number,
      d.entered_at from dispute d where d.county_code = m.county_code and d.matter_id = m.id) x) as facts,
    -- A notice is a matter of its own: who may not know of it does not find it here either.
    coalesce((select json_agg(x) from (select n.code, s.doc_number as number, n.status, s.level, s.sent_at,
        coalesce((select array_agg(u.unit_id order by u.position) from supervision_notice_unit u
          where u.county_code = s.county_code and u.matter_id = s.matter_id and u.removed_at is null), array[s.unit_id]) as unit_ids,
        s.answered_at, s.lifted_at
      from supervision_notice s join matter n on n.county_code = s.county_code and n.id = s.matter_id
      where s.county_code = m.county_code and s.about_matter_id = m.id order by s.sent_at desc) x), '[]') as notices,
    -- The last step that was kept, and how many messages about it have gone out since.
    (select row_to_json(x) from (select t.event_id as "eventId", t.seq, t.step, t.post_id as "postId", t.at, t.version, t.undo,
        (select count(*)::int from delivery y where y.county_code = t.county_code and y.matter_id = t.matter_id
          and y.event_type = t.step and y.created_at >= t.at
          and (y.state in ('sending', 'printed', 'sent', 'delivered') or y.attempts > 0)) as out
      from taken_step t where t.county_code = m.county_code and t.matter_id = m.id) x) as taken,
    (select c.address from center c where c.id = m.receiving_center_id) as "centerAddress") page);
end $$;
