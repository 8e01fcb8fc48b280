-- Foreign keys come after distribution; policies read only their own row and settings.
-- nullif: after a transaction the setting of a pooled connection is '' and not null, and '' must match nothing.
-- 'system' is in every seen_by: recurring work and the recording half of a command act under it.

alter table matter_clock add constraint matter_clock_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table matter_event add constraint matter_event_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table note add constraint note_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table matter_file add constraint matter_file_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table dispute add constraint dispute_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table party add constraint party_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table dispute_unit add constraint dispute_unit_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table settlement add constraint settlement_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table settlement_item add constraint settlement_item_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table material_request add constraint material_request_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table return_visit add constraint return_visit_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table rating add constraint rating_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table access_slip add constraint access_slip_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table supervision_notice add constraint supervision_notice_of_matter foreign key (county_code, matter_id) references matter (county_code, id);
alter table settlement_item add constraint settlement_item_of_settlement foreign key (county_code, settlement_id) references settlement (county_code, id);
alter table access_slip add constraint access_slip_of_party foreign key (county_code, party_id) references party (county_code, id);

alter table matter enable row level security;
alter table matter force row level security;
alter table matter_seen enable row level security;
alter table matter_seen force row level security;
alter table matter_todo enable row level security;
alter table matter_todo force row level security;
alter table upload enable row level security;
alter table upload force row level security;
alter table notice enable row level security;
alter table notice force row level security;
alter table command_result enable row level security;
alter table command_result force row level security;
alter table visit enable row level security;
alter table visit force row level security;
alter table matter_clock enable row level security;
alter table matter_clock force row level security;
alter table matter_event enable row level security;
alter table matter_event force row level security;
alter table note enable row level security;
alter table note force row level security;
alter table matter_file enable row level security;
alter table matter_file force row level security;
alter table dispute enable row level security;
alter table dispute force row level security;
alter table party enable row level security;
alter table party force row level security;
alter table dispute_unit enable row level security;
alter table dispute_unit force row level security;
alter table settlement enable row level security;
alter table settlement force row level security;
alter table settlement_item enable row level security;
alter table settlement_item force row level security;
alter table material_request enable row level security;
alter table material_request force row level security;
alter table return_visit enable row level security;
alter table return_visit force row level security;
alter table rating enable row level security;
alter table rating force row level security;
alter table access_slip enable row level security;
alter table access_slip force row level security;
alter table supervision_notice enable row level security;
alter table supervision_notice force row level security;

create policy matter_read on matter for select using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ','));
create policy matter_add on matter for insert with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy matter_change on matter for update using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and seen_by && string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

create policy matter_seen_own on matter_seen for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (viewer = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy matter_todo_own on matter_todo for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy upload_own on upload for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy notice_own on notice for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy command_result_own on command_result for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (actor_key = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy visit_own on visit for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))
  and (owner = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ',')) or 'system' = any (string_to_array(nullif(current_setting('app.viewers', true), ''), ','))))
  with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

create policy matter_clock_county on matter_clock for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy matter_event_county on matter_event for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy note_county on note for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy matter_file_county on matter_file for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy dispute_county on dispute for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy party_county on party for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy dispute_unit_county on dispute_unit for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy settlement_county on settlement for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy settlement_item_county on settlement_item for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy material_request_county on material_request for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy return_visit_county on return_visit for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy rating_county on rating for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy access_slip_county on access_slip for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));
create policy supervision_notice_county on supervision_notice for all using (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ','))) with check (county_code = any (string_to_array(nullif(current_setting('app.counties', true), ''), ',')));

-- Below a matter everything is read through these views; the matter's own policy decides what they show.
create view visible_matter_clock with (security_barrier) as
  select t.* from matter_clock t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_matter_event with (security_barrier) as
  select t.* from matter_event t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_note with (security_barrier) as
  select t.* from note t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_matter_file with (security_barrier) as
  select t.* from matter_file t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_dispute with (security_barrier) as
  select t.* from dispute t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_party with (security_barrier) as
  select t.* from party t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_dispute_unit with (security_barrier) as
  select t.* from dispute_unit t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_settlement with (security_barrier) as
  select t.* from settlement t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_settlement_item with (security_barrier) as
  select t.* from settlement_item t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_material_request with (security_barrier) as
  select t.* from material_request t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_return_visit with (security_barrier) as
  select t.* from return_visit t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_rating with (security_barrier) as
  select t.* from rating t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_access_slip with (security_barrier) as
  select t.* from access_slip t join matter m on m.county_code = t.county_code and m.id = t.matter_id;
create view visible_supervision_notice with (security_barrier) as
  select t.* from supervision_notice t join matter m on m.county_code = t.county_code and m.id = t.matter_id;

grant select, insert, update on matter to fengqiao_app;
grant select, insert, update, delete on matter_seen, matter_todo to fengqiao_app;
grant select, insert, update on upload, notice, visit to fengqiao_app;
grant select, insert on command_result to fengqiao_app;
grant insert, update on matter_clock to fengqiao_app;
grant select (county_code, id, matter_id) on matter_clock to fengqiao_app;
grant select on visible_matter_clock to fengqiao_app;
grant insert on matter_event to fengqiao_app;
grant select (county_code, matter_id, seq) on matter_event to fengqiao_app;
grant select on visible_matter_event to fengqiao_app;
grant insert, update, delete on note to fengqiao_app;
grant select (county_code, id, matter_id) on note to fengqiao_app;
grant select on visible_note to fengqiao_app;
grant insert, update on matter_file to fengqiao_app;
grant select (county_code, id, matter_id) on matter_file to fengqiao_app;
grant select on visible_matter_file to fengqiao_app;
grant insert, update on dispute to fengqiao_app;
grant select (county_code, matter_id) on dispute to fengqiao_app;
grant select on visible_dispute to fengqiao_app;
grant insert, update on party to fengqiao_app;
grant select (county_code, id, matter_id) on party to fengqiao_app;
grant select on visible_party to fengqiao_app;
grant insert, update on dispute_unit to fengqiao_app;
grant select (county_code, matter_id, unit_id) on dispute_unit to fengqiao_app;
grant select on visible_dispute_unit to fengqiao_app;
grant insert, update on settlement to fengqiao_app;
grant select (county_code, id, matter_id) on settlement to fengqiao_app;
grant select on visible_settlement to fengqiao_app;
grant insert, update on settlement_item to fengqiao_app;
grant select (county_code, id, matter_id) on settlement_item to fengqiao_app;
grant select on visible_settlement_item to fengqiao_app;
grant insert, update on material_request to fengqiao_app;
grant select (county_code, id, matter_id) on material_request to fengqiao_app;
grant select on visible_material_request to fengqiao_app;
grant insert, update on return_visit to fengqiao_app;
grant select (county_code, id, matter_id) on return_visit to fengqiao_app;
grant select on visible_return_visit to fengqiao_app;
grant insert, update on rating to fengqiao_app;
grant select (county_code, id, matter_id) on rating to fengqiao_app;
grant select on visible_rating to fengqiao_app;
grant insert, update on access_slip to fengqiao_app;
grant select (county_code, id, matter_id) on access_slip to fengqiao_app;
grant select on visible_access_slip to fengqiao_app;
grant insert, update on supervision_notice to fengqiao_app;
grant select (county_code, matter_id) on supervision_notice to fengqiao_app;
grant select on visible_supervision_notice to fengqiao_app;
