-- A board's lists, and boards and sheets of the weeks before, are read from the kept clocks too: of what was stopped they hold
-- all that ran within the weeks that a board looks back on, not only what was late (0061).
drop index board_clock_stopped;
create index board_clock_stopped on board_clock (county_code, stopped_at) where stopped_at is not null;
create index board_clock_stopped_late on board_clock (county_code, stopped_at) where stopped_at > due_at;
create index board_clock_struck_off on board_clock (county_code, stopped_at) where kind = 'strikeOff' and stop_reason = 'strikeOff';
create index board_clock_was_due on board_clock (county_code, due_at);
