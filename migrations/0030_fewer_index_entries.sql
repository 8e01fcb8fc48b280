-- Every registration and every step writes these: an entry that no plan reads is paid for each time.

-- What is done to the rows of one matter names the viewers that it has, so the primary key finds them.
drop index matter_seen_matter;

-- Found by its matter, one key serves as well as two.
alter table matter_todo drop constraint matter_todo_pkey;
alter table matter_todo add primary key (county_code, matter_id, id);
drop index matter_todo_matter;

-- The newest of a key are found by same_key_newest, the keys of a matter by the primary key.
alter table same_key drop constraint same_key_pkey;
alter table same_key add primary key (county_code, matter_id, kind, value);
drop index same_key_matter;

-- What an earlier version wrote is looked for at start-up, along the matters.
drop index search_entry_built;
