-- Labor arbitration 劳动人事争议仲裁, a door of law (docs/decisions/0081).
insert into matter_kind (kind, supervised) values ('laborArbitration', false);
