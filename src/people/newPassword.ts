import { randomBytes } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { checkPassword } from '../platform/passwords.ts';
import { refuseField } from '../platform/refusal.ts';
import type { LoginPolicy } from './loginPolicy.ts';

export const newPasswordInput = Type.Object(
  {
    current: Type.String({ minLength: 1, maxLength: 200 }),
    next: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type NewPasswordInput = Static<typeof newPasswordInput>;

/** Without 0, 1, I, L, O, U: written by hand and read aloud. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** K7MQ-93XD-2HTV: 58 bits, shown once, good for one log-in at which it has to be changed. */
export function newOneTimePassword(): string {
  const text = Array.from(randomBytes(24), (byte) => (byte < 240 ? letters[byte % letters.length] : '')).join('');
  if (text.length < 12) return newOneTimePassword();
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}`;
}

export function refuseWeakPassword(input: NewPasswordInput, policy: LoginPolicy, login: string): void {
  if (input.next === input.current) refuseField('next', '新密码不能和旧密码一样。');
  const check = checkPassword(
    input.next,
    { minLength: policy.passwordLength, minClasses: policy.passwordClasses },
    login,
  );
  if (!check.ok) refuseField('next', check.sentence);
}
