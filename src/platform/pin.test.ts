import { expect, test } from 'vitest';
import { hashPin, isTrivialPin, newPin, verifyPin } from './pin.ts';

const key = Buffer.alloc(32, 7);
const matter = '01929f0e-0000-7000-8000-000000000001';

test('a PIN has six digits and is never one that others try first', () => {
  for (let n = 0; n < 2000; n++) {
    const pin = newPin();
    expect(pin).toMatch(/^\d{6}$/);
    expect(isTrivialPin(pin)).toBe(false);
  }
  for (const pin of ['000000', '111111', '123456', '654321', '012345', '890123', '121212', '123123', '112233'])
    expect(isTrivialPin(pin), pin).toBe(true);
  for (const pin of ['271828', '100000', '112234', '135790']) expect(isTrivialPin(pin), pin).toBe(false);
});

test('the PIN on the slip opens its own matter and no other', () => {
  const stored = hashPin(key, matter, '271828');
  expect(stored).not.toContain('271828');
  expect(verifyPin(key, matter, '271828', stored)).toBe(true);
  expect(verifyPin(key, matter, ' ２７１ ８２８', stored)).toBe(true);
  expect(verifyPin(key, matter, '271829', stored)).toBe(false);
  expect(verifyPin(key, matter.replace(/1$/, '2'), '271828', stored)).toBe(false);
  expect(verifyPin(Buffer.alloc(32, 8), matter, '271828', stored)).toBe(false);
});

test('two slips with the same PIN are stored differently, and a broken row opens nothing', () => {
  expect(hashPin(key, matter, '271828')).not.toBe(hashPin(key, matter, '271828'));
  expect(verifyPin(key, matter, '271828', '')).toBe(false);
  expect(verifyPin(key, matter, '271828', 'hmac$AAAA$')).toBe(false);
});
