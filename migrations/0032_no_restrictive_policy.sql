-- Citus drops AS RESTRICTIVE from the policies of its shards without a word, and every matter could then be read. The
-- condition of 0016 becomes part of the one policy that grants reading.
drop policy matter_restricted_own on matter;
alter policy matter_read on matter using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ',')
  and (not restricted
    or coalesce(nullif(current_setting('app.own', true), ''), '-') = '-'
    or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
    or seen_by && string_to_array(nullif(current_setting('app.own', true), ''), ',')));
