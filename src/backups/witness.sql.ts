import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Witness } from './manifest.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Tables that a copy must have row by row: all but those that live for an hour, which nobody waits for. */
export async function countedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table_name: string }>(
    `select table_name from topology where kind <> 'local' order by table_name`,
  );
  return rows.map((row) => row.table_name);
}

/** Row counts as this connection sees them now; of one moment inside a repeatable read. */
export async function countRows(client: pg.Client, tables: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${quoted(table)}`);
    counts[table] = Number(rows[0]?.count);
  }
  return counts;
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  codes.includes((error as { code?: string }).code ?? '');

/** True once nobody writes; false where somebody writes for longer than half a second and others would have to wait behind us. */
async function stillness(client: pg.Client, tables: readonly string[]): Promise<boolean> {
  for (let turn = 0; turn < 20; turn++) {
    await client.query("begin; set local lock_timeout = '500ms'");
    try {
      await client.query(`lock table ${tables.map(quoted).join(', ')} in share mode`);
      return true;
    } catch (error) {
      await client.query('rollback');
      if (!hasCode(error, '55P03', '40P01')) throw error;
    }
    await pause(1_000);
  }
  return false;
}

/**
 * Counts the rows of one moment and gives this moment a name in the log, so that a copy can be brought to it exactly. For
 * some milliseconds nobody writes. `reader` looks at the moment, for as long as counting takes, while others go on.
 */
export async function bearWitness(client: pg.Client, reader: pg.Client, name: string): Promise<Witness> {
  const tables = await countedTables(client);
  const still = await stillness(client, tables);
  try {
    await reader.query('begin isolation level repeatable read read only');
    const { rows } = await reader.query<{ at: Date }>('select clock_timestamp() as at from topology limit 1');
    if (still) await client.query('select pg_create_restore_point($1)', [name]);
    if (still) await client.query('commit');
    const counts = await countRows(reader, tables);
    const at = (rows[0]?.at ?? new Date()).toISOString();
    return still ? { at, restorePoint: name, counts } : { at, counts };
  } finally {
    await client.query('rollback').catch(() => {});
    await reader.query('rollback').catch(() => {});
  }
}
