import { untried } from '../attempts/brake.ts';
import { isDeviceToken, listUsersOfDevice, newDeviceToken, recordKnownDevice } from '../attempts/knownDevices.sql.ts';
import { digestOf, lockTries, recordTries } from '../attempts/tries.sql.ts';
import { CITY_CODE } from '../network/network.ts';
import { command, plainly, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { dayOf } from '../platform/now.ts';
import { verifyPassword } from '../platform/passwords.ts';
import { refuse } from '../platform/refusal.ts';
import { verifyTotp } from '../platform/totp.ts';
import { decideLogin, type LoginFacts, type LoginInput, type LoginOutcome } from './login.ts';
import { findLoginPolicy } from './loginPolicy.sql.ts';
import { defaultLoginPolicy, type LoginPolicy } from './loginPolicy.ts';
import { afterWrongLogin, countedBy, waitingFor } from './loginTries.ts';
import { findCountyOfLogin, listValidPosts, type PostRow } from './posts.sql.ts';
import { choosePost, newSessionToken, sessionIdOf } from './session.ts';
import { findLastPostId, recordSession } from './sessions.sql.ts';
import { recordTrail } from './trail.sql.ts';
import { findUserByLogin, lockUser, normalizedLogin, recordUserChange, type UserRow } from './users.sql.ts';

/** `device`: what the browser keeps from a log-in before. */
export type Caller = {
  readonly now: Date;
  readonly address: string;
  readonly agent: string;
  readonly device: string | undefined;
};
type Try = {
  readonly deps: Deps;
  readonly input: LoginInput;
  readonly caller: Caller;
  readonly policy: LoginPolicy;
  /** Who has this name; a try at a name that nobody has goes the same way. */
  readonly user: UserRow | undefined;
  readonly countyCode: string;
  readonly name: string;
  readonly known: boolean;
  readonly passwordRight: boolean;
};
type Opened = { readonly token: string; readonly expiresAt: Date; readonly device: string };
type Result = { readonly outcome: LoginOutcome; readonly opened?: Opened };

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
  if (counter !== null) recordUserChange(tx, user.id, { totp_last_counter: counter });
  const secondFactorAt = counter === null ? null : now;
  recordSession(tx, { id, userId: user.id, postId: post.id, secondFactorAt, expiresAt, address, agent }, now);
  const device = caller.device ?? newDeviceToken();
  recordKnownDevice(tx, device, user.id, now);
  const actor = { userId: user.id, postId: post.id, countyCode: post.county_code };
  recordTrail(tx, { at: now, act: 'session.opened', actor, subject: user.id, address });
  return { token, expiresAt, device };
}

type Looked = Omit<LoginFacts, 'ifWrong'> & { open?: () => Opened };
const wrongPassword: Looked = { passwordRight: false, active: false, secondFactor: 'notEnrolled', validPosts: 0 };

/** Who knows the password is looked at; of anybody else there is nothing to look at, whether the name is there or not. */
async function look(tx: Tx, attempt: Try): Promise<Looked> {
  if (!attempt.passwordRight || attempt.user === undefined) return wrongPassword;
  const user = await lockUser(tx, attempt.user.id);
  // A password that was reset between the two looks is no longer the one that was verified.
  if (user.password_hash !== attempt.user.password_hash) return wrongPassword;
  const posts = await listValidPosts(tx, user.id, dayOf(attempt.caller.now));
  const { state: secondFactor, counter } = secondFactorOf(attempt, user);
  const facts = { passwordRight: true, active: user.active, secondFactor, validPosts: posts.length };
  const post = choosePost(posts, await findLastPostId(tx, user.id));
  return post ? { ...facts, open: () => recordOpening(tx, attempt, user, post, counter) } : facts;
}

function recordRefusal(tx: Tx, { caller, user, name, countyCode }: Try, outcome: LoginOutcome): void {
  if (outcome.result !== 'refused') return;
  const actor = user && { userId: user.id, postId: '', countyCode };
  const detail = { code: outcome.refusal.code, counted: outcome.counted };
  const subject = user?.id ?? `login:${name.slice(0, 16)}`;
  recordTrail(tx, { at: caller.now, act: 'session.refused', actor, subject, detail, address: caller.address });
}

async function tryOnce(tx: Tx, attempt: Try): Promise<Result> {
  const { caller, policy, name, known } = attempt;
  const { now, address } = caller;
  const device = known ? digestOf(caller.device ?? '') : null;
  const by = countedBy({ name, address, device }, policy);
  const triesOf = await lockTries(
    tx,
    by.map(({ key }) => key),
    now,
  );
  const counts = by.map((each) => ({ ...each, tries: triesOf(each.key) }));
  const waiting = waitingFor(counts, now);
  const { after, left } = afterWrongLogin(counts, now);
  const { open, ...facts } = waiting ? wrongPassword : await look(tx, attempt);
  const outcome: LoginOutcome = waiting
    ? { result: 'refused', refusal: waiting, counted: false }
    : decideLogin({ ...facts, ifWrong: { left, locks: waitingFor(after, now) } });
  recordRefusal(tx, attempt, outcome);
  if (outcome.result === 'refused' && outcome.counted)
    for (const { key, tries } of after) recordTries(tx, key, tries, now);
  if (outcome.result === 'refused' || !open) return { outcome };
  for (const { key, where } of counts) if (where === 'here') recordTries(tx, key, untried(now), now);
  return { outcome, opened: open() };
}

/** One try to log in: the password is verified whoever asks, then decided and recorded while its counts are locked. */
export async function openSession(deps: Deps, input: LoginInput, asking: Caller): Promise<Opened> {
  const caller = { ...asking, device: isDeviceToken(asking.device) ? asking.device : undefined };
  const login = normalizedLogin(input.login);
  const [user, countyCode, policy, users] = await plainly(deps.db, (queries) =>
    Promise.all([
      findUserByLogin(queries, login),
      findCountyOfLogin(queries, login),
      findLoginPolicy(queries, dayOf(caller.now)),
      listUsersOfDevice(queries, caller.device),
    ]),
  );
  const passwordRight = await verifyPassword(user?.password_hash ?? undefined, input.password);
  const attempt = {
    ...{ deps, input, caller, user, countyCode, passwordRight, name: digestOf(login) },
    policy: policy ?? defaultLoginPolicy(deps.config.mode),
    known: user !== undefined && users.includes(user.id),
  };
  const { outcome, opened } = await command(deps.db, noScope, (tx) => tryOnce(tx, attempt));
  if (outcome.result === 'refused') throw outcome.refusal;
  return opened ?? refuse('forbidden', 'noPost', '账号现在没有在任的岗位，找系统管理员。');
}
