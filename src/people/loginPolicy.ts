import { type Static, Type } from 'typebox';
import { isAdministrator } from './roles.ts';

/**
 * [G]: numbers that sites choose. 等保三级 asks that there be limits, a time-out and two factors for
 * administrators; it names no numbers.
 */
export const loginPolicySchema = Type.Object(
  {
    maxFailures: Type.Integer({ minimum: 3, maximum: 10 }),
    lockMinutes: Type.Integer({ minimum: 5, maximum: 1440 }),
    idleMinutes: Type.Integer({ minimum: 5, maximum: 480 }),
    absoluteHours: Type.Integer({ minimum: 1, maximum: 24 }),
    /** 0: passwords do not expire. */
    passwordDays: Type.Integer({ minimum: 0, maximum: 365 }),
    passwordLength: Type.Integer({ minimum: 8, maximum: 64 }),
    passwordClasses: Type.Integer({ minimum: 1, maximum: 4 }),
    /** How many it takes to set an administrator's password or second factor anew (docs/decisions/0057). */
    administratorResets: Type.Optional(Type.Union([Type.Literal('one'), Type.Literal('two')])),
    secondFactor: Type.Union([Type.Literal('nobody'), Type.Literal('administrators'), Type.Literal('everyone')]),
  },
  { additionalProperties: false },
);
export type LoginPolicy = Static<typeof loginPolicySchema>;

export const loginPolicyInput = Type.Object(
  {
    value: loginPolicySchema,
    effectiveFrom: Type.String({ format: 'date' }),
    basis: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type LoginPolicyInput = Static<typeof loginPolicyInput>;

const production: LoginPolicy = {
  maxFailures: 5,
  lockMinutes: 15,
  idleMinutes: 30,
  absoluteHours: 12,
  passwordDays: 90,
  passwordLength: 10,
  passwordClasses: 3,
  secondFactor: 'administrators',
  administratorResets: 'two',
};

export function defaultLoginPolicy(mode: 'demo' | 'production'): LoginPolicy {
  return mode === 'production'
    ? production
    : { ...production, idleMinutes: 480, passwordDays: 0, secondFactor: 'nobody', administratorResets: 'one' };
}

/** A version from before it was asked says what the default says. */
export const wantsTwo = (policy: LoginPolicy, mode: 'demo' | 'production'): boolean =>
  (policy.administratorResets ?? defaultLoginPolicy(mode).administratorResets) === 'two';

export function secondFactorRequired(policy: LoginPolicy, roles: readonly string[]): boolean {
  if (policy.secondFactor === 'administrators') return roles.some(isAdministrator);
  return policy.secondFactor === 'everyone';
}
