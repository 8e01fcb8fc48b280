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

export function recordChanges(tx: Tx, key: MatterKey, changes: readonly Change[]): void {
  for (const { table, id, by = 'id', set } of changes) {
    const query = tx
      .updateTable(table as 'note')
      .set(set as never)
      .where('county_code', '=', key.countyCode)
      .where('matter_id', '=', key.id);
    record(tx, query.where(sql.ref(by), '=', id as never));
  }
}
