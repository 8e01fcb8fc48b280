import { sql } from 'kysely';
import { recordPostEnd } from '../people/posts.sql.ts';
import type { Queries } from '../platform/db.ts';
import { record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { type HeldPost, neverWas, type PostChange, type SheetPerson } from './postSheet.ts';

/** A change as it was recorded: what stood before, so that it can be put back. */
export type Recorded = {
  act: 'given' | 'ended';
  postId: string;
  userId: string;
  before: string | null;
  after: string | null;
};

/** Posts in office in these counties, now or later, by log-in. */
export async function listHeldPosts(queries: Queries, counties: readonly string[], day: string): Promise<HeldPost[]> {
  const { rows } =
    await sql<HeldPost>`select p.id, p.user_id as "userId", u.login, u.name, p.unit_id as "unitId", p.role,
      p.region_code as "regionCode", p.county_code as "countyCode", p.valid_from as "validFrom", p.valid_to as "validTo"
    from post p join app_user u on u.id = p.user_id
    where p.county_code = any (${[...counties]}) and p.covers_post_id is null and (p.valid_to is null or p.valid_to >= ${day}::date)
    order by u.login, p.valid_from, p.id`.execute(queries);
  return rows;
}

/** Everybody whose log-in a sheet names, with all that they hold anywhere: exclusions know no county. */
export async function listPeople(queries: Queries, logins: readonly string[], day: string): Promise<SheetPerson[]> {
  const users = await queries
    .selectFrom('app_user')
    .select(['id as userId', 'login', 'name'])
    .where('login', 'in', logins.length > 0 ? [...logins] : [''])
    .where('active', '=', true)
    .execute();
  const { rows } =
    await sql<HeldPost>`select p.id, p.user_id as "userId", u.login, u.name, p.unit_id as "unitId", p.role,
      p.region_code as "regionCode", p.county_code as "countyCode", p.valid_from as "validFrom", p.valid_to as "validTo"
    from post p join app_user u on u.id = p.user_id
    where p.user_id = any (${users.map(({ userId }) => userId)}) and p.covers_post_id is null
      and (p.valid_to is null or p.valid_to >= ${day}::date) order by p.valid_from, p.id`.execute(queries);
  const byUser = Map.groupBy(rows, ({ userId }) => userId);
  return users.map((user) => ({ ...user, posts: byUser.get(user.userId) ?? [] }));
}

/** Two who change rights at once do so one after the other. */
export async function lockRights(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('fengqiao posts'))`.execute(tx);
}

export function recordPostChanges(tx: Tx, changes: readonly PostChange[], now: Date): Recorded[] {
  return changes.map((change): Recorded => {
    if (change.act === 'ended') {
      recordPostEnd(tx, change.postId, change.after);
      const { postId, userId, before, after } = change;
      return { act: 'ended', postId, userId, before, after };
    }
    const { userId, unitId, role, regionCode, countyCode, validFrom, validTo } = change.post;
    const id = newId(now);
    const place = { id, user_id: userId, unit_id: unitId, role, region_code: regionCode, county_code: countyCode };
    record(tx, tx.insertInto('post').values({ ...place, valid_from: validFrom, valid_to: validTo, created_at: now }));
    return { act: 'given', postId: id, userId, before: validFrom, after: validTo };
  });
}

type By = { id: string; countyCode: string; userId: string; at: Date };
export function recordBatch(tx: Tx, by: By, changes: readonly Recorded[]): void {
  const row = { id: by.id, county_code: by.countyCode, saved_by: by.userId, saved_at: by.at };
  record(tx, tx.insertInto('post_batch').values({ ...row, changes: JSON.stringify(changes) }));
}

export async function listBatches(queries: Queries, counties: readonly string[]) {
  return queries
    .selectFrom('post_batch as b')
    .leftJoin('app_user as u', 'u.id', 'b.saved_by')
    .select(['b.id', 'b.saved_at as savedAt', 'b.undone_at as undoneAt', 'b.changes', 'u.name as savedBy'])
    .where('b.county_code', 'in', [...counties])
    .orderBy('b.saved_at', 'desc')
    .limit(20)
    .execute();
}

/** Puts every post of a batch back, all or none: one that somebody changed since keeps the whole batch as it is. */
export async function undoBatch(tx: Tx, id: string, counties: readonly string[], by: { userId: string; at: Date }) {
  const batch = await tx.selectFrom('post_batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!batch || !counties.includes(batch.county_code)) return refuse('notFound', 'noSuchBatch', '没有这批变动。');
  if (batch.undone_at) refuse('conflict', 'undoneAlready', '这批变动已经收回了。');
  const changes = batch.changes as Recorded[];
  const ids = changes.map(({ postId }) => postId);
  const posts = await tx.selectFrom('post').select(['id', 'valid_to']).where('id', 'in', ids).forUpdate().execute();
  const now = new Map(posts.map((post) => [post.id, post.valid_to]));
  const moved = changes.filter(({ postId, after }) => (now.get(postId) ?? null) !== after).length;
  if (moved > 0) refuse('conflict', 'movedOn', `有 ${moved} 个岗位后来又改过，不能整批收回，请一个一个改。`);
  for (const { act, postId, before } of changes) {
    recordPostEnd(tx, postId, act === 'given' ? neverWas(before ?? '') : before);
  }
  record(tx, tx.updateTable('post_batch').set({ undone_at: by.at, undone_by: by.userId }).where('id', '=', id));
  return changes.length;
}
