-- What a signature rests on besides its row (docs/decisions/0076): the strokes themselves, sealed, as evidence beside it.
create table signature_strokes (
  county_code text not null,
  signature_id uuid not null,
  matter_id uuid not null,
  -- Sealed: a hand is known by its strokes.
  strokes text not null,
  -- SM3 over the strokes as they were drawn: what the manifest names.
  digest text not null,
  device text not null,
  primary key (county_code, signature_id),
  foreign key (county_code, signature_id) references signature (county_code, id)
);
-- What somebody said instead of signing. It stops his signing of this version until a mediator answered it.
create table signing_objection (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  agreement_id uuid not null,
  version integer not null,
  party_id uuid not null,
  what text not null check (what in ('amount', 'account', 'think')),
  at timestamptz not null,
  by_post_id uuid not null,
  ended_at timestamptz,
  ended_by_post_id uuid,
  check ((ended_at is null) = (ended_by_post_id is null)),
  primary key (county_code, id),
  foreign key (county_code, agreement_id) references agreement (county_code, id)
);
create index signing_objection_matter on signing_objection (county_code, matter_id);
-- The mediator's own signature and the committee's seal (人民调解法 29) are put on paper by hand; here stands who says so.
create table agreement_attestation (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  agreement_id uuid not null,
  version integer not null,
  what text not null check (what in ('mediator', 'seal')),
  post_id uuid not null,
  on_day date not null,
  at timestamptz not null,
  by_post_id uuid not null,
  primary key (county_code, id),
  foreign key (county_code, agreement_id) references agreement (county_code, id)
);
create index agreement_attestation_matter on agreement_attestation (county_code, matter_id);
insert into topology (table_name, kind, position) values
  ('signature_strokes', 'distributed', 178),
  ('signing_objection', 'distributed', 179),
  ('agreement_attestation', 'distributed', 180);

alter table signature_strokes add constraint signature_strokes_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table signature_strokes enable row level security;
alter table signature_strokes force row level security;
create policy signature_strokes_county on signature_strokes for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_signature_strokes with (security_barrier) as
  select t.* from signature_strokes t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert on signature_strokes to fengqiao_app;
grant select on visible_signature_strokes to fengqiao_app;

alter table signing_objection add constraint signing_objection_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table signing_objection enable row level security;
alter table signing_objection force row level security;
create policy signing_objection_county on signing_objection for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_signing_objection with (security_barrier) as
  select t.* from signing_objection t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert, update on signing_objection to fengqiao_app;
grant select (county_code, id, matter_id, agreement_id, party_id, ended_at) on signing_objection to fengqiao_app;
grant select on visible_signing_objection to fengqiao_app;

alter table agreement_attestation add constraint agreement_attestation_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table agreement_attestation enable row level security;
alter table agreement_attestation force row level security;
create policy agreement_attestation_county on agreement_attestation for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create view visible_agreement_attestation with (security_barrier) as
  select t.* from agreement_attestation t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant insert on agreement_attestation to fengqiao_app;
grant select on visible_agreement_attestation to fengqiao_app;

-- An update finds its rows by these.
grant select (county_code, id, matter_id, agreement_id, party_id, voided_at) on signature to fengqiao_app;

-- What the public learns of a paper whose code it holds, and nothing else: number, state, the last day of signing.
create function check_agreement(asked_county text, asked_id uuid, asked_version integer)
returns table (number text, state text, signed_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.number,
    case when a.voided_at is not null or a.version <> asked_version or a.locked_at is null then 'voided'
      when a.form = 'oral' or not exists (select from unnest(a.party_ids) p (id) where not exists (select from signature s
        where s.county_code = a.county_code and s.agreement_id = a.id and s.party_id = p.id and s.voided_at is null)) then 'stands'
      else 'unsigned' end,
    (select (max(s.at) at time zone 'Asia/Shanghai')::date from signature s
      where s.county_code = a.county_code and s.agreement_id = a.id and s.version = asked_version and s.voided_at is null)
  from agreement a
  where a.county_code = asked_county and a.id = asked_id and a.number is not null
    and exists (select from agreement_version v where v.county_code = a.county_code and v.agreement_id = a.id and v.version = asked_version)
$$;
revoke all on function check_agreement(text, uuid, integer) from public;
grant execute on function check_agreement(text, uuid, integer) to fengqiao_app;
