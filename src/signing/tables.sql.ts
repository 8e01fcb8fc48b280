import { noScope } from '../people/login.sql.ts';
import { isValidOn, newSessionToken, sessionIdOf } from '../people/session.ts';
import { recordRevocation, recordSession } from '../people/sessions.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, record, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';

const MINUTE = 60_000;
/** So long the pass lies on the mediator's screen for the tablet; and so long, at most, the table stays open. */
const PASS_MINUTES = 5;
const TABLE_HOURS = 6;

/** A pass for one tablet. Whoever makes it is who acts at the table: it is his post that hosts the signing. */
export function makePass(tx: Tx, actor: Actor, code: string, now: Date): { token: string; until: Date } {
  const token = newSessionToken();
  const until = new Date(now.getTime() + PASS_MINUTES * MINUTE);
  const whose = { table_code: code, user_id: actor.userId, post_id: actor.postId };
  record(tx, tx.insertInto('table_pass').values({ id: sessionIdOf(token), ...whose, made_at: now, expires_at: until }));
  recordTrail(tx, { at: now, act: 'table.passed', actor, subject: code });
  return { token, until };
}

type Opened = { token: string; code: string; expiresAt: Date };
type Tablet = { address: string; agent: string };

function lockPass(tx: Tx, token: string) {
  return tx
    .selectFrom('table_pass as t')
    .innerJoin('post as p', 'p.id', 't.post_id')
    .select(['t.id', 't.table_code', 't.user_id', 't.post_id', 't.expires_at', 't.used_at'])
    .select(['p.county_code', 'p.valid_from', 'p.valid_to'])
    .where('t.id', '=', sessionIdOf(token))
    .forUpdate('t')
    .executeTakeFirst();
}

/** The tablet shows its pass: once, in time. */
export function openTable(deps: Deps, token: string, { address, agent }: Tablet): Promise<Opened> {
  const now = deps.now();
  return command(deps.db, noScope, async (tx) => {
    const pass = await lockPass(tx, token);
    const post = pass && { validFrom: pass.valid_from, validTo: pass.valid_to };
    if (!pass || !post || pass.used_at !== null || pass.expires_at <= now || !isValidOn(post, dayOf(now)))
      return refuse('notFound', 'passUsed', '这个码用过了，或者过了时间。请调解员再开一次签字桌。');
    record(tx, tx.updateTable('table_pass').set({ used_at: now }).where('id', '=', pass.id));
    const own = newSessionToken();
    const expiresAt = new Date(now.getTime() + TABLE_HOURS * 60 * MINUTE);
    const { table_code: code, user_id: userId, post_id: postId } = pass;
    const session = { userId, postId, expiresAt, address, agent, tableCode: code };
    recordSession(tx, { id: sessionIdOf(own), secondFactorAt: null, ...session }, now);
    const actor = { userId, postId, countyCode: pass.county_code };
    recordTrail(tx, { at: now, act: 'table.opened', actor, subject: code, address });
    return { token: own, code, expiresAt };
  });
}

/** The tables of a dispute that stand open, newest first. */
export async function listTables(queries: Queries, code: string, now: Date) {
  return queries
    .selectFrom('session as s')
    .innerJoin('app_user as u', 'u.id', 's.user_id')
    .select(['s.id', 's.created_at as openedAt', 's.last_seen_at as lastSeenAt', 'u.name as by'])
    .where('s.table_code', '=', code)
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', now)
    .orderBy('s.created_at', 'desc')
    .execute();
}

/** All of them at once, and passes that lie about: a tablet that is lost opens nothing any more. */
export async function endTables(tx: Tx, actor: Actor, code: string, now: Date): Promise<number> {
  const open = await listTables(tx, code, now);
  for (const { id } of open) recordRevocation(tx, id, actor.userId, now);
  const unused = tx.updateTable('table_pass').set({ used_at: now }).where('table_code', '=', code);
  record(tx, unused.where('used_at', 'is', null));
  recordTrail(tx, { at: now, act: 'table.ended', actor, subject: code, detail: { tables: open.length } });
  return open.length;
}
