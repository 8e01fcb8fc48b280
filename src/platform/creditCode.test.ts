import { expect, test } from 'vitest';
import { checkCreditCode } from './creditCode.ts';

test('codes printed on licenses pass', () => {
  expect(checkCreditCode('91512081MA62K0260E')).toEqual({ result: 'ok', value: '91512081MA62K0260E' });
  expect(checkCreditCode(' ９１350100 m000100y43 ')).toEqual({ result: 'ok', value: '91350100M000100Y43' });
});

test('a code that fails its check is a warning that can be passed, since real old ones do', () => {
  expect(checkCreditCode('91512081MA62K0261E')).toMatchObject({ result: 'warning', value: '91512081MA62K0261E' });
});

test('a wrong length or a letter that codes never use is refused', () => {
  expect(checkCreditCode('91512081MA62K0260')).toMatchObject({ result: 'invalid' });
  expect(checkCreditCode('91512081MA62KO260E')).toMatchObject({ result: 'invalid' });
});
