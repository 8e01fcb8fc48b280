import { record, recordRows, recordSignal, recordText, type Tx } from '../platform/db.ts';

export type Listing = { kind: string; status: string; dueAt: Date | null; openedAt: Date };
type Key = { countyCode: string; id: string };

/** Recurring work and a resident with a slip go straight to their matter: nobody lists by these keys. */
const hasLists = (viewer: string): boolean => viewer !== 'system' && !viewer.startsWith('party:');

const again = `on conflict (county_code, viewer, matter_id)
  do update set status = excluded.status, due_at = excluded.due_at`;

/** Not `any` of one array: without knowing its length PostgreSQL plans anew each time, which costs more than the update. */
const move = (viewers: number) => `update matter_seen set status = $3, due_at = $4
  where county_code = $1 and matter_id = $2 and viewer in (${Array.from({ length: viewers }, (_each, at) => `$${at + 5}`).join(', ')})`;

/** One row for each viewer key that has a list, so that lists need no array search. */
export function recordSeen(
  tx: Tx,
  { countyCode, id }: Key,
  before: readonly string[],
  after: readonly string[],
  { kind, status, dueAt, openedAt }: Listing,
): void {
  const due = dueAt ?? 'infinity';
  const [were, are] = [before.filter(hasLists), after.filter(hasLists)];
  const gone = were.filter((viewer) => !are.includes(viewer));
  const kept = are.filter((viewer) => were.includes(viewer));
  if (gone.length > 0) {
    const left = tx.deleteFrom('matter_seen').where('county_code', '=', countyCode).where('viewer', 'in', gone);
    record(tx, left.where('matter_id', '=', id));
    recordSignal(tx, { county: countyCode, kind: 'lists', id: '', keys: gone });
  }
  if (kept.length > 0) recordText(tx, move(kept.length), [countyCode, id, status, due, ...kept]);
  const rows = are
    .filter((viewer) => !kept.includes(viewer))
    .map((viewer) => ({
      ...{ county_code: countyCode, matter_id: id, viewer, kind, status },
      ...{ due_at: due, opened_at: openedAt },
    }));
  recordRows(tx, 'matter_seen', rows, before.length > 0 ? again : '');
}
