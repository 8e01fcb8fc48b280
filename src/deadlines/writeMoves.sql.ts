import { type RawBuilder, sql } from 'kysely';
import type { eventRow } from '../matters/record.sql.ts';
import type { Queries } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { Applying, Part } from './applyMoves.sql.ts';
import type { MoveRun } from './moves.sql.ts';

type EventRow = ReturnType<typeof eventRow>;

const own = (table: string, { countyCode, runId, ids }: Part): RawBuilder<unknown> => {
  const s = sql.table(table);
  return sql`${s}.county_code = ${countyCode} and ${s}.run_id = ${runId} and ${s}.matter_id = any(${[...ids]}::uuid[])`;
};

/** A stopped clock is never touched, whatever was planned. Moved to a later day, a clock may warn once more. */
const moveClocks = (part: Part, { now, why }: Applying) => {
  const former = sql`jsonb_build_array(jsonb_build_object('at', ${now.toISOString()}::text, 'why', ${why}::text, 'dueAt',
    to_char(v.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))`;
  return sql`update matter_clock set due_at = s.to_due, calendar_version = s.calendar_version,
      provisional = s.provisional, rule = coalesce(s.rule, v.rule),
      due_history = case when s.from_due is distinct from s.to_due then v.due_history || ${former} else v.due_history end,
      warned_at = case when s.to_due > s.from_due then null else v.warned_at end,
      overdue_at = case when s.to_due > s.from_due then null else v.overdue_at end
    from visible_clock_move s join visible_matter_clock v on v.county_code = s.county_code and v.id = s.clock_id
    where ${own('s', part)} and v.stopped_at is null
      and matter_clock.county_code = s.county_code and matter_clock.id = s.clock_id`;
};

const insertEvents = (rows: readonly EventRow[]) =>
  sql`insert into matter_event select * from jsonb_populate_recordset(null::matter_event, ${JSON.stringify(rows)}::jsonb)`;

/** `version` stays, as after every event that leaves the state as it is: nobody's half-written report is refused for it. */
const moveMatters = (part: Part, rows: readonly EventRow[]) => {
  const heads = rows.map(({ matter_id: id, seq, hash }) => ({ id, seq, hash }));
  return sql`update matter m set event_seq = e.seq, event_hash = e.hash, due_at = s.lead_to,
      settings_version = coalesce(s.settings_version, m.settings_version)
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as e (id uuid, seq integer, hash text)
    cross join lateral (select lead_to, settings_version from visible_clock_move
      where county_code = ${part.countyCode} and run_id = ${part.runId} and matter_id = e.id limit 1) s
    where m.county_code = ${part.countyCode} and m.id = e.id`;
};

/** Every viewer's list, and every debt that stood on the clock's old date. */
const moveLists = (part: Part) => sql`update matter_seen set due_at = coalesce(m.due_at, 'infinity')
  from matter m where m.county_code = ${part.countyCode} and m.id = any(${[...part.ids]}::uuid[])
    and matter_seen.county_code = m.county_code and matter_seen.matter_id = m.id
    and matter_seen.due_at <> coalesce(m.due_at, 'infinity')`;
const moveDebts = (part: Part) => sql`update matter_todo set due_at = coalesce(s.to_due, 'infinity')
  from visible_clock_move s where ${own('s', part)} and s.from_due is distinct from s.to_due
    and matter_todo.county_code = s.county_code and matter_todo.matter_id = s.matter_id
    and matter_todo.clock_kind = s.kind and matter_todo.due_at = coalesce(s.from_due, 'infinity')`;

export async function recordMoved(tx: Queries, part: Part, events: readonly EventRow[], applying: Applying) {
  const ids = events.map(({ matter_id }) => matter_id);
  await moveClocks(part, applying).execute(tx);
  if (events.length === 0) return;
  await insertEvents(events).execute(tx);
  await moveMatters(part, events).execute(tx);
  await moveLists({ ...part, ids }).execute(tx);
  await moveDebts({ ...part, ids }).execute(tx);
}

type Owner = { countyCode: string; owner: string; count: number };

/** One notice for everybody who owes something on a matter whose date moved, and for its handler; it names no matter. */
export async function tellOwners(tx: Queries, run: MoveRun, { now, tell }: Applying): Promise<number> {
  const moved = sql`visible_clock_move s where s.county_code = any(${run.counties}) and s.run_id = ${run.id}
    and (s.from_due is distinct from s.to_due or s.rule is not null)`;
  const { rows } = await sql<Owner>`
    with moved as (select distinct s.county_code, s.matter_id from ${moved}),
    owners as (
      select t.county_code, t.matter_id, t.owner from moved
        join matter_todo t on t.county_code = moved.county_code and t.matter_id = moved.matter_id
      union select m.county_code, m.id, 'p:' || m.handler_post_id from moved
        join matter m on m.county_code = moved.county_code and m.id = moved.matter_id
        where m.handler_post_id is not null)
    select county_code as "countyCode", owner, count(*) from owners group by county_code, owner`.execute(tx);
  if (rows.length === 0) return 0;
  const notices = rows.map(({ countyCode, owner, count }) => ({
    county_code: countyCode,
    id: newId(now),
    owner,
    text: tell(count),
    at: now.toISOString(),
  }));
  await sql`insert into notice (county_code, id, owner, text, at) select county_code, id, owner, text, at
    from jsonb_populate_recordset(null::notice, ${JSON.stringify(notices)}::jsonb)`.execute(tx);
  return rows.length;
}
