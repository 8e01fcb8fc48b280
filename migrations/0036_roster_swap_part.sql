-- A swap is of the leader's shift or of the officer's, like the shift itself (roster_shift).
alter table roster_swap add constraint roster_swap_part_check check (part in ('leader', 'officer'));
