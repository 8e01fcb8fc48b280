-- Many rows at once outgrow what the planner knew of a table: every reference to a matter was then checked by reading all
-- matters of the county, because the table had been all but empty when the check was planned. Autovacuum counts anew within a
-- minute; an old ledger writes ten thousand rows in that time. Plans made before are made anew afterwards.
create function count_anew() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  analyze public.matter;
  analyze public.import_row;
end $$;
revoke execute on function count_anew() from public;
grant execute on function count_anew() to fengqiao_app;
