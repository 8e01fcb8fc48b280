import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

test('a log-in names browser and system in words', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Safari/537.36';
  expect(deviceOf(chrome)).toBe('Chrome 116，Windows');
  expect(deviceOf(`${chrome} QIHU 360EE`)).toBe('360 浏览器，Windows');
});

test('what says nothing known is shown as it is', () => {
  expect(deviceOf('curl/8.1')).toBe('curl/8.1');
  expect(deviceOf(null)).toBe('');
});
