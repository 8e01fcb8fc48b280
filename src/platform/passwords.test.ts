import { expect, test } from 'vitest';
import { checkPassword, hashPassword, defaultPasswordPolicy as policy, verifyPassword } from './passwords.ts';

test('a password with ten characters of three kinds is taken', () => {
  expect(checkPassword('Feng-qiao-1963', policy)).toEqual({ ok: true });
  expect(checkPassword('枫桥经验1963ok!', policy)).toEqual({ ok: true });
});

test('the sentence says what is missing', () => {
  expect(checkPassword('Ab1!', policy)).toMatchObject({ code: 'tooShort', sentence: '密码至少 10 位，现在有 4 位。' });
  expect(checkPassword('abcdefghij12', policy)).toMatchObject({
    code: 'tooFewClasses',
    sentence: '密码要有大写字母、小写字母、数字、符号里的 3 种，现在有 2 种。',
  });
  expect(checkPassword('Wuzhiqiang-2026', policy, 'wuzhiqiang')).toMatchObject({ code: 'containsLogin' });
  expect(checkPassword('Aa1Aa1Aa1Aa1', policy)).toMatchObject({ code: 'repetitive' });
  expect(checkPassword(`Aa1${'x'.repeat(126)}`, policy)).toMatchObject({ code: 'tooLong' });
});

test('a site may ask for more', () => {
  expect(checkPassword('Feng-qiao-1963', { minLength: 16, minClasses: 4 })).toMatchObject({ code: 'tooShort' });
});

test('the right password opens, also when typed in full width; others and unknown users do not', async () => {
  const stored = await hashPassword('Feng-qiao-1963');
  expect(stored).toMatch(/^\$argon2id\$/);
  expect(await verifyPassword(stored, 'Feng-qiao-1963')).toBe(true);
  expect(await verifyPassword(stored, 'Ｆeng-qiao-１９６３')).toBe(true);
  expect(await verifyPassword(stored, 'Feng-qiao-1964')).toBe(false);
  expect(await verifyPassword(undefined, 'nobody has this password')).toBe(false);
});
