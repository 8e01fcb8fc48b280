import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { noCounts, type RunDetail, type RunView } from './importViews.ts';
import { countRows, getRun, isWorking, type Run } from './runs.sql.ts';
import { columnsOf } from './uploadRun.sql.ts';

export async function viewRun(engine: Engine, queries: Queries, run: Run): Promise<RunView> {
  const working = await isWorking(engine.db, run);
  const counts = (await countRows(queries, run.countyCode, [run.id])).get(run.id) ?? noCounts;
  const { directory } = engine.reference();
  return {
    id: run.id,
    fileName: run.fileName,
    fileSize: run.fileSize,
    state: run.state,
    working,
    jobId: run.jobId,
    uploadedAt: run.uploadedAt.toISOString(),
    uploadedBy: run.uploadedByPostId ? (directory.post(run.uploadedByPostId)?.name ?? null) : null,
    appliedAt: run.appliedAt?.toISOString() ?? null,
    undoneAt: run.undoneAt?.toISOString() ?? null,
    stale: run.revision !== run.checkedRevision,
    counts,
  };
}

/** A run with its columns and their first cells, read anew from the file; `signal` says that nobody waits for it any more. */
export async function detailOf(engine: Engine, actor: Actor, id: string, signal: AbortSignal): Promise<RunDetail> {
  const { run, view } = await reading(engine.db, actor, async (queries) => {
    const found = await getRun(queries, actor, id);
    return { run: found, view: await viewRun(engine, queries, found) };
  });
  const { mapping, revision, findings } = run;
  const sheets = run.shape.sheets.map(({ name, hidden, table }) => ({ name, hidden, found: table !== null }));
  return {
    ...view,
    mapping,
    revision,
    findings,
    shape: { sheets },
    columns: await columnsOf(engine, run, signal),
  };
}
