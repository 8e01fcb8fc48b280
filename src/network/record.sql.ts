import { sql } from 'kysely';
import { record, type Tx } from '../platform/db.ts';
import type { Row } from './rows.ts';

/** Two administrators change the network one after the other, so that each sees what the other left. */
export async function lockNetwork(tx: Tx): Promise<void> {
  if (tx.rehearsed) return;
  await sql`select pg_advisory_xact_lock(hashtext('fengqiao network'))`.execute(tx);
}

/** Writes rows over what is there. Nothing is ever deleted: what is no longer used says so. */
export function recordRows(tx: Tx, rows: readonly Row[]): void {
  for (const { table, row } of rows) {
    const key = table === 'region' || table === 'category' ? 'code' : 'id';
    const others = Object.keys(row).filter((column) => column !== key);
    record(
      tx,
      tx
        .insertInto(table)
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column(key as never)
            .doUpdateSet(Object.fromEntries(others.map((column) => [column, sql.ref(`excluded.${column}`)]))),
        ),
    );
  }
}
