import { sql } from 'kysely';
import type { UnitKind } from '../network/network.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import type { PostEntry } from './directory.ts';
import { isPostRole } from './roles.ts';
import { tellStreams } from './sessions.sql.ts';

const columns = [
  'p.id',
  'p.user_id',
  'p.role',
  'p.unit_id',
  'p.region_code',
  'p.county_code',
  'p.valid_from',
  'p.valid_to',
  'n.name as unit_name',
  'n.short_name as unit_short',
  'n.kind as unit_kind',
  'r.name as region_name',
  'p.covers_post_id',
  'au.name as covers_name',
] as const;

function posts(queries: Queries) {
  return queries
    .selectFrom('post as p')
    .innerJoin('unit as n', 'n.id', 'p.unit_id')
    .innerJoin('region as r', 'r.code', 'p.region_code')
    .leftJoin('post as ap', 'ap.id', 'p.covers_post_id')
    .leftJoin('app_user as au', 'au.id', 'ap.user_id')
    .select(columns);
}

export type PostRow = Awaited<ReturnType<typeof listPostsOf>>[number];

/** Every post that these people hold or held, oldest first. */
export function listPostsOf(queries: Queries, userIds: readonly string[]) {
  return posts(queries)
    .where('p.user_id', 'in', userIds.length > 0 ? [...userIds] : [null as unknown as string])
    .orderBy('p.valid_from')
    .orderBy('p.id')
    .execute();
}

/** The posts a person holds on the day. */
export function listValidPosts(queries: Queries, userId: string, day: string) {
  return posts(queries)
    .where('p.user_id', '=', userId)
    .where('p.valid_from', '<=', day)
    .where((e) => e.or([e('p.valid_to', 'is', null), e('p.valid_to', '>=', day)]))
    .orderBy('p.valid_from')
    .orderBy('p.id')
    .execute();
}

/** The county of whoever logs in by this name, from the first post; '' for nobody. */
export async function findCountyOfLogin(queries: Queries, login: string): Promise<string> {
  const row = await queries
    .selectFrom('post as p')
    .innerJoin('app_user as u', 'u.id', 'p.user_id')
    .select('p.county_code')
    .where('u.login', '=', login)
    .orderBy('p.valid_from')
    .orderBy('p.id')
    .limit(1)
    .executeTakeFirst();
  return row?.county_code ?? '';
}

/** Locks the post until the transaction ends. */
export async function lockPost(tx: Tx, id: string) {
  const post = await posts(tx).where('p.id', '=', id).forUpdate('p').executeTakeFirst();
  return post ?? refuse('notFound', 'noSuchPost', '没有这个岗位。');
}

/** The unit a post is to be in. */
export async function getUnitForPost(queries: Queries, unitId: string) {
  const unit = await queries
    .selectFrom('unit')
    .select(['id', 'kind', 'county_code', 'region_code', 'name'])
    .where('id', '=', unitId)
    .where('active', '=', true)
    .executeTakeFirst();
  return unit
    ? { ...unit, kind: unit.kind as UnitKind }
    : refuse('invalid', 'noSuchUnit', '没有这个单位。', { unitId: '没有这个单位，从名单里选。' });
}

/** Whether the place exists. */
export async function regionExists(queries: Queries, code: string): Promise<boolean> {
  const row = await queries.selectFrom('region').select('code').where('code', '=', code).executeTakeFirst();
  return row !== undefined;
}

export type NewPost = {
  readonly userId: string;
  readonly unitId: string;
  readonly role: string;
  readonly regionCode: string;
  readonly countyCode: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export function recordPost(tx: Tx, post: NewPost, now: Date): string {
  const id = newId(now);
  const row = {
    id,
    user_id: post.userId,
    unit_id: post.unitId,
    role: post.role,
    region_code: post.regionCode,
    county_code: post.countyCode,
    valid_from: post.validFrom,
    valid_to: post.validTo,
    created_at: now,
  };
  record(tx, tx.insertInto('post').values(row));
  return id;
}

/** The one way in which a post's last day changes: whoever looks on as this post hears no more from then on. */
export function recordPostEnd(tx: Tx, postId: string, lastDay: string | null): void {
  tellStreams(tx, [postId]);
  record(tx, tx.updateTable('post').set({ valid_to: lastDay }).where('id', '=', postId));
}

/** Everybody in office on the day: what makeDirectory takes. */
export async function listPostEntries(queries: Queries, day: string): Promise<PostEntry[]> {
  const rows = await queries
    .selectFrom('post as p')
    .innerJoin('app_user as u', 'u.id', 'p.user_id')
    .select(['p.id', 'p.user_id', 'u.name', 'p.unit_id', 'p.role', 'p.region_code', 'p.covers_post_id'])
    .where('u.active', '=', true)
    .where(sql<boolean>`${day}::date between p.valid_from and coalesce(p.valid_to, 'infinity')`)
    .orderBy('p.id')
    .execute();
  return rows.flatMap(({ id, user_id, name, unit_id, role, region_code, covers_post_id: coversPostId }) => {
    if (!isPostRole(role)) return [];
    const entry = { postId: id, userId: user_id, name, unitId: unit_id, role, regionCode: region_code };
    return [coversPostId === null ? entry : { ...entry, coversPostId }];
  });
}
