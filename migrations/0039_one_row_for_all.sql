-- What every command pays for and nobody reads.

-- A foreign key locks the row it refers to, and a kind has one: registrations that ran beside each other, of whatever county,
-- all locked that row and made a list of lockers for it each time. The server compares its kinds with these rows at its start.
alter table matter drop constraint matter_of_kind;

-- One index over the three lists that a matter is found by: whatever of them is asked is looked up the same way, and a new
-- matter is entered once.
drop index search_entry_terms;
drop index search_entry_open_terms;
drop index search_entry_numbers;
create index search_entry_found on search_entry using gin (terms, open_terms, numbers);
