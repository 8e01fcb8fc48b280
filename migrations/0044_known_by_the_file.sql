-- What an old ledger does not say stays unsaid: first contact is who the file names, never whoever brought the file in. Where
-- that is nobody of ours, no post is first contact; the contact is kept by contact_post_id.
alter table dispute alter column first_contact_post_id drop not null;

-- Twins are asked about before anything is written: the same people in the same kind of matter within a month, in one file or
-- in two that both wait to be written.
alter table import_row add column twin_index text;
alter table import_row add column opened_on date;
alter table import_row add column like_file text;
create index import_row_waiting on import_row (county_code, fingerprint) where matter_id is null;
create index import_row_waiting_twin on import_row (county_code, twin_index) where twin_index is not null and matter_id is null;
