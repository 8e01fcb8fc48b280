import { sql } from 'kysely';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { ask, type Queries, record, recordSignal, type Tx } from '../platform/db.ts';
import type { LoginPolicy } from './loginPolicy.ts';
import type { Session } from './session.ts';
import { sessionText } from './sessionText.ts';
import type { Predecessor } from './viewers.ts';

type SessionRow = {
  id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  table_code: string | null;
  user_id: string;
  login: string;
  name: string;
  active: boolean;
  password_set_at: Date | null;
  enrolled: boolean;
  post_id: string | null;
  role: string;
  region_code: string;
  county_code: string;
  valid_from: string;
  valid_to: string | null;
  covers_post_id: string | null;
  covers_name: string | null;
  unit_id: string;
  unit_kind: string;
  counties: string[] | null;
  before: Predecessor[] | null;
  policy: LoginPolicy | null;
  covering: boolean;
};

function sessionOf(row: SessionRow, policy: LoginPolicy): Session {
  const post = {
    postId: row.post_id ?? '',
    role: row.role,
    unitId: row.unit_id,
    centerId: row.unit_kind === 'center' ? row.unit_id : null,
    regionCode: row.region_code,
    countyCode: row.county_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    ...(row.before && { before: row.before }),
    ...(row.covers_post_id !== null && { covers: { postId: row.covers_post_id, name: row.covers_name ?? '' } }),
  };
  return {
    id: row.id,
    userId: row.user_id,
    login: row.login,
    name: row.name,
    userActive: row.active,
    passwordSetAt: row.password_set_at,
    enrolled: row.enrolled,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    tableCode: row.table_code,
    post: row.post_id === null ? null : post,
    allCounties: row.counties ?? [],
    policy: row.policy ?? policy,
    covering: row.covering,
  };
}

/** Session, user, post, unit, reach and log-in policy in one query. `day` is today in Asia/Shanghai. */
export async function findSession(queries: Queries, id: string, day: string, defaults: LoginPolicy) {
  const [row] = await ask<SessionRow>(queries, sessionText, [id, day]);
  return row && sessionOf(row, defaults);
}

export async function findLastPostId(queries: Queries, userId: string): Promise<string | null> {
  const last = await queries
    .selectFrom('session')
    .select('post_id')
    .where('user_id', '=', userId)
    .where('post_id', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.post_id ?? null;
}

export type NewSession = {
  readonly id: string;
  readonly userId: string;
  readonly postId: string;
  readonly secondFactorAt: Date | null;
  readonly expiresAt: Date;
  readonly address: string;
  readonly agent: string;
  readonly tableCode?: string;
};

export function recordSession(tx: Tx, session: NewSession, now: Date): void {
  const row = {
    id: session.id,
    user_id: session.userId,
    post_id: session.postId,
    second_factor_at: session.secondFactorAt,
    created_at: now,
    last_seen_at: now,
    expires_at: session.expiresAt,
    address: session.address,
    agent: session.agent.slice(0, 300),
    table_code: session.tableCode ?? null,
  };
  record(tx, tx.insertInto('session').values(row));
}

export async function touchSession(queries: Queries, id: string, now: Date): Promise<void> {
  await queries.updateTable('session').set({ last_seen_at: now }).where('id', '=', id).execute();
}

/** Streams of these log-ins, people or posts look again whether they still stand, and as whom. */
export const tellStreams = (tx: Tx, keys: readonly string[]): void =>
  recordSignal(tx, { county: '', kind: 'session', id: '', keys });

export function recordSessionPost(tx: Tx, id: string, postId: string): void {
  tellStreams(tx, [id]);
  record(tx, tx.updateTable('session').set({ post_id: postId }).where('id', '=', id));
}

export function recordSecondFactorSeen(tx: Tx, id: string, now: Date): void {
  record(tx, tx.updateTable('session').set({ second_factor_at: now }).where('id', '=', id));
}

export function recordRevocation(tx: Tx, id: string, byUserId: string, now: Date): void {
  tellStreams(tx, [id]);
  const set = { revoked_at: now, revoked_by: byUserId };
  record(tx, tx.updateTable('session').set(set).where('id', '=', id).where('revoked_at', 'is', null));
}

/** All sessions of a user end, except the one given. */
export function recordRevocationOfAll(tx: Tx, userId: string, byUserId: string, now: Date, exceptId = ''): void {
  tellStreams(tx, [userId]);
  const set = { revoked_at: now, revoked_by: byUserId };
  const query = tx.updateTable('session').set(set).where('user_id', '=', userId).where('id', '!=', exceptId);
  record(tx, query.where('revoked_at', 'is', null));
}

/** A session with the county of its post, for whoever is to end it. */
export function findSessionOwner(queries: Queries, id: string) {
  return queries
    .selectFrom('session as s')
    .leftJoin('post as p', 'p.id', 's.post_id')
    .select(['s.id', 's.user_id', 'p.county_code'])
    .where('s.id', '=', id)
    .executeTakeFirst();
}

export type SessionFilter = {
  /** One person's, or everybody's with a post in the counties. */
  userId?: string | undefined;
  counties?: readonly string[] | undefined;
  after?: string | undefined;
  limit: number;
};

/** Sessions that still stand, newest first. */
export async function listSessions(queries: Queries, filter: SessionFilter, now: Date) {
  let query = queries
    .selectFrom('session as s')
    .innerJoin('app_user as u', 'u.id', 's.user_id')
    .leftJoin('post as p', 'p.id', 's.post_id')
    .leftJoin('unit as n', 'n.id', 'p.unit_id')
    .select([
      's.id',
      's.created_at',
      's.last_seen_at',
      's.expires_at',
      's.address',
      's.agent',
      's.table_code',
      'u.login',
      'u.name',
      'p.role',
    ])
    .select('n.name as unit_name')
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', now)
    .orderBy('s.created_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(filter.limit + 1);
  if (filter.userId !== undefined) query = query.where('s.user_id', '=', filter.userId);
  if (filter.counties !== undefined) query = query.where('p.county_code', 'in', [...filter.counties]);
  if (filter.after !== undefined) {
    const [at, id] = readCursor(filter.after, 'time', 'id');
    query = query.where(sql<boolean>`(s.created_at, s.id) < (${at}::timestamptz, ${id})`);
  }
  const found = await query.execute();
  const rows = found.slice(0, filter.limit);
  const last = rows.at(-1);
  return { rows, next: found.length > rows.length && last ? cursorOf(last.created_at, last.id) : null };
}
