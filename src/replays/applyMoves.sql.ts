import { sql } from 'kysely';
import { eventRow } from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries, Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { lockRun, type MoveRun, type Step, stageMoves, walkThrough } from './moves.sql.ts';
import { movePlanner, type WhatIf } from './moves.ts';
import { listOpenMatters } from './openClocks.sql.ts';
import { emptyTally } from './tally.ts';
import { recordMoved, type StagedMove, tellOwners } from './writeMoves.sql.ts';

/** `why` stands in the history of each clock; `about` in each event: ids and dates only; `tell` in one notice an owner. */
export type Applying = {
  readonly actor: Actor;
  readonly now: Date;
  readonly why: string;
  readonly about: Readonly<Record<string, string | number>>;
  readonly what: WhatIf;
  tell(count: number): string;
  readonly step?: Step;
};
export type Applied = { matters: number; clocks: number };

type Head = {
  id: string;
  status: string;
  dueAt: Date | null;
  eventSeq: number;
  eventHash: string;
  stagedSeq: number | null;
};
type Part = { readonly countyCode: string; readonly runId: string; readonly ids: readonly string[] };

/** Matters written at a time: enough for the database, short enough for everybody else on this process. */
const BATCH = 500;
/** A command that was under way when the plan was made may carry a time from before it. */
const SLACK_MS = 5 * 60_000;

async function lockHeads(tx: Queries, { countyCode, runId, ids }: Part): Promise<Head[]> {
  const list = sql`${[...ids]}::uuid[]`;
  // Lock first, in a statement of its own, in one order for everybody; then read what is really there.
  await sql`select from matter where county_code = ${countyCode} and id = any(${list}) order by id for update`.execute(
    tx,
  );
  const { rows } =
    await sql<Head>`select m.id, m.status, m.due_at as "dueAt", m.event_seq as "eventSeq", m.event_hash as "eventHash",
      s.event_seq as "stagedSeq"
    from unnest(${list}) as wanted (id)
    join lateral (select * from matter x where x.county_code = ${countyCode} and x.id = wanted.id limit 1) m on true
    left join lateral (select event_seq from visible_clock_move x where x.county_code = ${countyCode}
      and x.run_id = ${runId} and x.matter_id = wanted.id limit 1) s on true
    order by m.id`.execute(tx);
  return rows;
}

/** What happened to a matter since it was planned makes its plan void: it is asked again, under its lock. */
async function planAgain(tx: Queries, { countyCode, runId }: Part, ids: readonly string[], what: WhatIf) {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('clock_move')
    .where('county_code', '=', countyCode)
    .where('run_id', '=', runId)
    .where('matter_id', 'in', [...ids])
    .execute();
  const matters = await listOpenMatters(tx, countyCode, ids);
  await stageMoves(tx, runId, movePlanner(what)(matters, emptyTally()));
}

/** A stopped clock is left out, whatever was planned. The limits keep the planner on the indexes, one matter at a time. */
async function listStaged(tx: Queries, { countyCode, runId, ids }: Part): Promise<StagedMove[]> {
  const { rows } = await sql<StagedMove>`select s.matter_id as "matterId", s.clock_id as "clockId", s.kind,
      s.from_due as "from", s.to_due as "to", s.calendar_version as "calendarVersion", s.provisional, s.rule,
      s.settings_version as "settingsVersion", s.lead_to as "leadTo", c.due_history as "dueHistory"
    from unnest(${[...ids]}::uuid[]) as wanted (id)
    join lateral (select * from visible_clock_move x where x.county_code = ${countyCode} and x.run_id = ${runId}
      and x.matter_id = wanted.id limit 1000) s on true
    join lateral (select due_history from visible_matter_clock x where x.county_code = ${countyCode}
      and x.id = s.clock_id and x.stopped_at is null limit 1) c on true
    order by s.matter_id, s.clock_id`.execute(tx);
  return rows;
}

/** Only the mark "provisional" goes: the date stands as it was, and nobody needs to be told. */
const changesSomething = ({ from, to, rule }: StagedMove): boolean =>
  rule !== null || from?.getTime() !== to?.getTime();

