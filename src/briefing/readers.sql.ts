import { plainly } from '../platform/db.ts';
import type { BriefingEngine } from './briefingEngine.ts';

type Means = Pick<BriefingEngine, 'db' | 'now'>;

export async function wantsBriefing({ db }: Means, postId: string): Promise<boolean> {
  const row = await plainly(db, (queries) =>
    queries.selectFrom('briefing_reader').select('post_id').where('post_id', '=', postId).executeTakeFirst(),
  );
  return row !== undefined;
}

/** Asked for by the post itself, and off until then. */
export async function wishBriefing({ db, now }: Means, postId: string, wanted: boolean): Promise<void> {
  await plainly(db, async (queries) => {
    if (!wanted) return queries.deleteFrom('briefing_reader').where('post_id', '=', postId).execute();
    const row = { post_id: postId, asked_at: now() };
    return queries
      .insertInto('briefing_reader')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
