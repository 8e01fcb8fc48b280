import { hash, verify } from '@node-rs/argon2';

export interface PasswordPolicy {
  minLength: number;
  /** How many of: lower case, upper case, digits, others. */
  minClasses: number;
}

/** Our default for 等保三级 GB/T 22239-2019 §8.1.4.1, a setting of the site. */
export const defaultPasswordPolicy: PasswordPolicy = { minLength: 10, minClasses: 3 };

export type PasswordCheck =
  | { ok: true }
  | { ok: false; code: 'tooShort' | 'tooLong' | 'tooFewClasses' | 'containsLogin' | 'repetitive'; sentence: string };

/** Checks a new password; `login` is the name it must not contain. Length counts characters. */
export function checkPassword(password: string, policy: PasswordPolicy, login = ''): PasswordCheck {
  const text = normalized(password);
  const length = Array.from(text).length;
  if (length < policy.minLength)
    return { ok: false, code: 'tooShort', sentence: `密码至少 ${policy.minLength} 位，现在有 ${length} 位。` };
  if (length > 128) return { ok: false, code: 'tooLong', sentence: '密码最多 128 位。' };
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((one) => one.test(text)).length;
  if (classes < policy.minClasses)
    return {
      ok: false,
      code: 'tooFewClasses',
      sentence: `密码要有大写字母、小写字母、数字、符号里的 ${policy.minClasses} 种，现在有 ${classes} 种。`,
    };
  if (login !== '' && text.toLowerCase().includes(login.toLowerCase()))
    return { ok: false, code: 'containsLogin', sentence: '密码里不能有登录名。' };
  if (new Set(text).size < 5) return { ok: false, code: 'repetitive', sentence: '密码里重复的字符太多。' };
  return { ok: true };
}

/** argon2id, 19 MiB, two passes, as a PHC text with its own salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password));
}

let stranger: Promise<string> | undefined;

/** An unknown user (no stored hash) costs the same time as a wrong password, so names cannot be tried out. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  stranger ??= hash('nobody has this password');
  const matches = await verify(stored ?? (await stranger), normalized(password).slice(0, 1024));
  return stored !== undefined && matches;
}

/** A Chinese input method may leave full-width letters behind. */
function normalized(password: string): string {
  return password.normalize('NFKC');
}
