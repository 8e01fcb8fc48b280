import { expect, test } from 'vitest';
import { doorCode, isDoorCode } from './doorCode.ts';

const secret = 'a secret of the house';
const at = (seconds: number) => new Date(Date.UTC(2026, 8, 30, 7, 0, 0) + seconds * 1000);

test('a photo of the sign-in code that is sent on dies within thirty seconds', () => {
  const { code, until } = doorCode(secret, 'one', at(3));
  expect(code).toMatch(/^\d{6}$/);
  expect(until).toEqual(at(15));
  for (const seconds of [3, 14, 20, 29])
    expect(isDoorCode(secret, 'one', code, at(seconds)), String(seconds)).toBe(true);
  for (const seconds of [33, 60, 600, -15])
    expect(isDoorCode(secret, 'one', code, at(seconds)), String(seconds)).toBe(false);
});

test('the code of one room opens no other, and typed with spaces or full-width digits it is the same', () => {
  const { code } = doorCode(secret, 'one', at(0));
  expect(isDoorCode(secret, 'two', code, at(0))).toBe(false);
  expect(isDoorCode(secret, 'one', `${code.slice(0, 3)} ${code.slice(3)}`, at(0))).toBe(true);
  const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
  expect(isDoorCode(secret, 'one', wide, at(0))).toBe(true);
  expect(isDoorCode(secret, 'one', '', at(0))).toBe(false);
});
