import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from './actor.ts';
import type { Db } from './db.ts';
import { newId } from './ids.ts';
import { beatJob, endJob, insertJob, type Job } from './jobs.sql.ts';
import { Refusal } from './refusal.ts';

/** Thrown inside a job when somebody stopped it: whatever its transaction wrote is rolled back. */
export class JobCancelled extends Error {}

/** What a running job is handed: call `step` often, it lets other requests through and ends a cancelled job. */
export type JobRun = {
  readonly id: string;
  /** Tells how far the work is, and throws once somebody stopped it or the server stops. Cheap: the row is written twice a second. */
  step(done: number, total: number): Promise<void>;
};

type Started = { readonly kind: string; readonly countyCode: string; readonly owner: string; readonly input: object };
export type JobMeans = { readonly db: Db; now(): Date };

const BEAT_MS = 500;

function jobRun(means: JobMeans, id: string): JobRun {
  let last = 0;
  let cancelled = false;
  return {
    id,
    async step(done, total) {
      const at = Date.now();
      if (at - last >= BEAT_MS || done === total) {
        last = at;
        cancelled = await beatJob(means.db, id, { done, total, at: means.now() });
      }
      await nextTurn();
      if (means.db.ending.soon)
        throw new Refusal('unavailable', 'stopping', '服务器停下了，没有做完，什么都没有改。可以再来一次。');
      if (cancelled) throw new JobCancelled();
    },
  };
}

async function finish(means: JobMeans, id: string, work: (run: JobRun) => Promise<unknown>): Promise<void> {
  try {
    const result = await work(jobRun(means, id));
    await endJob(means.db, id, { state: 'done', at: means.now(), result });
  } catch (error) {
    const at = means.now();
    if (error instanceof JobCancelled) return endJob(means.db, id, { state: 'cancelled', at });
    const problem = error instanceof Refusal ? error.message : '没有做完，是系统的问题。什么都没有改，可以再来一次。';
    await endJob(means.db, id, { state: 'failed', at, problem });
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Work under way in this process, so that a test or a closing server can wait for it. */
const underWay = new Set<Promise<void>>();
export const jobsAtRest = async (): Promise<void> => {
  while (underWay.size > 0) await Promise.allSettled([...underWay]);
};

/**
 * Starts long work and answers at once. It runs in this process; its row tells everybody how far it is. `owner` is the
 * viewer key whose holders may watch, stop and fetch it again. `onError` hears of our own faults.
 */
export async function startJob(
  means: JobMeans,
  actor: Actor,
  started: Started,
  work: (run: JobRun) => Promise<unknown>,
  onError: (error: unknown) => void = () => {},
): Promise<Job> {
  const now = means.now();
  const job = await insertJob(means.db, { ...started, id: newId(now), startedBy: actor.userId, at: now });
  const running = finish(means, job.id, work)
    .catch(onError)
    .finally(() => underWay.delete(running));
  underWay.add(running);
  return job;
}
