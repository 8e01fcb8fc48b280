import { type Static, Type } from 'typebox';
import { Refusal } from '../platform/refusal.ts';

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
  readonly secondFactor: 'notEnrolled' | 'missing' | 'wrong' | 'used' | 'right';
  readonly validPosts: number;
  /** What one more wrong try comes to: so many are left, or it is the last and locks. */
  readonly ifWrong: { readonly left: number; readonly locks: Refusal | null };
};

export type LoginOutcome =
  | { readonly result: 'opened' }
  | { readonly result: 'refused'; readonly refusal: Refusal; readonly counted: boolean };

const plainly = (refusal: Refusal): LoginOutcome => ({ result: 'refused', refusal, counted: false });

function counted(code: string, field: string, what: string, { left, locks }: LoginFacts['ifWrong']): LoginOutcome {
  const sentence = `${what}，还可以试 ${left} 次。`;
  const refusal = locks ?? new Refusal('unauthenticated', code, sentence, { [field]: sentence });
  return { result: 'refused', refusal, counted: true };
}

/** Decides one try that is taken at all. The password has been verified before in any case, so that time tells nothing. */
export function decideLogin(facts: LoginFacts): LoginOutcome {
  const { ifWrong } = facts;
  if (!facts.passwordRight) return counted('wrongPassword', 'password', '账号或密码不对', ifWrong);
  if (!facts.active) return plainly(new Refusal('forbidden', 'accountDisabled', '账号已停用，找系统管理员。'));
  if (facts.secondFactor === 'missing') {
    const sentence = '再输入手机令牌上的 6 位数字。';
    return plainly(new Refusal('unauthenticated', 'secondFactorNeeded', sentence, { totp: sentence }));
  }
  if (facts.secondFactor === 'wrong') return counted('wrongSecondFactor', 'totp', '动态码不对', ifWrong);
  if (facts.secondFactor === 'used')
    return counted('wrongSecondFactor', 'totp', '这个动态码用过了，等下一个（不到 30 秒）', ifWrong);
  if (facts.validPosts === 0)
    return plainly(new Refusal('forbidden', 'noPost', '账号现在没有在任的岗位，找系统管理员。'));
  return { result: 'opened' };
}
