-- How each line of recurring work last ended: done, failed, or could not check; what never ended is told by its absence.
alter table recurring_run add column started_at timestamptz;
alter table recurring_run add column ended_at timestamptz;
alter table recurring_run add column outcome text check (outcome in ('done', 'failed', 'unchecked'));
alter table recurring_run add column said text not null default '';
alter table recurring_run add column last_done_at timestamptz;
