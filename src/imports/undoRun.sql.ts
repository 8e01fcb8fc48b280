import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { recordAside } from '../matters/aside.sql.ts';
import { readAsSystem, recordAsSystem } from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import { type Run, recordRun } from './runs.sql.ts';

const BATCH = 100;

type Imported = {
  rowNumber: number;
  id: string;
  status: string;
  seenBy: string[];
  eventSeq: number;
  eventHash: string;
  worked: boolean;
};

/** What is no work on a dispute: its own coming, a look at a masked number, a date that moved with the calendar. */
const idle = ['importDispute', 'reveal', 'clocksMoved'];

/** The next disputes of the run, locked. Worked on: any step, any event of others about it, a slip somebody was given. */
async function lockNext(tx: Tx, run: Run, after: number): Promise<Imported[]> {
  const page = sql`select r.row_number, r.matter_id from import_row r where r.county_code = ${run.countyCode} and r.run_id = ${run.id}
    and r.matter_id is not null and r.undone_at is null and r.row_number > ${after} order by r.row_number limit ${BATCH}`;
  await sql`select from matter m where m.county_code = ${run.countyCode} and m.id in (select p.matter_id from (${page}) p)
    order by m.id for update`.execute(tx);
  const { rows } = await sql<Imported>`
    select p.row_number as "rowNumber", m.id, m.status, m.seen_by as "seenBy", m.event_seq as "eventSeq", m.event_hash as "eventHash",
      m.version > 1 or exists (select from visible_matter_event e where e.county_code = m.county_code and e.matter_id = m.id
        and e.type not in (${sql.join(idle)}))
      or exists (select from visible_access_slip s where s.county_code = m.county_code and s.matter_id = m.id) as worked
    from (${page}) p join matter m on m.county_code = ${run.countyCode} and m.id = p.matter_id
    order by p.row_number`.execute(tx);
  return rows;
}

/** The dispute is archived and leaves every list, its clocks stop, nobody owes anything on it; its row, its code and its events stay. */
function takeBack(
  tx: Tx,
  run: Run,
  { id, status, seenBy, eventSeq, eventHash }: Imported,
  actor: Actor,
  now: Date,
): void {
  const { countyCode } = run;
  record(
    tx,
    tx
      .updateTable('matter')
      .set({ seen_by: ['system'], status: 'archived', due_at: null, updated_at: now })
      .where('county_code', '=', countyCode)
      .where('id', '=', id),
  );
  record(
    tx,
    tx
      .updateTable('matter_clock')
      .set({ stopped_at: now, stop_reason: 'undoImport' })
      .where('county_code', '=', countyCode)
      .where('stopped_at', 'is', null)
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('visible_matter_clock')
          .select('id')
          .where('county_code', '=', countyCode)
          .where('matter_id', '=', id),
      ),
  );
  const listed = tx.deleteFrom('matter_seen').where('county_code', '=', countyCode).where('viewer', 'in', seenBy);
  record(tx, listed.where('matter_id', '=', id));
  record(tx, tx.deleteFrom('matter_todo').where('county_code', '=', countyCode).where('matter_id', '=', id));
  const aside = { eventId: newId(now), at: now, actor, type: 'undoImport', data: { runId: run.id } };
  recordAside(tx, { countyCode, id, status: 'archived', eventSeq, eventHash }, aside, status);
}

async function undoBatch(engine: Engine, actor: Actor, run: Run, after: number) {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    await readAsSystem(tx);
    const found = await lockNext(tx, run, after);
    const free = found.filter(({ worked }) => !worked);
    recordAsSystem(tx);
    for (const each of free) takeBack(tx, run, each, actor, now);
    if (free.length > 0)
      record(
        tx,
        tx
          .updateTable('import_row')
          .set({ undone_at: now })
          .where('county_code', '=', run.countyCode)
          .where('run_id', '=', run.id)
          .where(
            'row_number',
            'in',
            free.map(({ rowNumber }) => rowNumber),
          ),
      );
    return { last: found.at(-1)?.rowNumber ?? null, undone: free.length, kept: found.length - free.length };
  });
}

/** Takes back what nobody has worked on since; what somebody has stays, and is told. */
export async function undoRun(engine: Engine, actor: Actor, run: Run, applied: number, job: JobRun) {
  let [undone, kept] = [0, 0];
  let finished = false;
  try {
    for (let after: number | null = 0; after !== null; ) {
      const batch: Awaited<ReturnType<typeof undoBatch>> = await undoBatch(engine, actor, run, after);
      undone += batch.undone;
      kept += batch.kept;
      after = batch.last;
      await job.step(undone + kept, applied);
    }
    finished = true;
  } finally {
    const now = engine.now();
    const by = { undone_at: now, undone_by_post_id: actor.postId };
    await command(engine.db, actor, async (tx) =>
      recordRun(tx, run, finished ? { state: 'undone', ...by } : { state: 'applied', ...(undone > 0 ? by : {}) }),
    );
  }
  return { undone, kept };
}
