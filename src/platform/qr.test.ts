import { expect, test } from 'vitest';
import { qrPath, qrSvg, readQr, signCode, verifyCode } from './qr.ts';

const secret = 'a secret of the demonstration';
const code = '140106260038126';

test('a slip printed here is known as genuine, also when typed by hand', () => {
  const signature = signCode(secret, code);
  expect(signature).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(verifyCode(secret, code, signature)).toBe(true);
  expect(verifyCode(secret, code, signature.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(true);
});

test('another code, another secret or a changed signature is not genuine', () => {
  const signature = signCode(secret, code);
  const changed = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
  expect(verifyCode(secret, '140106260038134', signature)).toBe(false);
  expect(verifyCode('another secret', code, signature)).toBe(false);
  expect(verifyCode(secret, code, changed)).toBe(false);
  expect(verifyCode(secret, code, '')).toBe(false);
  expect(verifyCode(secret, code, '编号编号编号编号')).toBe(false);
});

test('what the scanner types is taken apart again', () => {
  const path = qrPath(secret, code);
  expect(path).toBe(`/c/${code}?s=${signCode(secret, code)}`);
  expect(readQr(`https://fengqiao.example.cn${path}\r`)).toEqual({ code, signature: signCode(secret, code) });
  expect(readQr('https://example.cn/pay')).toBeUndefined();
});

test('the QR is an SVG that can stand in a page', () => {
  expect(qrSvg(qrPath(secret, code))).toMatch(/^<svg [\s\S]*<\/svg>$/);
});
