import { systemActor } from '../src/platform/actor.ts';
import { command, type Db, plainly, record } from '../src/platform/db.ts';

/** No number begins with 0 after the area code: nobody is ever called by mistake. */
const demoNumber = (index: number): string => `0351-0${String(100 + index).padStart(6, '0')}`;

/** A demo center can be called; the real network knows no numbers, and whoever has one keeps it. */
export async function giveCentersNumbers(db: Db): Promise<void> {
  await plainly(db, async (queries) => {
    const centers = await queries.selectFrom('unit').select('id').where('kind', '=', 'center').orderBy('id').execute();
    for (const [index, { id }] of centers.entries())
      await queries
        .updateTable('unit')
        .set({ phone: demoNumber(index) })
        .where('id', '=', id)
        .where('phone', 'is', null)
        .execute();
  });
}

/** What was told more than two days ago has been read, as in an office that works. */
export async function readOldNotices(db: Db, counties: readonly string[], now: Date): Promise<void> {
  const old = new Date(now.getTime() - 2 * 86_400_000);
  await command(db, systemActor(counties), async (tx) => {
    const unread = tx
      .updateTable('notice')
      .where('county_code', 'in', [...counties])
      .where('read_at', 'is', null);
    record(tx, unread.set({ read_at: now }).where('at', '<', old));
  });
}
