import { record, type Tx } from '../platform/db.ts';
import { recordSignal } from '../platform/signal.sql.ts';

export type Listing = { kind: string; status: string; dueAt: Date | null; openedAt: Date };
type Key = { countyCode: string; id: string };

/** Recurring work and a resident with a slip go straight to their matter: nobody lists by these keys. */
const hasLists = (viewer: string): boolean => viewer !== 'system' && !viewer.startsWith('party:');

/** One row for each viewer key that has a list, so that lists need no array search. */
export function recordSeen(
  tx: Tx,
  key: Key,
  before: readonly string[],
  after: readonly string[],
  listing: Listing,
): void {
  const gone = before.filter((viewer) => hasLists(viewer) && !after.includes(viewer));
  const left = tx.deleteFrom('matter_seen').where('viewer', 'in', gone);
  if (gone.length > 0) {
    record(tx, left.where('county_code', '=', key.countyCode).where('matter_id', '=', key.id));
    recordSignal(tx, { county: key.countyCode, kind: 'lists', id: '', keys: gone });
  }
  const rows = after.filter(hasLists).map((viewer) => ({
    county_code: key.countyCode,
    matter_id: key.id,
    viewer,
    kind: listing.kind,
    status: listing.status,
    due_at: listing.dueAt ?? 'infinity',
    opened_at: listing.openedAt,
  }));
  if (rows.length === 0) return;
  const upsert = tx
    .insertInto('matter_seen')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['county_code', 'viewer', 'matter_id'])
        .doUpdateSet((eb) => ({ status: eb.ref('excluded.status'), due_at: eb.ref('excluded.due_at') })),
    );
  record(tx, upsert);
}
