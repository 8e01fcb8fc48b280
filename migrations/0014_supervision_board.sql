-- The supervision board reads clocks together with place, category and units of their matter: one join, and one look at who
-- may see it, instead of two.
create view visible_board_clock with (security_barrier) as
  select t.county_code, t.id, t.matter_id, t.kind, t.rule, t.pauses, t.binds, t.started_at, t.due_at, t.stopped_at, t.stop_reason,
    t.unit_id, t.unit_since, m.kind as matter_kind, m.status as matter_status, m.due_at as matter_due_at, m.region_code, m.category_code, m.receiving_center_id, m.lead_unit_id,
    m.restricted, m.seen_by
  from matter_clock t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
grant select on visible_board_clock to fengqiao_app;

-- What was late when it was stopped: the weeks before. The rest of the past is never read.
create index matter_clock_stopped_late on matter_clock (county_code, stopped_at) where stopped_at > due_at;
create index matter_clock_struck_off on matter_clock (county_code, stopped_at) where kind = 'strikeOff' and stop_reason = 'strikeOff';
-- Counted by everybody, listed by few.
create index matter_restricted on matter (county_code, id) where restricted;
