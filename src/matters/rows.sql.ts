import { sql } from 'kysely';
import { record, recordRows, type Tx } from '../platform/db.ts';
import type { Change, Insert } from './decision.ts';

type MatterKey = { countyCode: string; id: string };
const ofMatter = (key: MatterKey) => ({ county_code: key.countyCode, matter_id: key.id });

type Plain = { into: string; row: object };

/** Rows of one table with the same columns go out together: a roster of five hundred is one statement. */
function recordTogether(tx: Tx, rows: readonly Plain[]): void {
  const columns = ({ row }: Plain) =>
    Object.entries(row)
      .flatMap(([name, value]) => (value === undefined ? [] : name))
      .join();
  for (let from = 0; from < rows.length; ) {
    const first = rows[from] as Plain;
    let to = from + 1;
    for (let next = rows[to]; next?.into === first.into && columns(next) === columns(first); next = rows[++to]);
    const together = rows.slice(from, to).map(({ row }) => row as never);
    recordRows(tx, first.into as 'note', together);
    from = to;
  }
}

export function recordInserts(tx: Tx, key: MatterKey, inserts: readonly Insert[]): void {
  let plain: Plain[] = [];
  for (const { into, values, again } of inserts) {
    const row = { ...ofMatter(key), ...values } as never;
    if (!again) {
      plain.push({ into, row });
      continue;
    }
    recordTogether(tx, plain);
    plain = [];
    // Values, not `excluded`: the columns are not ours to read.
    const columns = ['county_code', 'matter_id', again.by] as never[];
    const query = tx.insertInto(into as 'note').values(row);
    record(
      tx,
      query.onConflict((conflict) => conflict.columns(columns).doUpdateSet(again.set as never)),
    );
  }
  recordTogether(tx, plain);
}

const sameSet = (a: Change, b: Change | undefined): boolean => {
  if (!b || a.table !== b.table || a.by !== b.by) return false;
  const [one, other] = [Object.entries(a.set), b.set as Readonly<Record<string, unknown>>];
  return one.length === Object.keys(other).length && one.every(([name, value]) => other[name] === value);
};

/** Rows of which the same is said one after the other are changed by one statement. */
export function recordChanges(tx: Tx, key: MatterKey, changes: readonly Change[]): void {
  for (let from = 0; from < changes.length; ) {
    const first = changes[from] as Change;
    let to = from + 1;
    while (sameSet(first, changes[to])) to += 1;
    const ids = changes.slice(from, to).map(({ id }) => id);
    const query = tx
      .updateTable(first.table as 'note')
      .set(first.set as never)
      .where('county_code', '=', key.countyCode)
      .where('matter_id', '=', key.id);
    const which = sql.ref(first.by ?? 'id');
    record(tx, ids.length === 1 ? query.where(which, '=', ids[0] as never) : query.where(which, 'in', ids as never));
    from = to;
  }
}