function eventOf(head: Head, moves: readonly StagedMove[], part: Part, { actor, now, about }: Applying) {
  const clocks = moves.map(({ clockId, kind, from, to, rule }) => ({
    clockId,
    kind,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    ...(rule !== null && { ruled: true }),
  }));
  const { countyCode, runId } = part;
  const key = { countyCode, id: head.id, eventId: newId(now), seq: head.eventSeq + 1, previousHash: head.eventHash };
  const status = { statusBefore: head.status, statusAfter: head.status };
  return eventRow({ ...key, ...status, at: now, actor, type: 'clocksMoved', data: { ...about, runId, clocks } });
}

/** One batch of matters: locked, asked again where they went on, and written with one event each. */
async function applyPart(tx: Queries, part: Part, applying: Applying): Promise<Applied> {
  const heads = await lockHeads(tx, part);
  const changed = heads.filter(({ eventSeq, stagedSeq }) => eventSeq !== stagedSeq).map(({ id }) => id);
  await planAgain(tx, part, changed, applying.what);
  const staged = await listStaged(tx, part);
  const moved = Map.groupBy(staged.filter(changesSomething), ({ matterId }) => matterId);
  const events = heads.flatMap((head) => {
    const moves = moved.get(head.id);
    return moves ? [eventOf(head, moves, part, applying)] : [];
  });
  const listings = new Map(heads.map((head) => [head.id, head]));
  await recordMoved(tx, part.countyCode, { moves: staged, events, listings }, applying);
  return { matters: events.length, clocks: [...moved.values()].reduce((sum, { length }) => sum + length, 0) };
}

async function stagedIds(tx: Queries, county: string, runId: string, after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct matter_id as id from clock_move
    where county_code = ${county} and run_id = ${runId} and matter_id > ${after}::uuid
    order by matter_id limit ${BATCH}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Matters that were registered or went on since `since` and stand under no move of this run. */
async function touchedIds(tx: Queries, county: string, runId: string, since: Date, after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select m.id from matter m
    where m.county_code = ${county} and m.updated_at >= ${since} and m.id > ${after}::uuid
      and not exists (select from clock_move s
        where s.county_code = m.county_code and s.run_id = ${runId} and s.matter_id = m.id)
    order by m.id limit ${BATCH}`.execute(tx);
  return rows.map(({ id }) => id);
}

async function applyCounty(
  tx: Queries,
  run: MoveRun,
  countyCode: string,
  applying: Applying,
  told: (applied: Applied) => Promise<void>,
): Promise<void> {
  const runId = run.id;
  const each = async (ids: readonly string[]) => told(await applyPart(tx, { countyCode, runId, ids }, applying));
  const since = new Date(run.plannedAt.getTime() - SLACK_MS);
  await walkThrough((after) => stagedIds(tx, countyCode, runId, after), each);
  await walkThrough((after) => touchedIds(tx, countyCode, runId, since, after), each);
}

/**
 * Moves the open clocks as they were planned, in the caller's transaction: dates, history, lists, debts, one event for each
 * matter, one notice for each owner. `tx` must be under the house's own key (asHouse). Matters that went on since are
 * asked again under their lock, those registered since are asked for the first time. It writes at once, not with the
 * commit. A stop or a fault rolls back all of it.
 */
export async function applyMoves(tx: Tx, runId: string, applying: Applying): Promise<Applied> {
  const run = await lockRun(tx, runId);
  const total = run.tally.moved;
  const sum: Applied = { matters: 0, clocks: 0 };
  const told = async ({ matters, clocks }: Applied) => {
    sum.matters += matters;
    sum.clocks += clocks;
    await applying.step?.(Math.min(sum.matters, total), total);
  };
  for (const countyCode of run.counties) await applyCounty(tx, run, countyCode, applying, told);
  await tellOwners(tx, run, applying);
  await tx
    .updateTable('move_run')
    .set({ state: 'applied', applied_at: applying.now, applied_by: applying.actor.userId || null })
    .where('id', '=', runId)
    .execute();
  return sum;
}
