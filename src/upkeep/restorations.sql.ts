import type { Queries, Tx } from '../platform/db.ts';
import { record } from '../platform/db.ts';

export type Restoration = { readonly restoredAt: Date; readonly until: Date | null; readonly backup: string };

/** Those that nobody has looked at yet. */
export function listOpenRestorations(queries: Queries): Promise<Restoration[]> {
  return queries
    .selectFrom('restoration')
    .select(['restored_at as restoredAt', 'until', 'backup'])
    .where('released_at', 'is', null)
    .orderBy('restored_at')
    .execute();
}

/** What went out meanwhile was compared, says the system administrator: what waited goes on. */
export function recordReleased(tx: Tx, userId: string, now: Date): void {
  record(
    tx,
    tx
      .updateTable('restoration')
      .set({ released_at: now, released_by: userId || null })
      .where('released_at', 'is', null),
  );
}
