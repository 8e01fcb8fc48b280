import { type Db, openDatabase, plainly } from '../src/platform/db.ts';

/** Written last, so that a seed that was cut off is played again. */
export const MARKER = 'demo.seeded';

export async function isSeeded(db: Db): Promise<boolean> {
  const row = await plainly(db, (queries) =>
    queries.selectFrom('recurring_run').select('name').where('name', '=', MARKER).executeTakeFirst(),
  );
  return row !== undefined;
}

/** The same for who has no pool, and does not want to load the whole story to learn that it was told. */
export async function wasSeeded(appUrl: string): Promise<boolean> {
  const db = openDatabase(appUrl, 1);
  return isSeeded(db).finally(() => db.close());
}
