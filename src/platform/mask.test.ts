import { expect, test } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from './mask.ts';

test('an ID number shows four characters at each end', () => {
  expect(maskIdNumber('140106196203040023')).toBe('1401**********0023');
  expect(maskIdNumber('E12345678')).toBe('E1*****78');
  expect(maskIdNumber('A123')).toBe('****');
  expect(maskIdNumber('')).toBe('');
});

test('a telephone number shows where it is and how it ends', () => {
  expect(maskPhone('13800002231')).toBe('138****2231');
  expect(maskPhone('0351-2345678-801')).toBe('0351-****678');
  expect(maskPhone('12345')).toBe('12345');
  expect(maskPhone('+1 555 0100 99')).toBe('*'.repeat(14));
});

test('outsiders see the first and the last character of a name', () => {
  expect(maskName('郭秀兰')).toBe('郭*兰');
  expect(maskName('郭兰')).toBe('郭*');
  expect(maskName('欧阳秀兰')).toBe('欧**兰');
  expect(maskName('𬎆小玥')).toBe('𬎆*玥');
  expect(maskName('示例安居物业服务有限公司')).toBe('示***司');
  expect(maskName('')).toBe('');
});
