import type { Actor } from '../platform/actor.ts';
import { type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { recordTrail } from './trail.sql.ts';
import { lockUser, type UserRow } from './users.sql.ts';

export type ResetKind = 'password' | 'secondFactor';

const DAY_MS = 86_400_000;
const since = (now: Date): Date => new Date(now.getTime() - DAY_MS);

/** One asks; nothing has happened yet. */
export function recordAsked(tx: Tx, user: UserRow, what: ResetKind, by: By): string {
  const { actor, countyCode, now, address } = by;
  const id = newId(now);
  const row = { id, user_id: user.id, what, county_code: countyCode, asked_by: actor.userId, asked_at: now };
  record(tx, tx.insertInto('admin_reset').values(row));
  recordTrail(tx, { at: now, act: 'adminReset.asked', actor, subject: user.id, detail: { what, id }, address });
  return id;
}
type By = { actor: Actor; countyCode: string; now: Date; address: string };

/** What waits for another's word in these counties, newest first. */
export function listAsked(queries: Queries, counties: readonly string[], now: Date) {
  return queries
    .selectFrom('admin_reset as a')
    .innerJoin('app_user as u', 'u.id', 'a.user_id')
    .innerJoin('app_user as b', 'b.id', 'a.asked_by')
    .select(['a.id', 'a.what', 'a.asked_at', 'a.asked_by', 'a.user_id', 'u.name', 'b.name as asked_by_name'])
    .where('a.ended_at', 'is', null)
    .where('a.asked_at', '>', since(now))
    .where('a.county_code', 'in', [...counties])
    .orderBy('a.asked_at', 'desc')
    .limit(50)
    .execute();
}

/** Locked until it is decided: of two who confirm at once the second hears that it is done. */
export async function lockAsked(tx: Tx, id: string, actor: Actor, now: Date) {
  const row = await tx.selectFrom('admin_reset').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row || !actor.counties.includes(row.county_code)) return refuse('notFound', 'noSuchReset', '没有这个申请。');
  if (row.ended_at !== null || row.asked_at <= since(now))
    refuse('conflict', 'resetOver', '这个申请已经有人处理，或者过了一天作废了。');
  return { ...row, user: await lockUser(tx, row.user_id) };
}

export function recordDecided(tx: Tx, id: string, outcome: 'confirmed' | 'refused', userId: string, now: Date): void {
  const set = { outcome, ended_by: userId, ended_at: now };
  record(tx, tx.updateTable('admin_reset').set(set).where('id', '=', id));
}
