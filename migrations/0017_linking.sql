-- Two people come about one matter: the later dispute follows the earlier one, keeps its own code, slip and rating, and can
-- be taken apart again. `since_status` is where it stood and will stand again; lead_* say who works on the one it follows and
-- how far that is.
create table dispute_link (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  lead_id uuid not null,
  since_status text not null,
  lead_unit_id text,
  lead_handler_post_id uuid,
  lead_center_id text not null,
  lead_status text not null,
  lead_opened_at timestamptz not null,
  linked_at timestamptz not null,
  linked_by_post_id uuid,
  ended_at timestamptz,
  how_ended text check (how_ended in ('split', 'closed', 'moved')),
  primary key (county_code, id)
);
create index dispute_link_matter on dispute_link (county_code, matter_id);
create index dispute_link_lead on dispute_link (county_code, lead_id);
-- A dispute follows one at a time.
create unique index dispute_link_open on dispute_link (county_code, matter_id) where ended_at is null;

-- The dispute that it is counted with, also after both are closed: one matter, however many people came about it.
alter table matter add column counted_with_id uuid;
create or replace view visible_board_clock with (security_barrier) as
  select t.county_code, t.id, t.matter_id, t.kind, t.rule, t.pauses, t.binds, t.started_at, t.due_at, t.stopped_at, t.stop_reason,
    t.unit_id, t.unit_since, m.kind as matter_kind, m.status as matter_status, m.due_at as matter_due_at, m.region_code, m.category_code, m.receiving_center_id, m.lead_unit_id,
    m.restricted, m.seen_by, m.counted_with_id
  from matter_clock t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- What a dispute can be recognized by: keyed digests of names as they sound, of numbers and addresses; the kind of matter at
-- a place in clear. `fresh` rows say that a dispute was not yet compared with the others. Nobody reads this table.
create table same_key (
  county_code text not null,
  kind text not null check (kind in ('identity', 'phone', 'name', 'address', 'place', 'fresh')),
  value text not null,
  matter_id uuid not null,
  at timestamptz not null,
  primary key (county_code, kind, value, matter_id)
);
create index same_key_newest on same_key (county_code, kind, value, at desc, matter_id);
create index same_key_matter on same_key (county_code, matter_id);

-- Pairs found over new registrations: matter_id is the later one, reasons are words such as 对方 or 8天前.
create table same_pair (
  county_code text not null,
  matter_id uuid not null,
  other_id uuid not null,
  reasons text[] not null,
  found_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'different', 'linked')),
  decided_at timestamptz,
  decided_by_post_id uuid,
  primary key (county_code, matter_id, other_id)
);
create index same_pair_open on same_pair (county_code, found_at, matter_id) where state = 'open';
create index same_pair_other on same_pair (county_code, other_id);

-- Said at the counter, before the newcomer is registered: it is not that one. `draft_id` is the form's command id.
create table not_same (
  county_code text not null,
  draft_id uuid not null,
  other_id uuid not null,
  owner text not null,
  at timestamptz not null,
  primary key (county_code, draft_id, other_id)
);

create index not_same_other on not_same (county_code, other_id);

insert into topology (table_name, kind, position) values
  ('dispute_link', 'distributed', 117), ('same_key', 'distributed', 118), ('same_pair', 'distributed', 119), ('not_same', 'distributed', 120);
alter table dispute_link add constraint dispute_link_of_matter
  foreign key (county_code, matter_id) references matter (county_code, id);
alter table same_pair add constraint same_pair_of_matter
  foreign key (county_code, matter_id) references matter (county_code, id);
alter table dispute_link enable row level security;
alter table dispute_link force row level security;
alter table same_key enable row level security;
alter table same_key force row level security;
alter table same_pair enable row level security;
alter table same_pair force row level security;
alter table not_same enable row level security;
alter table not_same force row level security;
create policy dispute_link_county on dispute_link for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy same_key_county on same_key for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy same_pair_county on same_pair for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy not_same_own on not_same for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

-- A link as the one that follows knows it, and as the one it follows does.
create view visible_dispute_link with (security_barrier) as
  select t.* from dispute_link t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_lead_link with (security_barrier) as
  select t.* from dispute_link t join matter m on m.county_code = t.county_code and m.id = t.lead_id;
-- A pair is for those who see both.
create view visible_same_pair with (security_barrier) as
  select t.* from same_pair t join matter m on m.county_code = t.county_code and m.id = t.matter_id
  join matter o on o.county_code = t.county_code and o.id = t.other_id where not m.restricted and not o.restricted;

-- Looks the keys up and answers only what the asker may see: never a restricted matter, never one outside the asker's sight.
create function same_matters(asked_county text, kinds text[], key_values text[], newest integer)
returns table (matter_id uuid, kind text) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select found.matter_id, w.kind
  from unnest(kinds, key_values) as w (kind, value)
  cross join lateral (
    select k.matter_id from same_key k
    cross join lateral (select from matter m where m.county_code = k.county_code and m.id = k.matter_id
      and m.kind = 'dispute' and not m.restricted limit 1) seen
    where k.county_code = asked_county and k.kind = w.kind and k.value = w.value
    order by k.at desc, k.matter_id limit newest) found
$$;

-- How far the dispute is that this one follows: what its resident may know, and nothing about the people of the other.
create function lead_progress(asked_county text, follower uuid)
returns jsonb language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('status', l.lead_status, 'leadUnitId', l.lead_unit_id, 'handlerPostId', l.lead_handler_post_id,
    'openedAt', l.lead_opened_at, 'clocks', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind,
      'rule', c.rule, 'pauses', c.pauses, 'extensions', c.extensions, 'dueHistory', c.due_history, 'binds', c.binds,
      'unitId', c.unit_id, 'unitSince', c.unit_since, 'calendarVersion', c.calendar_version, 'startedAt', c.started_at,
      'dueAt', c.due_at, 'stoppedAt', c.stopped_at) order by c.started_at, c.id)
      from matter_clock c where c.county_code = l.county_code and c.matter_id = l.lead_id and c.binds = 'ours'), '[]'))
  from dispute_link l join matter m on m.county_code = l.county_code and m.id = l.matter_id
  where l.county_code = asked_county and l.matter_id = follower and l.ended_at is null
$$;
revoke execute on function same_matters(text, text[], text[], integer) from public;
revoke execute on function lead_progress(text, uuid) from public;

grant insert, update on dispute_link to fengqiao_app;
grant select (county_code, id, matter_id, lead_id, ended_at) on dispute_link to fengqiao_app;
grant select on visible_dispute_link, visible_lead_link to fengqiao_app;
grant insert, delete on same_key to fengqiao_app;
grant select (county_code, matter_id, kind, at) on same_key to fengqiao_app;
grant insert, update on same_pair to fengqiao_app;
grant select (county_code, matter_id, other_id, state) on same_pair to fengqiao_app;
grant select on visible_same_pair to fengqiao_app;
grant select, insert on not_same to fengqiao_app;
grant execute on function same_matters(text, text[], text[], integer) to fengqiao_app;
grant execute on function lead_progress(text, uuid) to fengqiao_app;
