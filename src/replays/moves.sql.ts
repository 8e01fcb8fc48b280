import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { command, type Db, plainly, type Queries, reading, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { type Move, movePlanner, type WhatIf } from './moves.ts';
import { listOpenMatters, nextOpenIds } from './openClocks.sql.ts';
import { emptyTally, type Tally } from './tally.ts';
import { listOwners } from './writeMoves.sql.ts';

/** What is planned, and then applied as it was planned. `plan` is whatever its owner needs to carry it out. */
export type MoveRun<Plan = unknown> = {
  id: string;
  subject: string;
  state: 'planning' | 'planned' | 'applied';
  plan: Plan;
  counties: string[];
  tally: Tally;
  plannedBy: string | null;
  plannedAt: Date;
  appliedBy: string | null;
  appliedAt: Date | null;
};

export type Planning = {
  readonly subject: string;
  readonly plan: object;
  readonly counties: readonly string[];
  readonly actor: Actor;
  readonly what: WhatIf;
};
/** How far it is; throws once somebody stopped it. */
export type Step = (done: number, total: number) => Promise<void>;
type Means = { readonly db: Db };

/** Matters read at a time: some megabytes, and a pause of some milliseconds. */
const BATCH = 500;
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** The house's own sight, whoever asked. */
export const asHouse = (counties: readonly string[]) => ({ counties, viewers: ['system'] }) as const;

const runColumns = [
  'id',
  'subject',
  'state',
  'plan',
  'counties',
  'tally',
  'planned_by as plannedBy',
  'planned_at as plannedAt',
  'applied_by as appliedBy',
  'applied_at as appliedAt',
] as const;

export async function findRun<Plan>(queries: Queries, id: string): Promise<MoveRun<Plan> | undefined> {
  const row = await queries.selectFrom('move_run').select(runColumns).where('id', '=', id).executeTakeFirst();
  return row as MoveRun<Plan> | undefined;
}

/** The runs about a subject, newest first. */
export async function listRuns<Plan>(queries: Queries, subject: string, limit = 20): Promise<MoveRun<Plan>[]> {
  const rows = await queries
    .selectFrom('move_run')
    .select(runColumns)
    .where('subject', '=', subject)
    .orderBy('planned_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows as MoveRun<Plan>[];
}

async function countOpen(queries: Queries, counties: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from matter_clock
    where county_code = any(${[...counties]}) and stopped_at is null`.execute(queries);
  return rows[0]?.count ?? 0;
}

/** Plans that were never applied, of this subject: what they staged goes with them. */
async function dropRuns(db: Db, subject: string): Promise<void> {
  const runs = await plainly(db, (queries) =>
    queries
      .selectFrom('move_run')
      .select(['id', 'counties'])
      .where('subject', '=', subject)
      .where('state', '<>', 'applied')
      .execute(),
  );
  for (const { id, counties } of runs) await dropRun(db, id, counties);
}

/** The run is locked first: one that is being applied is waited for, and then it stays. */
async function dropRun(db: Db, id: string, counties: readonly string[]): Promise<void> {
  await command(db, asHouse(counties), async (tx) => {
    const open = tx.selectFrom('move_run').select('id').where('id', '=', id).where('state', '<>', 'applied');
    if ((await open.forUpdate().execute()).length === 0) return;
    await tx
      .deleteFrom('clock_move')
      .where('county_code', 'in', [...counties])
      .where('run_id', '=', id)
      .execute();
    await tx.deleteFrom('move_run').where('id', '=', id).execute();
  });
}

const staged = (move: Move) => ({ ...move, rule: move.rule && JSON.stringify(move.rule) });

/** Lays moves down under a run, one statement for all. */
export async function stageMoves(queries: Queries, runId: string, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`insert into clock_move (county_code, run_id, matter_id, clock_id, kind, from_due, to_due, calendar_version,
      provisional, rule, settings_version, lead_to, state_before, state_after, event_seq)
    select "countyCode", ${runId}, "matterId", "clockId", kind, "from", "to", "calendarVersion",
      provisional, rule::jsonb, "settingsVersion", "leadTo", before, after, "eventSeq"
    from jsonb_to_recordset(${JSON.stringify(moves.map(staged))}::jsonb) as s ("countyCode" text, "matterId" uuid,
      "clockId" uuid, kind text, "from" timestamptz, "to" timestamptz, "calendarVersion" text, provisional boolean,
      rule text, "settingsVersion" integer, "leadTo" timestamptz, before text, after text, "eventSeq" integer)`.execute(
    queries,
  );
}

type Read = (ids: readonly string[]) => Promise<void>;

/** Batch by batch, in the order of their ids. */
export async function walkThrough(next: (after: string) => Promise<string[]>, read: Read): Promise<void> {
  for (let ids = await next(FIRST_ID); ids.length > 0; ids = await next(ids.at(-1) ?? FIRST_ID)) await read(ids);
}

async function stageAll(db: Db, id: string, { counties, what }: Planning, step: Step): Promise<Tally> {
  const total = await reading(db, asHouse(counties), (queries) => countOpen(queries, counties));
  const plan = movePlanner(what);
  const tally = emptyTally();
  let done = 0;
  for (const county of counties) {
    const next = (after: string) => reading(db, asHouse([county]), (tx) => nextOpenIds(tx, county, after, BATCH));
    await walkThrough(next, async (ids) => {
      await command(db, asHouse([county]), async (tx) => {
        const matters = await listOpenMatters(tx, county, ids);
        await stageMoves(tx, id, plan(matters, tally));
        done += matters.reduce((sum, { clocks }) => sum + clocks.length, 0);
      });
      await step(Math.min(done, total), total);
    });
  }
  const owners = await reading(db, asHouse(counties), (queries) =>
    listOwners(queries, { id, counties: [...counties] }),
  );
  tally.told = owners.length;
  return tally;
}

/**
 * Asks every running clock of the counties what the change would do to it, and lays down the answers. Nothing moves yet.
 * Memory stays flat; stopped or broken off, it leaves nothing behind. Of a subject only the newest plan is kept.
 */
export async function planRun({ db }: Means, planning: Planning, step: Step): Promise<MoveRun> {
  const { subject, plan, counties, actor, what } = planning;
  const id = newId(what.now);
  const values = {
    id,
    subject,
    plan: JSON.stringify(plan),
    counties: [...counties],
    state: 'planning' as const,
    planned_by: actor.userId || null,
    planned_at: what.now,
  };
  await dropRuns(db, subject);
  await plainly(db, (queries) => queries.insertInto('move_run').values(values).execute());
  try {
    const tally = JSON.stringify(await stageAll(db, id, planning, step));
    return await plainly(db, async (queries) => {
      const query = queries.updateTable('move_run').set({ state: 'planned', tally }).where('id', '=', id);
      const row = await query.returning(runColumns).executeTakeFirst();
      return (
        (row as MoveRun | undefined) ?? refuse('conflict', 'planReplaced', '另一位同事刚又看了一遍，以那一遍为准。')
      );
    });
  } catch (error) {
    await dropRun(db, id, counties);
    throw error;
  }
}

/** The plan, locked until the transaction ends. Somebody else's newer plan, or the same one twice, is refused. */
export async function lockRun<Plan>(tx: Tx, id: string): Promise<MoveRun<Plan>> {
  const row = await tx.selectFrom('move_run').select(runColumns).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row || row.state === 'planning') refuse('conflict', 'noSuchPlan', '这份预演已经作废，请再看一遍会动哪些时限。');
  if (row.state === 'applied') refuse('conflict', 'alreadyApplied', '这次改动已经生效，不用再按。');
  return row as MoveRun<Plan>;
}
