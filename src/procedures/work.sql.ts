import { type ClockRow, clockOf, clockText } from '../deadlines/clockRow.sql.ts';
import { ask, type Queries } from '../platform/db.ts';
import { addDays, dayOf, endOfDay, startOfDay } from '../platform/now.ts';
import type { Owed, WorkCounts, WorkFrom, WorkRow } from './workRow.ts';

/** Counted exactly up to here for each key: nobody works off a longer list from its top. */
const COUNTED = 1000;

/** Whoever covers a colleague owes nothing on what only named people may know. */
const known = `exists (select from matter k where k.county_code = t.county_code and k.id = t.matter_id)`;
const visible = (covering: boolean): string => (covering ? known : 'true');

/** Each key is one stretch of the index, already in order; the stretches are merged. */
const stretches = (columns: string, where: string, limit: string): string => `from unnest($2::text[]) key (owner)
  cross join lateral (select ${columns} from matter_todo t where t.county_code = $1 and t.owner = key.owner
    and t.owed_from <= $3 and ${where} order by t.due_at, t.id limit ${limit}) t`;

/** Of two debts of one act on one matter one is listed: the personal one, else the first. */
const listedOnce = `not exists (select from matter_todo o where o.county_code = t.county_code and o.matter_id = t.matter_id
  and o.act = t.act and o.owed_from <= $3 and o.owner = any($4::text[]) and (o.owner = any($5::text[]) and t.owner <> all($5::text[])
    or (o.owner = any($5::text[])) = (t.owner = any($5::text[])) and o.id < t.id))`;

const page = (covering: boolean): string => {
  const after = '(t.due_at, t.id) > ($6::timestamptz, $7::uuid)';
  return `select t.id, t.matter_id as "matterId", t.county_code as "countyCode", m.kind, m.code, m.title, m.status, t.owner,
      t.act, t.since, t.due_at as "dueAt", t.due_at::text as "dueText", m.about_id as "aboutId", m.about_code as "aboutCode",
      (select ${clockText} from visible_matter_clock c where c.county_code = t.county_code and c.matter_id = t.matter_id
        and c.kind = t.clock_kind and c.stopped_at is null order by c.started_at desc limit 1) as clock
    from (select t.* ${stretches('t.*', `${after} and ${listedOnce} and ${visible(covering)}`, '$8')}
      order by t.due_at, t.id limit $8) t
    join lateral (select * from matter x where x.county_code = $1 and x.id = t.matter_id limit 1) m on true
    order by t.due_at, t.id`;
};

const count = (covering: boolean): string => `
  select count(*)::int as "all", count(*) filter (where mine)::int as mine,
    count(*) filter (where due_at <= $3)::int as overdue,
    count(*) filter (where due_at > $5 and due_at <= $6)::int as today,
    count(*) filter (where due_at > $5 and due_at <= $7)::int as week
  from (select min(t.due_at) as due_at, bool_or(t.owner = any($4::text[])) as mine
    ${stretches('t.matter_id, t.act, t.owner, t.due_at', visible(covering), String(COUNTED + 1))}
    group by t.matter_id, t.act) owed`;

const pages = [page(false), page(true)] as const;
const counts = [count(false), count(true)] as const;

/** A page of what is owed by these keys in one county, soonest first, as far as it can be done by now. */
export async function listWork(
  queries: Queries,
  countyCode: string,
  { keys, all, mine, covering, now }: Owed,
  { after: [due, id], limit }: WorkFrom,
): Promise<WorkRow[]> {
  const values = [countyCode, keys, now, all, mine, due, id, limit];
  const rows = await ask<Omit<WorkRow, 'clock'> & { clock: ClockRow | null }>(queries, pages[covering ? 1 : 0], values);
  return rows.map((row) => ({ ...row, clock: row.clock ? clockOf(row.clock) : null }));
}

/** How much all keys owe in one county. A day ends at 24:00, which belongs to it. */
export async function countWork(
  queries: Queries,
  countyCode: string,
  { all, mine, covering, now }: Owed,
): Promise<WorkCounts> {
  const today = dayOf(now);
  const days = [startOfDay(today), endOfDay(today), endOfDay(addDays(today, 7))];
  const [row] = await ask<WorkCounts>(queries, counts[covering ? 1 : 0], [countyCode, all, now, mine, ...days]);
  return row ?? { all: 0, mine: 0, overdue: 0, today: 0, week: 0 };
}
