-- What came due of the agreements' money, what of it is paid, and which closed disputes are over 事了: three figures more (0061).
alter table figure_sum add column over bigint;
alter table figure_sum add column due_amount bigint;
alter table figure_sum add column paid_of_due bigint;
create index promise_money_due on promise (county_code, due_on) where amount_cents is not null and due_on is not null;

-- What they come to is still to be added for those that were closed, or promise something. Row security is forced on the owner too.
alter table matter no force row level security;
alter table figure_change no force row level security;
alter table promise no force row level security;
insert into figure_change (county_code, matter_id)
  select m.county_code, m.id from matter m where m.kind = 'dispute' and (m.closed_at is not null
    or exists (select from promise p where p.county_code = m.county_code and p.matter_id = m.id)) order by m.opened_at;
alter table promise force row level security;
alter table matter force row level security;
alter table figure_change force row level security;
