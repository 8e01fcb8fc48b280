import { sql } from 'kysely';
import { type Db, plainly } from './db.ts';

/** Names of the migrations that this database has. */
export async function listAppliedMigrations(db: Db): Promise<Set<string>> {
  const { rows } = await plainly(db, (queries) => sql<{ name: string }>`select name from migration`.execute(queries));
  return new Set(rows.map((row) => row.name));
}
