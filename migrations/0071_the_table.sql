-- Who does what by when was a line of an agreement. Now it is a promise 履行: somebody owes it to somebody, it is kept, in part or
-- not, changed by consent or waived (docs/decisions/0068). What stood there keeps its words, and names nobody it did not name.
drop view visible_settlement_item;
alter table settlement_item rename to promise;
alter table promise rename constraint settlement_item_pkey to promise_pkey;
alter table promise rename constraint settlement_item_of_matter to promise_of_matter;
alter table promise rename constraint settlement_item_of_settlement to promise_of_settlement;
alter policy settlement_item_county on promise rename to promise_county;
alter index settlement_item_matter rename to promise_matter;
alter table promise add column payer_party_id uuid;
alter table promise add column payee_party_id uuid;
alter table promise add column part text not null default 'principal' check (part in ('principal', 'interest', 'costs'));
alter table promise add column paid_cents bigint not null default 0 check (paid_cents >= 0);
alter table promise add column state text not null default 'open' check (state in ('open', 'kept', 'waived', 'replaced'));
alter table promise add column ended_at timestamptz;
alter table promise add column defaulted_at timestamptz;
alter table promise add column asked_at timestamptz;
alter table promise add column replaces_id uuid;
alter table promise no force row level security;
update promise set state = 'kept' where performed_on is not null;
alter table promise force row level security;
create index promise_due on promise (county_code, due_on) where state = 'open';
update topology set table_name = 'promise' where table_name = 'settlement_item';
create view visible_promise with (security_barrier) as
  select t.* from promise t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant select on visible_promise to fengqiao_app;

-- Money that was really paid, and to which promises it went. What was written down wrongly is undone, never removed.
create table payment (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  payer_party_id uuid not null,
  payee_party_id uuid not null,
  cents bigint not null check (cents > 0),
  paid_on date not null,
  how text not null check (how in ('cash', 'transfer', 'mobile', 'goods', 'court', 'other')),
  at timestamptz not null,
  undone_at timestamptz,
  primary key (county_code, id)
);
create index payment_matter on payment (county_code, matter_id);
insert into topology (table_name, kind, position) values ('payment', 'distributed', 152);
alter table payment add constraint payment_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table payment enable row level security;
alter table payment force row level security;
create policy payment_county on payment for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_payment with (security_barrier) as
  select t.* from payment t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on payment to fengqiao_app;
grant select (county_code, id, matter_id) on payment to fengqiao_app;
grant select on visible_payment to fengqiao_app;

create table payment_part (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  payment_id uuid not null,
  promise_id uuid not null,
  cents bigint not null check (cents > 0),
  primary key (county_code, id),
  foreign key (county_code, payment_id) references payment (county_code, id),
  foreign key (county_code, promise_id) references promise (county_code, id)
);
create index payment_part_matter on payment_part (county_code, matter_id);
insert into topology (table_name, kind, position) values ('payment_part', 'distributed', 153);
alter table payment_part add constraint payment_part_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table payment_part enable row level security;
alter table payment_part force row level security;
create policy payment_part_county on payment_part for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_payment_part with (security_barrier) as
  select t.* from payment_part t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on payment_part to fengqiao_app;
grant select (county_code, id, matter_id) on payment_part to fengqiao_app;
grant select on visible_payment_part to fengqiao_app;

-- Who was appointed to mediate, and who was before.
create table mediator_appointment (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  post_id uuid not null,
  unit_id text not null,
  basis text not null check (basis in ('proposed', 'chosen')),
  state text not null check (state in ('appointed', 'objected', 'released')),
  appointed_at timestamptz not null,
  ended_at timestamptz,
  reason text,
  primary key (county_code, id)
);
create index mediator_appointment_matter on mediator_appointment (county_code, matter_id);
insert into topology (table_name, kind, position) values ('mediator_appointment', 'distributed', 150);
alter table mediator_appointment add constraint mediator_appointment_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table mediator_appointment enable row level security;
alter table mediator_appointment force row level security;
create policy mediator_appointment_county on mediator_appointment for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_mediator_appointment with (security_barrier) as
  select t.* from mediator_appointment t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on mediator_appointment to fengqiao_app;
