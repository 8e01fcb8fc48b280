import { expect, test } from 'vitest';
import { formatCount, formatMoney, spokenMoney } from './money.ts';
import { isComposing, keyName } from './useHotkeys.ts';

test('money stands with thousands in tables and as a sentence would say it', () => {
  expect(formatMoney(1_200_000)).toBe('¥12,000.00');
  expect(spokenMoney(1_200_000)).toBe('12,000元');
  expect(spokenMoney(1_200_050)).toBe('12,000.50元');
  expect(formatMoney(-5)).toBe('−¥0.05');
  expect(formatCount(68427)).toBe('68,427');
});

const key = (event: Partial<KeyboardEvent>) =>
  keyName({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, ...event });

test('keys are named as they are printed on the buttons', () => {
  expect(key({ key: 'a' })).toBe('A');
  expect(key({ key: 'k', ctrlKey: true })).toBe('Ctrl+K');
  expect(key({ key: '¡', code: 'Digit1', altKey: true })).toBe('Alt+1');
  expect(key({ key: ' ' })).toBe('Space');
  expect(key({ key: 'F2' })).toBe('F2');
});

test('an input method that composes keeps its keys', () => {
  expect(isComposing({ isComposing: true })).toBe(true);
  expect(isComposing({ keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});
