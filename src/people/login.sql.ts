import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { CITY_CODE } from '../network/network.ts';
import { command, plainly, type Queries, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { dayOf } from '../platform/now.ts';
import { verifyPassword } from '../platform/passwords.ts';
import { refuse } from '../platform/refusal.ts';
import { verifyTotp } from '../platform/totp.ts';
import { decideLogin, type LoginFacts, type LoginInput, type LoginOutcome, unknownLoginFacts } from './login.ts';
import { findLoginPolicy } from './loginPolicy.sql.ts';
import { defaultLoginPolicy, type LoginPolicy } from './loginPolicy.ts';
import { listValidPosts, type PostRow } from './posts.sql.ts';
import { choosePost, newSessionToken, sessionIdOf } from './session.ts';
import { findLastPostId, recordSession } from './sessions.sql.ts';
import { recordTrail } from './trail.sql.ts';
import { findUserByLogin, lockUser, normalizedLogin, recordUserChange, type UserRow } from './users.sql.ts';

export type Caller = { readonly now: Date; readonly address: string; readonly agent: string };
type Try = { readonly deps: Deps; readonly input: LoginInput; readonly caller: Caller; readonly policy: LoginPolicy };
type Opened = { readonly token: string; readonly expiresAt: Date };
type Result = { readonly outcome: LoginOutcome; readonly opened: Opened | undefined };

/** Log-ins stand above counties and matters: no scope, so row-level security shows nothing. */
export const noScope = { counties: [], viewers: [] } as const;

function secondFactorOf({ deps, input, caller }: Try, user: UserRow) {
  if (user.totp_sealed === null) return { state: 'notEnrolled' as const, counter: null };
  if (input.totp === undefined) return { state: 'missing' as const, counter: null };
  const secret = deps.crypto.open(CITY_CODE, user.totp_sealed);
  const check = verifyTotp(secret, input.totp, caller.now, user.totp_last_counter ?? -1);
  return check.ok ? { state: 'right' as const, counter: check.counter } : { state: check.reason, counter: null };
}

function recordOpening(tx: Tx, { caller, policy }: Try, user: UserRow, post: PostRow, counter: number | null): Opened {
  const { now, address, agent } = caller;
  const token = newSessionToken();
  const id = sessionIdOf(token);
  const expiresAt = new Date(now.getTime() + policy.absoluteHours * 3_600_000);
  const fresh = { failures: 0, locked_until: null };
  recordUserChange(tx, user.id, counter === null ? fresh : { ...fresh, totp_last_counter: counter });
  const secondFactorAt = counter === null ? null : now;
  recordSession(tx, { id, userId: user.id, postId: post.id, secondFactorAt, expiresAt, address, agent }, now);
  const actor = { userId: user.id, postId: post.id, countyCode: post.county_code };
  recordTrail(tx, { at: now, act: 'session.opened', actor, subject: user.id, address });
  return { token, expiresAt };
}

async function tryKnown(tx: Tx, attempt: Try, seen: UserRow, passwordRight: boolean): Promise<Result> {
  const { caller, policy } = attempt;
  const user = await lockUser(tx, seen.id);
  const posts = await listValidPosts(tx, user.id, dayOf(caller.now));
  const second = secondFactorOf(attempt, user);
  const facts: LoginFacts = {
    // A password that was reset between the two looks is no longer the one that was verified.
    passwordRight: passwordRight && user.password_hash === seen.password_hash,
    active: user.active,
    failures: user.failures,
    lockedUntil: user.locked_until,
    secondFactor: second.state,
    validPosts: posts.length,
  };
  const outcome = decideLogin(facts, policy, caller.now);
  const post = choosePost(posts, await findLastPostId(tx, user.id));
  if (outcome.result === 'opened' && post)
    return { outcome, opened: recordOpening(tx, attempt, user, post, second.counter) };
  recordRefusal(tx, attempt, outcome, { subject: user.id, userId: user.id, countyCode: posts[0]?.county_code ?? '' });
  if (outcome.result === 'refused' && outcome.counted)
    recordUserChange(tx, user.id, { failures: outcome.failures, locked_until: outcome.lockedUntil });
  return { outcome, opened: undefined };
}

type Refused = { readonly subject: string; readonly userId: string | null; readonly countyCode: string };

function recordRefusal(tx: Tx, { caller }: Try, outcome: LoginOutcome, { subject, userId, countyCode }: Refused): void {
  if (outcome.result !== 'refused') return;
  const actor = userId === null ? undefined : { userId, postId: '', countyCode };
  const detail = { code: outcome.refusal.code, counted: outcome.counted };
  recordTrail(tx, { at: caller.now, act: 'session.refused', actor, subject, detail, address: caller.address });
}

async function triesOf(queries: Queries, subject: string) {
  const { rows } = await sql<{ tries: number; last: Date | null }>`select count(*) as tries, max(at) as last from trail
    where subject = ${subject} and act = 'session.refused' and detail ->> 'counted' = 'true'`.execute(queries);
  return rows[0] ?? { tries: 0, last: null };
}

async function tryUnknown(tx: Tx, attempt: Try): Promise<Result> {
  // Hashed: what people type into the wrong box is often their password.
  const digest = createHash('sha256').update(normalizedLogin(attempt.input.login)).digest('hex');
  const subject = `login:${digest.slice(0, 16)}`;
  const { tries, last } = await triesOf(tx, subject);
  const outcome = decideLogin(unknownLoginFacts(tries, last, attempt.policy), attempt.policy, attempt.caller.now);
  recordRefusal(tx, attempt, outcome, { subject, userId: null, countyCode: '' });
  return { outcome, opened: undefined };
}

/** One try to log in: the password is verified whoever asks, then decided and recorded under the user's lock. */
export async function openSession(deps: Deps, input: LoginInput, caller: Caller): Promise<Opened> {
  const { user, policy } = await plainly(deps.db, async (queries) => ({
    user: await findUserByLogin(queries, input.login),
    policy: (await findLoginPolicy(queries, dayOf(caller.now))) ?? defaultLoginPolicy(deps.config.mode),
  }));
  const passwordRight = await verifyPassword(user?.password_hash ?? undefined, input.password);
  const attempt = { deps, input, caller, policy };
  const { outcome, opened } = await command(deps.db, noScope, (tx) =>
    user ? tryKnown(tx, attempt, user, passwordRight) : tryUnknown(tx, attempt),
  );
  if (outcome.result === 'refused') throw outcome.refusal;
  return opened ?? refuse('forbidden', 'noPost', '账号现在没有在任的岗位，找系统管理员。');
}