grant select (county_code, id, matter_id) on mediator_appointment to fengqiao_app;
grant select on visible_mediator_appointment to fengqiao_app;

-- An agreement's head; its versions' words stand below it.
create table agreement (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  number text,
  form text not null check (form in ('written', 'oral', 'onTheSpot')),
  version integer not null,
  digest text not null,
  party_ids uuid[] not null,
  created_at timestamptz not null,
  locked_at timestamptz,
  voided_at timestamptz,
  primary key (county_code, id)
);
create index agreement_matter on agreement (county_code, matter_id);
insert into topology (table_name, kind, position) values ('agreement', 'distributed', 151);
alter table agreement add constraint agreement_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table agreement enable row level security;
alter table agreement force row level security;
create policy agreement_county on agreement for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_agreement with (security_barrier) as
  select t.* from agreement t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on agreement to fengqiao_app;
grant select (county_code, id, matter_id) on agreement to fengqiao_app;
grant select on visible_agreement to fengqiao_app;

-- The function of 0041, with these.
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
      order by s.sent_at, a.code limit 1) as "openNotice",
    -- What hangs on the table (docs/decisions/0068): who mediates, what was agreed on, what is still to be done.
    coalesce((select json_agg(json_build_object('id', a.id, 'postId', a.post_id, 'unitId', a.unit_id, 'state', a.state)
        order by a.appointed_at, a.id)
      from mediator_appointment a where a.county_code = m.county_code and a.matter_id = m.id), '[]') as mediators,
    coalesce((select json_agg(json_build_object('id', a.id, 'number', a.number, 'version', a.version, 'digest', a.digest,
        'locked', a.locked_at is not null, 'partyIds', a.party_ids) order by a.created_at, a.id)
      from agreement a where a.county_code = m.county_code and a.matter_id = m.id and a.voided_at is null), '[]') as agreements,
    coalesce((select json_agg(json_build_object('id', i.id, 'settlementId', i.settlement_id, 'position', i.position,
        'obligation', i.obligation, 'payerPartyId', i.payer_party_id, 'payeePartyId', i.payee_party_id, 'part', i.part,
        'amountCents', i.amount_cents, 'paidCents', i.paid_cents, 'dueOn', i.due_on, 'defaultedAt', i.defaulted_at, 'askedAt', i.asked_at) order by i.due_on, i.position, i.id)
      from promise i where i.county_code = m.county_code and i.matter_id = m.id and i.state = 'open'), '[]') as promises,
    -- Only the last ones: what was written down wrongly is found soon, and a command has to read them each time.
    coalesce((select json_agg(json_build_object('id', y.id, 'payerPartyId', y.payer_party_id, 'payeePartyId', y.payee_party_id,
        'cents', y.cents, 'parts', (select json_agg(json_build_object('promiseId', z.promise_id, 'cents', z.cents,
            'kept', case when i.state <> 'kept' then null else json_build_object('id', i.id, 'settlementId', i.settlement_id,
              'position', i.position, 'obligation', i.obligation, 'payerPartyId', i.payer_party_id,
              'payeePartyId', i.payee_party_id, 'part', i.part, 'amountCents', i.amount_cents, 'paidCents', i.paid_cents,
              'dueOn', i.due_on, 'defaultedAt', i.defaulted_at, 'askedAt', i.asked_at) end))
          from payment_part z join promise i on i.county_code = z.county_code and i.id = z.promise_id
          where z.county_code = y.county_code and z.payment_id = y.id)) order by y.at desc, y.id desc)
      from (select * from payment p where p.county_code = m.county_code and p.matter_id = m.id and p.undone_at is null
        order by p.at desc, p.id desc limit 200) y), '[]') as payments
  from dispute d where d.county_code = m.county_code and d.matter_id = m.id) found_dispute);
end $$;

-- The function of 0031, with what was paid.
-- Everything its page shows besides the dispute itself; personal values are still sealed.
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
        i.payer_party_id, i.payee_party_id, i.part, i.paid_cents, i.state, i.ended_at, i.replaces_id, i.defaulted_at
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
