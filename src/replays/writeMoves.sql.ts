import { type RawBuilder, sql } from 'kysely';
import type { FormerDue } from '../deadlines/clock.ts';
import type { eventRow } from '../matters/record.sql.ts';
import type { Queries } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { Applying } from './applyMoves.sql.ts';
import type { MoveRun } from './moves.sql.ts';
import type { Move } from './moves.ts';

type EventRow = ReturnType<typeof eventRow>;

/** A move as it was laid down, with the history that its clock has now. */
export type StagedMove = Pick<
  Move,
  | 'matterId'
  | 'clockId'
  | 'kind'
  | 'from'
  | 'to'
  | 'calendarVersion'
  | 'provisional'
  | 'rule'
  | 'settingsVersion'
  | 'leadTo'
> & { dueHistory: readonly FormerDue[] };

/** Rows travel as one JSON text: the planner takes them for few, and goes along the indexes. */
const rowsOf = (rows: readonly object[], columns: string): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (${sql.raw(columns)})`;
/** In lists, no date at all comes last. */
const listed = (date: Date | null): Date | string => date ?? 'infinity';

const timeOf = (date: Date | string): number => (date instanceof Date ? date.getTime() : Infinity);

const moved = ({ from, to }: StagedMove): boolean => from?.getTime() !== to?.getTime();
const laterThanBefore = ({ from, to }: StagedMove): boolean => (to?.getTime() ?? Infinity) > (from?.getTime() ?? 0);

function clockRow(move: StagedMove, { now, why }: Applying) {
  const former = { dueAt: move.from?.toISOString() ?? null, at: now.toISOString(), why };
  const history = moved(move) ? [...move.dueHistory, former] : move.dueHistory;
  const { clockId: id, to, calendarVersion: version, provisional, rule } = move;
  return { id, to, version, provisional, history, ...(rule && { rule }) };
}

/** Two statements at the most for all clocks of a batch; moved to a later day, a clock may warn once more. */
async function moveClocks(tx: Queries, county: string, moves: readonly StagedMove[], applying: Applying) {
  const columns = 'id uuid, "to" timestamptz, version text, provisional boolean, history jsonb, rule jsonb';
  for (const ruled of [false, true])
    for (const later of [false, true]) {
      const own = moves.filter((move) => (move.rule !== null) === ruled && laterThanBefore(move) === later);
      if (own.length === 0) continue;
      const rows = own.map((move) => clockRow(move, applying));
      await sql`update matter_clock c set due_at = s."to", calendar_version = s.version, provisional = s.provisional,
          due_history = s.history ${ruled ? sql`, rule = s.rule` : sql``}
          ${later ? sql`, warned_at = null, overdue_at = null` : sql``}
        from ${rowsOf(rows, columns)} where c.county_code = ${county} and c.id = s.id`.execute(tx);
    }
}

const insertEvents = (rows: readonly EventRow[]) =>
  sql`insert into matter_event select * from jsonb_populate_recordset(null::matter_event, ${JSON.stringify(rows)}::jsonb)`;

/** As after every event: the figures may have changed (matters/record). */
const noteCounted = (rows: readonly EventRow[]) =>
  sql`insert into figure_change (county_code, matter_id) select e.county_code, e.matter_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (county_code text, matter_id uuid)`;

type Lead = { id: string; lead: Date | string; settings: number | null };

/** `version` stays, as after every event that leaves the state as it is: nobody's half-written report is refused for it. */
const moveMatters = (county: string, events: readonly EventRow[], leads: ReadonlyMap<string, Lead>) => {
  const rows = events.map(({ matter_id, seq, hash }) => ({ ...leads.get(matter_id), id: matter_id, seq, hash }));
  return sql`update matter m set event_seq = s.seq, event_hash = s.hash, due_at = nullif(s.lead, 'infinity'),
      settings_version = coalesce(s.settings, m.settings_version)
    from ${rowsOf(rows, 'id uuid, seq integer, hash text, lead timestamptz, settings integer')}
    where m.county_code = ${county} and m.id = s.id`;
};

/** By which date a matter stands in the lists. */
export type Listing = { id: string; dueAt: Date | null };

/** Every viewer's list; only where the nearest date itself moved: it is most of what is written. */
const moveLists = (county: string, leads: readonly Lead[], listings: ReadonlyMap<string, Listing>) => {
  const rows = leads.filter(({ id, lead }) => timeOf(listed(listings.get(id)?.dueAt ?? null)) !== timeOf(lead));
  return sql`with narrow as (
      update listed_dispute l set due_at = s.lead from ${rowsOf(rows, 'id uuid, lead timestamptz')}
      where l.county_code = ${county} and l.matter_id = s.id)
    update matter_seen v set due_at = s.lead
    from ${rowsOf(rows, 'id uuid, lead timestamptz')} join matter m on m.county_code = ${county} and m.id = s.id
      cross join lateral unnest(m.seen_by) k (viewer)
    where v.county_code = ${county} and v.viewer = k.viewer and v.matter_id = s.id`;
};
/** Every debt that stood on the clock's old date. */
const moveDebts = (county: string, moves: readonly StagedMove[]) => {
  const rows = moves.map(({ matterId: id, kind, from, to }) => ({ id, kind, from: listed(from), to: listed(to) }));
  return sql`update matter_todo t set due_at = s."to"
    from ${rowsOf(rows, 'id uuid, kind text, "from" timestamptz, "to" timestamptz')}
    where t.county_code = ${county} and t.matter_id = s.id and t.clock_kind = s.kind and t.due_at = s."from"`;
};

type Written = {
  moves: readonly StagedMove[];
  events: readonly EventRow[];
  listings: ReadonlyMap<string, Listing>;
};

export async function recordMoved(tx: Queries, county: string, written: Written, applying: Applying): Promise<void> {
  const { moves, events, listings } = written;
  const leads = new Map(
    moves.map(({ matterId: id, leadTo, settingsVersion: settings }) => [id, { id, lead: listed(leadTo), settings }]),
  );
  await moveClocks(tx, county, moves, applying);
  if (events.length === 0) return;
  await insertEvents(events).execute(tx);
  await noteCounted(events).execute(tx);
  await moveMatters(county, events, leads).execute(tx);
  await moveLists(county, [...leads.values()], listings).execute(tx);
  await moveDebts(county, moves.filter(moved)).execute(tx);
}

type Owner = { countyCode: string; owner: string; count: number };
type Run = Pick<MoveRun, 'id' | 'counties'>;

/** Everybody who owes something on a matter whose date moves, and its handler; with how many. */
export async function listOwners(queries: Queries, { id, counties }: Run): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    with moved as materialized (select distinct s.county_code, s.matter_id from visible_clock_move s
      where s.county_code = any(${[...counties]}) and s.run_id = ${id}
        and (s.from_due is distinct from s.to_due or s.rule is not null)),
    owners as (
      select t.county_code, t.matter_id, t.owner from moved
        join matter_todo t on t.county_code = moved.county_code and t.matter_id = moved.matter_id
      union select m.county_code, m.id, 'p:' || m.handler_post_id from moved
        join matter m on m.county_code = moved.county_code and m.id = moved.matter_id
        where m.handler_post_id is not null)
    select county_code as "countyCode", owner, count(*) from owners group by county_code, owner`.execute(queries);
  return rows;
}

/** One notice for each owner; it names no matter. */
export async function tellOwners(tx: Queries, run: Run, { now, tell }: Applying): Promise<void> {
  const owners = await listOwners(tx, run);
  if (owners.length === 0) return;
  const at = now.toISOString();
  const notices = owners.map(({ countyCode, owner, count }) => {
    return { county_code: countyCode, id: newId(now), owner, text: tell(count), at };
  });
  await sql`insert into notice (county_code, id, owner, text, at) select county_code, id, owner, text, at
    from jsonb_populate_recordset(null::notice, ${JSON.stringify(notices)}::jsonb)`.execute(tx);
}
