-- A notice that is entered again replaces the days of its year, also those it no longer names.
grant delete on calendar_day to fengqiao_app;
