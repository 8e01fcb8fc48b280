import { type Db, plainly, type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';

/** `seconds`: forwards, or backwards where it is negative. */
export type ClockJump = { readonly noticedAt: Date; readonly seconds: number };

export async function recordJump(db: Db, { noticedAt, seconds }: ClockJump): Promise<void> {
  const row = { id: newId(noticedAt), noticed_at: noticedAt, seconds };
  await plainly(db, (queries) => queries.insertInto('clock_jump').values(row).execute());
}

/** Those that nobody has looked at yet, whichever server noticed them. */
export function listOpenJumps(queries: Queries): Promise<ClockJump[]> {
  const columns = ['noticed_at as noticedAt', 'seconds'] as const;
  return queries
    .selectFrom('clock_jump')
    .select(columns)
    .where('released_at', 'is', null)
    .orderBy('noticed_at')
    .limit(20)
    .execute();
}

/** The clock is right now, says the system administrator: what waited goes on. */
export function recordRelease(tx: Tx, userId: string, now: Date): void {
  record(
    tx,
    tx
      .updateTable('clock_jump')
      .set({ released_at: now, released_by: userId || null })
      .where('released_at', 'is', null),
  );
}
