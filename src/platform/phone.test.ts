import { expect, test } from 'vitest';
import { checkPhone } from './phone.ts';

test('a mobile number is the same however it is written', () => {
  for (const text of [
    '13800002231',
    '138 0000 2231',
    '138-0000-2231',
    '１３８００００２２３１',
    '+86 13800002231',
    '008613800002231',
    '8613800002231',
  ])
    expect(checkPhone(text)).toEqual({ ok: true, kind: 'mobile', value: '13800002231' });
});

test('a landline gets one shape, with area code and extension', () => {
  expect(checkPhone('03512345678')).toEqual({ ok: true, kind: 'landline', value: '0351-2345678' });
  expect(checkPhone('（0351）2345678转801')).toEqual({ ok: true, kind: 'landline', value: '0351-2345678-801' });
  expect(checkPhone('010 62345678')).toEqual({ ok: true, kind: 'landline', value: '010-62345678' });
});

test('seven digits at the counter are a local number', () => {
  expect(checkPhone('2345678')).toMatchObject({ value: '0351-2345678' });
  expect(checkPhone('2345678', '0352')).toMatchObject({ value: '0352-2345678' });
});

test('400 numbers and hotlines are service numbers', () => {
  for (const text of ['400-123-4567', '8001234567', '12345', '12348', '110'])
    expect(checkPhone(text)).toMatchObject({ ok: true, kind: 'service' });
});

test('a mobile number with a digit missing says how many there are', () => {
  expect(checkPhone('1380000223')).toEqual({ ok: false, code: 'length', sentence: '手机号是 11 位，现在有 10 位。' });
});

test('what is no telephone number is refused', () => {
  for (const text of ['abc', '12', '0351-123', '999999'])
    expect(checkPhone(text)).toMatchObject({ ok: false, code: 'shape' });
  expect(checkPhone(' ')).toMatchObject({ ok: false, code: 'empty' });
});
