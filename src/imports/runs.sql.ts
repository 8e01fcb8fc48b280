import { sql } from 'kysely';
import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { type Db, type Queries, reading, record, type Tx } from '../platform/db.ts';
import { findJob } from '../platform/jobs.sql.ts';
import { refuse } from '../platform/refusal.ts';
import { bareTitle } from '../sheets/findTable.ts';
import {
  type Findings,
  noCounts,
  noFindings,
  type RowResult,
  type RunCounts,
  type RunState,
  type Shape,
} from './importViews.ts';
import { type WordField, wordFields } from './ledgerFields.ts';
import { type Mapping, type Memory, memoryKey } from './mapping.ts';

export type Run = {
  countyCode: string;
  id: string;
  centerId: string;
  fileName: string;
  sha256: string;
  fileSize: number;
  shape: Shape;
  mapping: Mapping;
  revision: number;
  checkedRevision: number;
  state: RunState;
  findings: Findings;
  jobId: string | null;
  uploadedAt: Date;
  uploadedByPostId: string | null;
  appliedAt: Date | null;
  undoneAt: Date | null;
};

/** A center's old ledger is taken over by its dispatchers and its leader. */
export function requireImporter(actor: Actor): string {
  if (actor.centerId === null || !mayEnter('imports', actor.role))
    refuse('forbidden', 'notYourRole', '导入旧台账由综治中心的分流岗或负责人来做。');
  return actor.centerId;
}

const select = (queries: Queries) =>
  queries
    .selectFrom('import_run')
    .select([
      'county_code as countyCode',
      'id',
      'center_id as centerId',
      'file_name as fileName',
      'file_sha256 as sha256',
      'file_size as fileSize',
      'shape',
      'mapping',
      'revision',
      'checked_revision as checkedRevision',
      'state',
      'findings',
      'job_id as jobId',
      'uploaded_at as uploadedAt',
      'uploaded_by_post_id as uploadedByPostId',
      'applied_at as appliedAt',
      'undone_at as undoneAt',
    ]);

const runOf = (row: Record<string, unknown>): Run => ({
  ...(row as unknown as Run),
  findings: { ...noFindings, ...(row.findings as object) },
});

export async function getRun(
  queries: Queries,
  actor: Pick<Actor, 'countyCode'>,
  id: string,
  lock = false,
): Promise<Run> {
  const found = select(queries).where('county_code', '=', actor.countyCode).where('id', '=', id);
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst();
  return row ? runOf(row) : refuse('notFound', 'noSuchImport', '没有这次导入，或者不归这个岗位看。');
}

export async function listRuns(queries: Queries, countyCode: string, centerId: string): Promise<Run[]> {
  const rows = await select(queries)
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('state', '<>', 'dropped')
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map(runOf);
}

export function recordRun(tx: Tx, { countyCode, id }: Pick<Run, 'countyCode' | 'id'>, set: object): void {
  record(tx, tx.updateTable('import_run').set(set).where('county_code', '=', countyCode).where('id', '=', id));
}

type CountRow = { runId: string; result: RowResult; rows: number; chosen: number; applied: number; undone: number };

/** What became of the rows of each run, counted from the rows themselves. */
export async function countRows(
  queries: Queries,
  countyCode: string,
  runIds: readonly string[],
): Promise<Map<string, RunCounts>> {
  if (runIds.length === 0) return new Map();
  const { rows } = await sql<CountRow>`
    select run_id as "runId", result, count(*)::int as rows, count(*) filter (where chosen and matter_id is null)::int as chosen,
      count(*) filter (where matter_id is not null and undone_at is null)::int as applied, count(undone_at)::int as undone
    from import_row where county_code = ${countyCode} and run_id in (${sql.join(runIds.map((id) => sql`${id}::uuid`))})
    group by run_id, result`.execute(queries);
  const all = new Map<string, RunCounts>();
  for (const { runId, result, ...row } of rows) {
    const before = all.get(runId) ?? noCounts;
    all.set(runId, {
      ...before,
      rows: before.rows + row.rows,
      [result]: row.rows,
      chosen: before.chosen + row.chosen,
      applied: before.applied + row.applied,
      undone: before.undone + row.undone,
      waiting:
        before.waiting +
        (result === 'ready' ? row.rows - row.applied - row.undone : 0) +
        (result === 'possible' ? row.chosen : 0),
    });
  }
  return all;
}

/** Whether a job of the run still works; one whose server is gone is failed within a minute by recurring work. */
export async function isWorking(db: Db, { jobId }: Pick<Run, 'jobId'>): Promise<boolean> {
  if (jobId === null) return false;
  return (await findJob(db, jobId))?.state === 'running';
}

export async function readMemory(db: Db, actor: Actor, centerId: string): Promise<Memory> {
  const rows = await reading(db, actor, (queries) =>
    queries
      .selectFrom('import_word')
      .select(['kind', 'word', 'ours'])
      .where('county_code', '=', actor.countyCode)
      .where('center_id', '=', centerId)
      .execute(),
  );
  return new Map(rows.map(({ kind, word, ours }) => [memoryKey(kind, word), ours]));
}

const MOST_WORDS = 500;

/** What was chosen for titles and words of this workbook holds for the center's next one. */
export function recordMemory(
  tx: Tx,
  run: Pick<Run, 'countyCode' | 'centerId' | 'shape'>,
  mapping: Mapping,
  at: Date,
): void {
  const titles = run.shape.sheets[mapping.sheet]?.table?.titles ?? [];
  const chosen = [
    ...titles.map(({ column, title }) => ({
      kind: 'column',
      word: bareTitle(title),
      ours: mapping.columns[String(column)] ?? '',
    })),
    ...wordFields.flatMap((kind: WordField) =>
      Object.entries(mapping.words[kind] ?? {}).map(([word, ours]) => ({ kind, word, ours })),
    ),
  ];
  const byKey = new Map(
    chosen.filter(({ word }) => word !== '').map((each) => [memoryKey(each.kind, each.word), each]),
  );
  const rows = [...byKey.values()].slice(0, MOST_WORDS).map((each) => ({
    county_code: run.countyCode,
    center_id: run.centerId,
    ...each,
    at,
  }));
  if (rows.length === 0) return;
  const upsert = tx
    .insertInto('import_word')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'center_id', 'kind', 'word'])
        .doUpdateSet((eb) => ({ ours: eb.ref('excluded.ours'), at: eb.ref('excluded.at') })),
    );
  record(tx, upsert);
}
