import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { newTotpSecret, totpUri, verifyTotp } from './totp.ts';

// RFC 6238 appendix B: the secret "12345678901234567890" at 59 s gives 94287082; six digits are its last six.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test('the code of the standard’s example is accepted', () => {
  expect(verifyTotp(secret, '287082', at(59))).toEqual({ ok: true, counter: 1 });
  expect(verifyTotp(secret, ' ２８７ ０８２', at(59))).toEqual({ ok: true, counter: 1 });
});

test('a phone half a minute off is forgiven, a minute off is not', () => {
  expect(verifyTotp(secret, '287082', at(89))).toMatchObject({ ok: true, counter: 1 });
  expect(verifyTotp(secret, '287082', at(29))).toMatchObject({ ok: true, counter: 1 });
  expect(verifyTotp(secret, '287082', at(90))).toEqual({ ok: false, reason: 'wrong' });
});

test('a code looked over the shoulder does not work twice', () => {
  const first = verifyTotp(secret, '287082', at(59));
  expect(first.ok && verifyTotp(secret, '287082', at(61), first.counter)).toEqual({ ok: false, reason: 'used' });
});

test('letters, five digits and nothing are wrong codes', () => {
  for (const token of ['', '28708', 'abcdef', '2870820']) expect(verifyTotp(secret, token, at(59)).ok).toBe(false);
});

test('the QR for the authenticator app carries issuer, account and a secret of its own', () => {
  const fresh = newTotpSecret();
  expect(fresh).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(fresh);
  const uri = totpUri('枫桥台', 'wuzhiqiang', fresh);
  expect(decodeURIComponent(uri)).toContain('otpauth://totp/枫桥台:wuzhiqiang');
  const code = new TOTP({ secret: fresh }).generate({ timestamp: 1_000_000 });
  expect(verifyTotp(fresh, code, new Date(1_000_000)).ok).toBe(true);
});
