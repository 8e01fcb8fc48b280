import { createHash, randomBytes } from 'node:crypto';
import { addDays, dayOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { type LoginPolicy, secondFactorRequired } from './loginPolicy.ts';
import type { PostFacts } from './viewers.ts';

export type SessionPost = PostFacts & {
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The absent colleague's post, while this one covers it. */
  readonly covers?: { readonly postId: string; readonly name: string } | undefined;
};

/** All that one query knows of a cookie. */
export type Session = {
  readonly id: string;
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly userActive: boolean;
  readonly passwordSetAt: Date | null;
  readonly enrolled: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly post: SessionPost | null;
  readonly allCounties: readonly string[];
  readonly policy: LoginPolicy;
  /** The dispute of whose signing table it is, and of nothing else; null: a person's log-in. */
  readonly tableCode: string | null;
  /** Whether the person covers for somebody now, in whichever post. */
  readonly covering: boolean;
};

/** `passwordDue` and `secondFactorDue` sessions may only set that right; nothing else opens to them. */
export type Standing = 'open' | 'ended' | 'passwordDue' | 'secondFactorDue' | 'noPost';

const MINUTE = 60_000;

/** The cookie is known to the browser alone: a copy of the table opens no session. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function sessionIdOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** First and last day count. */
export function isValidOn(post: { validFrom: string; validTo: string | null }, day: string): boolean {
  return post.validFrom <= day && (post.validTo === null || post.validTo >= day);
}

export function passwordExpired(setAt: Date | null, policy: LoginPolicy, now: Date): boolean {
  if (setAt === null) return true;
  return policy.passwordDays > 0 && addDays(dayOf(setAt), policy.passwordDays) <= dayOf(now);
}

export function standingOf(session: Session, now: Date): Standing {
  const idleSince = now.getTime() - session.lastSeenAt.getTime();
  const ended = session.revokedAt !== null || !session.userActive || session.expiresAt <= now;
  if (ended || idleSince >= session.policy.idleMinutes * MINUTE) return 'ended';
  if (passwordExpired(session.passwordSetAt, session.policy, now)) return 'passwordDue';
  if (session.post === null || !isValidOn(session.post, dayOf(now))) return 'noPost';
  if (!session.enrolled && secondFactorRequired(session.policy, [session.post.role])) return 'secondFactorDue';
  return 'open';
}

/** Written at most once a minute: reading a page must not cost a write. */
export function isTouchDue(session: Session, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= MINUTE;
}

const refusals: Readonly<Record<Exclude<Standing, 'open'>, () => Refusal>> = {
  ended: () => new Refusal('unauthenticated', 'sessionExpired', '登录已过期。写好的内容还在这一页，登录后接着办。'),
  passwordDue: () => new Refusal('forbidden', 'passwordDue', '密码到期了，先改密码。'),
  secondFactorDue: () => new Refusal('forbidden', 'secondFactorDue', '这个岗位要用手机令牌，先绑定再办事。'),
  noPost: () => new Refusal('forbidden', 'noPost', '这个岗位已经到期。换一个岗位，或找系统管理员。'),
};

export function refusalOf(standing: Exclude<Standing, 'open'>): Refusal {
  return refusals[standing]();
}

/** The post used last, if it still is one; else the first. */
export function choosePost<P extends { id: string }>(posts: readonly P[], lastPostId: string | null): P | undefined {
  return posts.find((post) => post.id === lastPostId) ?? posts[0];
}
