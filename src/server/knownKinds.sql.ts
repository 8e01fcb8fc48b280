import { type Db, plainly } from '../platform/db.ts';
import type { Kinds } from './kinds.ts';

/** Asked once at the start: a foreign key would lock the one row of its kind with every matter that begins. */
export async function refuseUnknownKinds(db: Db, kinds: Kinds): Promise<void> {
  const rows = await plainly(db, (queries) => queries.selectFrom('matter_kind').select('kind').execute());
  const known = new Set(rows.map(({ kind }) => kind));
  const missing = Object.values(kinds).filter(({ kind }) => !known.has(kind.name));
  if (missing.length > 0) throw new Error(`matter_kind has no row for ${missing.map(({ kind }) => kind.name).join()}`);
}
