import { type Static, Type } from 'typebox';
import { formatClock } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { LoginPolicy } from './loginPolicy.ts';

export const loginInput = Type.Object(
  {
    login: Type.String({ minLength: 1, maxLength: 60 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    totp: Type.Optional(Type.String({ minLength: 1, maxLength: 12 })),
  },
  { additionalProperties: false },
);
export type LoginInput = Static<typeof loginInput>;

export type LoginFacts = {
  /** Unknown names are answered exactly like known ones with a wrong password. */
  readonly passwordRight: boolean;
  readonly active: boolean;
  /** Failures in a row before this try. */
  readonly failures: number;
  readonly lockedUntil: Date | null;
  readonly secondFactor: 'notEnrolled' | 'missing' | 'wrong' | 'used' | 'right';
  readonly validPosts: number;
};

export type LoginOutcome =
  | { readonly result: 'opened' }
  /** `counted` tries are recorded with the new number of failures, and the lock if this was the last allowed one. */
  | {
      readonly result: 'refused';
      readonly refusal: Refusal;
      readonly counted: boolean;
      readonly failures: number;
      readonly lockedUntil: Date | null;
    };

function plainly(refusal: Refusal, facts: LoginFacts): LoginOutcome {
  return { result: 'refused', refusal, counted: false, failures: facts.failures, lockedUntil: facts.lockedUntil };
}

function locked(until: Date, policy: LoginPolicy): Refusal {
  const sentence = `连着输错 ${policy.maxFailures} 次，账号先锁住，${formatClock(until)} 后再试。急着用，找系统管理员重设密码。`;
  return new Refusal('tooMany', 'loginLocked', sentence);
}

function counted(
  code: string,
  field: string,
  what: string,
  facts: LoginFacts,
  policy: LoginPolicy,
  now: Date,
): LoginOutcome {
  const failures = facts.failures + 1;
  const left = policy.maxFailures - failures;
  if (left <= 0) {
    const until = new Date(now.getTime() + policy.lockMinutes * 60_000);
    return { result: 'refused', refusal: locked(until, policy), counted: true, failures: 0, lockedUntil: until };
  }
  const sentence = `${what}，还可以试 ${left} 次。`;
  const refusal = new Refusal('unauthenticated', code, sentence, { [field]: sentence });
  return { result: 'refused', refusal, counted: true, failures, lockedUntil: null };
}

/** Decides one try. The password has been verified before in any case, so that time tells nothing. */
export function decideLogin(facts: LoginFacts, policy: LoginPolicy, now: Date): LoginOutcome {
  if (facts.lockedUntil !== null && facts.lockedUntil > now) return plainly(locked(facts.lockedUntil, policy), facts);
  if (!facts.passwordRight) return counted('wrongPassword', 'password', '账号或密码不对', facts, policy, now);
  if (!facts.active) return plainly(new Refusal('forbidden', 'accountDisabled', '账号已停用，找系统管理员。'), facts);
  if (facts.secondFactor === 'missing') {
    const sentence = '再输入手机令牌上的 6 位数字。';
    return plainly(new Refusal('unauthenticated', 'secondFactorNeeded', sentence, { totp: sentence }), facts);
  }
  if (facts.secondFactor === 'wrong') return counted('wrongSecondFactor', 'totp', '动态码不对', facts, policy, now);
  if (facts.secondFactor === 'used')
    return counted('wrongSecondFactor', 'totp', '这个动态码用过了，等下一个（不到 30 秒）', facts, policy, now);
  if (facts.validPosts === 0)
    return plainly(new Refusal('forbidden', 'noPost', '账号现在没有在任的岗位，找系统管理员。'), facts);
  return { result: 'opened' };
}

/**
 * Failures of a name that nobody has, counted as the trail shows them, so that it locks just as a real one would:
 * otherwise the missing countdown would tell which names exist.
 */
export function unknownLoginFacts(tries: number, lastAt: Date | null, policy: LoginPolicy): LoginFacts {
  const failures = tries % policy.maxFailures;
  const lockedUntil =
    tries > 0 && failures === 0 && lastAt ? new Date(lastAt.getTime() + policy.lockMinutes * 60_000) : null;
  return { passwordRight: false, active: false, failures, lockedUntil, secondFactor: 'notEnrolled', validPosts: 0 };
}
