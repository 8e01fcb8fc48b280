import { sql } from 'kysely';
import type { Ended } from '../backups/outcome.ts';
import { type Db, plainly } from '../platform/db.ts';

type Line = { readonly name: string; readonly everySeconds: number };

/** Two servers may differ by some seconds; a stamp farther ahead was written by a clock that was wrong. */
const AHEAD_MS = 60_000;
/** A turn that did not end within so long was cut off with its server. */
const LOST_MS = 120_000;

/**
 * One server at a time: whoever stamps the row first runs, the others see that it is under way or was done. A stamp in the
 * future is due. Answers nothing, or whether the stamp was such a one.
 */
export async function claimRun(
  db: Db,
  { name, everySeconds }: Line,
  now: Date,
): Promise<{ ahead: boolean } | undefined> {
  const at = (ms: number) => new Date(now.getTime() + ms);
  const { rows } = await plainly(db, (queries) =>
    sql<{ ahead: boolean }>`
      with before as (select last_run_at from recurring_run where name = ${name})
      insert into recurring_run (name, last_run_at, started_at) values (${name}, ${now}, ${now})
      on conflict (name) do update set last_run_at = excluded.last_run_at, started_at = excluded.started_at
      where recurring_run.last_run_at > ${at(AHEAD_MS)} or recurring_run.last_run_at <= ${at(-everySeconds * 1000)}
        and (recurring_run.started_at is null or recurring_run.ended_at >= recurring_run.started_at
          or recurring_run.started_at <= ${at(-Math.max(LOST_MS, everySeconds * 1000))})
      returning coalesce((select last_run_at > ${at(AHEAD_MS)} from before), false) as ahead`.execute(queries),
  );
  return rows[0];
}

export async function endRun(db: Db, name: string, { outcome, said }: Ended, now: Date): Promise<void> {
  const last = outcome === 'done' ? { last_done_at: now } : {};
  await plainly(db, (queries) =>
    queries
      .updateTable('recurring_run')
      .set({ ended_at: now, outcome, said, ...last })
      .where('name', '=', name)
      .execute(),
  );
}
