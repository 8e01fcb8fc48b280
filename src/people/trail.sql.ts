import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';

export type TrailEntry = {
  readonly at: Date;
  readonly act: string;
  readonly actor?: Pick<Actor, 'userId' | 'postId' | 'countyCode'> | undefined;
  /** What it was done to: a code, an id, a setting's key. */
  readonly subject?: string | undefined;
  /** Ids, field names, purposes. Never contents or personal values. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly address?: string | undefined;
};

/** Adds who did what to which code, in the transaction of the act. Rows can neither be changed nor deleted. */
export function recordTrail(tx: Tx, entry: TrailEntry): void {
  const { at, act, actor, subject = null, detail = {}, address = null } = entry;
  const values = {
    id: newId(at),
    at,
    user_id: actor?.userId ?? null,
    post_id: actor?.postId || null,
    county_code: actor?.countyCode || null,
    act,
    subject,
    detail: JSON.stringify(detail),
    address,
  };
  record(tx, tx.insertInto('trail').values(values));
}

export type TrailFilter = {
  act?: string | undefined;
  subject?: string | undefined;
  userId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  after?: string | undefined;
  limit: number;
};

/** Newest first. What nobody logged in did (failed log-ins) belongs to no county and is the city's to read. */
export async function listTrail(queries: Queries, counties: readonly string[] | 'all', filter: TrailFilter) {
  let query = queries
    .selectFrom('trail as t')
    .leftJoin('app_user as u', 'u.id', 't.user_id')
    // Many acts are about an account: its name reads better than its id.
    .leftJoin('app_user as s', (join) => join.on(sql<boolean>`s.id::text = t.subject`))
    .select('s.name as subject_name')
    .select(['t.id', 't.at', 't.act', 't.subject', 't.detail', 't.address', 't.county_code', 'u.name', 'u.login'])
    .orderBy('t.at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(filter.limit + 1);
  if (counties !== 'all') query = query.where('t.county_code', 'in', [...counties]);
  if (filter.act !== undefined) query = query.where('t.act', '=', filter.act);
  if (filter.subject !== undefined) query = query.where('t.subject', '=', filter.subject);
  if (filter.userId !== undefined) query = query.where('t.user_id', '=', filter.userId);
  if (filter.from !== undefined) query = query.where('t.at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('t.at', '<', filter.to);
  if (filter.after !== undefined) {
    const [at, id] = readCursor(filter.after, 'time', 'id');
    query = query.where(sql<boolean>`(t.at, t.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const found = await query.execute();
  const rows = found.slice(0, filter.limit);
  const last = rows.at(-1);
  return { rows, next: found.length > rows.length && last ? cursorOf(last.at, last.id) : null };
}
