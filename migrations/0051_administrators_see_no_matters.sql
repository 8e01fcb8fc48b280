-- The three administrators see no matters (access.md), whatever names one of their posts. Their scope begins with a word of
-- its own, and what shows a matter, lists it, or says what is owed on it asks for that word.
alter policy matter_read on matter using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ',')
  and coalesce(nullif(current_setting('app.viewers', true), ''), '-') not like 'noMatters%'
  and (not restricted
    or coalesce(nullif(current_setting('app.own', true), ''), '-') = '-'
    or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))
    or seen_by && string_to_array(nullif(current_setting('app.own', true), ''), ',')));
alter policy matter_change on matter using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ',')
  and coalesce(nullif(current_setting('app.viewers', true), ''), '-') not like 'noMatters%');
alter policy matter_seen_own on matter_seen using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (viewer = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')))
  and coalesce(nullif(current_setting('app.viewers', true), ''), '-') not like 'noMatters%');
alter policy matter_todo_own on matter_todo using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')))
  and coalesce(nullif(current_setting('app.viewers', true), ''), '-') not like 'noMatters%');

-- Asked once by every function that lists or counts by keys.
create or replace function within_scope(asked_county text, keys text[]) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select asked_county = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
    and keys <@ string_to_array(nullif(current_setting('app.viewers', true), ''), ',')
    and coalesce(nullif(current_setting('app.viewers', true), ''), '-') not like 'noMatters%'
$$;
