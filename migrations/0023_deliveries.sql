-- What a resident was told inside the house goes out to the people who hold a slip: by SMS, by a call, by a letter. One row
-- a person and way; a way that failed is followed by the next one.
create table delivery (
  county_code text not null,
  id uuid not null,
  matter_id uuid not null,
  party_id uuid not null,
  event_type text not null,
  channel text not null check (channel in ('sms', 'call', 'letter')),
  state text not null check (state in ('due', 'sending', 'printed', 'sent', 'delivered', 'failed', 'cancelled')),
  why text not null default '',
  desk text not null,
  body text not null,
  reference text,
  attempts integer not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  ended_by_post_id uuid,
  primary key (county_code, id)
);
create index delivery_desk on delivery (county_code, desk, channel, state, due_at, id);
create index delivery_matter on delivery (county_code, matter_id);
create index delivery_sms on delivery (county_code, state, due_at) where channel = 'sms' and state in ('due', 'sending', 'sent');

-- How a person wants to be told; without a row the county's rules choose.
create table contact_wish (
  county_code text not null,
  matter_id uuid not null,
  party_id uuid not null,
  channel text not null check (channel in ('sms', 'call', 'letter', 'none')),
  note text not null default '',
  set_at timestamptz not null,
  set_by_post_id uuid,
  primary key (county_code, matter_id, party_id)
);

alter table delivery enable row level security;
alter table delivery force row level security;
create policy delivery_county on delivery for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
alter table contact_wish enable row level security;
alter table contact_wish force row level security;
create policy contact_wish_county on contact_wish for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

create view visible_delivery with (security_barrier) as
  select t.* from delivery t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_contact_wish with (security_barrier) as
  select t.* from contact_wish t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

-- Finds the delivery that a receipt of the gateway speaks of; a reference is the gateway's own number.
create index delivery_reference on delivery (county_code, reference) where reference is not null;

insert into topology (table_name, kind, position) values
  ('delivery', 'distributed', 130), ('contact_wish', 'distributed', 131);
grant insert, update on delivery to fengqiao_app;
grant select (county_code, id, matter_id, channel, state, desk, due_at, reference) on delivery to fengqiao_app;
grant select on visible_delivery to fengqiao_app;
grant insert, update on contact_wish to fengqiao_app;
grant select (county_code, matter_id, party_id) on contact_wish to fengqiao_app;
grant select on visible_contact_wish to fengqiao_app;
