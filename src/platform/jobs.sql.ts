import { type Db, plainly } from './db.ts';

/** `result` is there once the state is done; `problem` is a sentence for people. */
export type Job = {
  id: string;
  kind: string;
  countyCode: string;
  owner: string;
  startedBy: string | null;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number;
  input: unknown;
  result: unknown;
  problem: string | null;
  startedAt: Date;
  endedAt: Date | null;
};

const columns = [
  'id',
  'kind',
  'county_code as countyCode',
  'owner',
  'started_by as startedBy',
  'state',
  'done',
  'total',
  'input',
  'result',
  'problem',
  'started_at as startedAt',
  'ended_at as endedAt',
] as const;

type NewJob = Pick<Job, 'id' | 'kind' | 'countyCode' | 'owner' | 'startedBy'> & { input: object; at: Date };

export function insertJob(db: Db, job: NewJob): Promise<Job> {
  const row = {
    id: job.id,
    kind: job.kind,
    county_code: job.countyCode,
    owner: job.owner,
    started_by: job.startedBy || null,
    state: 'running' as const,
    input: JSON.stringify(job.input),
    started_at: job.at,
    beat_at: job.at,
  };
  return plainly(db, (queries) => queries.insertInto('job').values(row).returning(columns).executeTakeFirstOrThrow());
}

/** Writes how far the work is; answers whether somebody asked to stop it. */
export async function beatJob(db: Db, id: string, beat: { done: number; total: number; at: Date }): Promise<boolean> {
  const row = await plainly(db, (queries) =>
    queries
      .updateTable('job')
      .set({ done: beat.done, total: beat.total, beat_at: beat.at })
      .where('id', '=', id)
      .returning('cancel_requested')
      .executeTakeFirst(),
  );
  return row?.cancel_requested ?? true;
}

type Ending = { state: 'done' | 'failed' | 'cancelled'; at: Date; result?: unknown; problem?: string };

export async function endJob(db: Db, id: string, { state, at, result, problem }: Ending): Promise<void> {
  const outcome = {
    ...(result !== undefined && { result: JSON.stringify(result) }),
    ...(problem && { problem }),
  };
  await plainly(db, async (queries) => {
    const ended = queries
      .updateTable('job')
      .set({ state, ended_at: at, ...outcome })
      .where('id', '=', id);
    const job = await ended.returning(['county_code', 'owner']).executeTakeFirst();
    if (job) db.teller.tell([{ county: job.county_code, kind: 'job', id, keys: [job.owner] }]);
  });
}

export function findJob(db: Db, id: string): Promise<Job | undefined> {
  return plainly(db, (queries) => queries.selectFrom('job').select(columns).where('id', '=', id).executeTakeFirst());
}

/** The newest jobs of a kind that holders of these keys may see. */
export function listJobs(db: Db, kind: string, owners: readonly string[], limit = 20): Promise<Job[]> {
  return plainly(db, (queries) =>
    queries
      .selectFrom('job')
      .select(columns)
      .where('kind', '=', kind)
      .where('owner', 'in', [...owners])
      .orderBy('started_at', 'desc')
      .limit(limit)
      .execute(),
  );
}

export async function askToCancel(db: Db, id: string): Promise<void> {
  await plainly(db, (queries) =>
    queries
      .updateTable('job')
      .set({ cancel_requested: true })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute(),
  );
}

/** Jobs whose server went away: nothing of theirs was committed, and nobody should wait for them. */
export async function failSilentJobs(db: Db, silentSince: Date, at: Date): Promise<void> {
  await plainly(db, (queries) =>
    queries
      .updateTable('job')
      .set({ state: 'failed', ended_at: at, problem: '服务器中途重启，没有做完，什么都没有改。可以再来一次。' })
      .where('state', '=', 'running')
      .where('beat_at', '<', silentSince)
      .execute(),
  );
}
