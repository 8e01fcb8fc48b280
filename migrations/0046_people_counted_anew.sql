-- People are counted anew as well (0045): every row of an old ledger is compared with those that disputes have already.
create or replace function count_anew() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  analyze public.matter;
  analyze public.party;
  analyze public.import_row;
end $$;
