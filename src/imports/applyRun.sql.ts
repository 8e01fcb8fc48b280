import { sql } from 'kysely';
import type { DisputeContext } from '../disputes/dispute.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordRegistration } from '../disputes/registrations.sql.ts';
import { nextCode } from '../intake/codes.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import type { ReadyLine } from './checkLine.ts';
import { checkRow, meansOf } from './checkRun.sql.ts';
import { counting } from './countAnew.sql.ts';
import { importedDispute } from './importedDispute.ts';
import { readLine } from './readLine.ts';
import { type Run, recordRun } from './runs.sql.ts';
import { withBook } from './storedBook.ts';
import { tableRows, titlesOf } from './tableRows.ts';

/** So many disputes are one transaction: stopped or crashed, whole batches are there or nothing of them. */
const BATCH = 50;
const PAGE = 1000;

type Pending = { rowNumber: number; fingerprint: string };
type Taken = { rowNumber: number; ready: ReadyLine; code: string };

const pendingRows = sql`r.matter_id is null and (r.result = 'ready' or (r.result = 'possible' and r.chosen))`;

async function listPending(queries: Queries, run: Run, after: number): Promise<Pending[]> {
  const { rows } = await sql<Pending>`select row_number as "rowNumber", fingerprint from import_row r
    where county_code = ${run.countyCode} and run_id = ${run.id} and ${pendingRows} and row_number > ${after}
    order by row_number limit ${PAGE}`.execute(queries);
  return rows;
}

async function* pendingOf(engine: Engine, actor: Actor, run: Run): AsyncGenerator<Pending> {
  for (let after = 0; ; ) {
    const page = await reading(engine.db, actor, (queries) => listPending(queries, run, after));
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.rowNumber;
  }
}

/** Rows of the batch that nobody took over meanwhile: a second server, or the same person twice. */
async function lockPending(tx: Tx, run: Run, batch: readonly Taken[]): Promise<Set<number>> {
  // Two files of one center with the same row, both being written: one after the other, so that the second sees the first.
  await sql`select from import_run where county_code = ${run.countyCode} and center_id = ${run.centerId} and state = 'applying'
    order by id for update`.execute(tx);
  const asked = sql.join(batch.map(({ rowNumber }) => rowNumber));
  for (const [result, key] of [
    ['same', 'fingerprint'],
    ['changed', 'number_index'],
  ] as const)
    await sql`update import_row r set result = ${result} where r.county_code = ${run.countyCode} and r.run_id = ${run.id}
      and ${pendingRows} and r.row_number in (${asked}) and exists (select from import_row o
        where o.county_code = ${run.countyCode} and o.${sql.ref(key)} = r.${sql.ref(key)} and o.matter_id is not null
          and o.undone_at is null and o.run_id <> ${run.id} and o.center_id = ${run.centerId})`.execute(tx);
  const { rows } = await sql<{ rowNumber: number }>`select row_number as "rowNumber" from import_row r
    where county_code = ${run.countyCode} and run_id = ${run.id} and ${pendingRows}
      and row_number in (${asked}) for update`.execute(tx);
  return new Set(rows.map(({ rowNumber }) => rowNumber));
}

async function takeBatch(engine: Engine, run: Run, batch: readonly Taken[], context: DisputeContext): Promise<number> {
  const { actor } = context;
  const now = engine.now();
  const version = engine.reference().pinFor(run.countyCode, engine.kinds.dispute.kind);
  return command(engine.db, actor, async (tx) => {
    const free = await lockPending(tx, run, batch);
    const taken = batch.filter(({ rowNumber }) => free.has(rowNumber));
    for (const { rowNumber, ready, code } of taken) {
      // Ids sort by time, and so do lists and search: what happened in March stands with March.
      const its = { ...context, now, newId: () => newId(now) };
      const { dispute, opening } = importedDispute(ready, { runId: run.id, rowNumber, code, version }, its);
      recordRegistration(engine, tx, ready.registration, dispute, its, opening);
      for (const keep of engine.onRegistered ?? []) keep(engine, tx, dispute, ready.registration);
      record(
        tx,
        tx
          .updateTable('import_row')
          .set({ matter_id: dispute.id, applied_at: now })
          .where('county_code', '=', run.countyCode)
          .where('run_id', '=', run.id)
          .where('row_number', '=', rowNumber),
      );
    }
    return taken.length;
  });
}

async function readPending(engine: Engine, actor: Actor, run: Run, take: (row: Omit<Taken, 'code'>) => Promise<void>) {
  const means = await meansOf(engine, actor, run);
  await withBook(engine.files, run.sha256, async (book) => {
    const titles = titlesOf(run);
    const pending = pendingOf(engine, actor, run);
    let next = await pending.next();
    for await (const { row } of tableRows(book, run)) {
      while (!next.done && next.value.rowNumber < row.rowNumber) next = await pending.next();
      if (next.done) return;
      if (next.value.rowNumber !== row.rowNumber) continue;
      const read = readLine(row, run.mapping, titles);
      const { openedOn } = read.line.days;
      const at = openedOn ? new Date(`${openedOn.day}T01:00:00Z`) : means.context.now;
      const its = { ...means, context: { ...means.context, newId: () => newId(at) } };
      const { ready, fingerprint } = checkRow(engine.crypto, run, read, its);
      // Rules or names that changed since the check make a row wrong again: it stays, and the next check says why.
      if (ready && fingerprint === next.value.fingerprint) await take({ rowNumber: row.rowNumber, ready });
    }
  });
}

/** Takes the good rows over, batch by batch; asked again, it goes on where it stopped. */
export async function applyRun(engine: Engine, actor: Actor, run: Run, waiting: number, job: JobRun) {
  const { context } = await meansOf(engine, actor, run);
  let batch: Taken[] = [];
  let done = 0;
  const count = counting(engine, actor);
  const flush = async () => {
    if (batch.length > 0) done += await takeBatch(engine, run, batch, context);
    batch = [];
    await count(done);
    await job.step(done, waiting);
  };
  let left = true;
  try {
    await readPending(engine, actor, run, async (row) => {
      batch.push({ ...row, code: await nextCode(engine.db, run.countyCode, row.ready.openedAt) });
      if (batch.length >= BATCH) await flush();
    });
    await flush();
    left = false;
  } finally {
    const now = engine.now();
    const by = { applied_at: now, applied_by_post_id: actor.postId };
    const state = left ? { state: 'checked' as const } : { state: 'applied' as const, ...by };
    await command(engine.db, actor, async (tx) => recordRun(tx, run, { ...state, ...(done > 0 ? by : {}) }));
  }
  return { applied: done };
}
