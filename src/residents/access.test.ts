import { expect, test } from 'vitest';
import { waitsUntil } from '../attempts/brake.ts';
import { atTime } from '../platform/now.ts';
import { afterWrongPin, type Tries, tooEarly, untried, wrongPin } from './access.ts';

const now = atTime('2026-10-14', '14:00');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test('each wrong PIN makes the next try wait longer: 2, 4, 8, 16 seconds; the fifth locks for half an hour', () => {
  let tries: Tries = untried;
  const waits = [1, 2, 3, 4, 5].map(() => {
    tries = afterWrongPin(tries, now);
    return ((waitsUntil(tries, now)?.getTime() ?? 0) - now.getTime()) / 1000;
  });
  expect(waits).toEqual([2, 4, 8, 16, 1800]);
  expect(waitsUntil(tries, later(1799))).not.toBeNull();
  expect(waitsUntil(tries, later(1800))).toBeNull();
});

test('after the half hour one may try five times again', () => {
  const locked: Tries = { failures: 5, nextTryAt: null, lockedUntil: now };
  expect(afterWrongPin(locked, now)).toEqual({ failures: 1, nextTryAt: later(2), lockedUntil: null });
});

test('the page says how many tries are left and where the PIN stands', () => {
  const second = afterWrongPin(afterWrongPin(untried, now), now);
  expect(wrongPin([second], now).message).toBe('查询密码不对，还可以试 3 次。密码印在蓝框小票右下角，6 个数字。');
});

test('a slip issued afterwards has tries of its own', () => {
  const locked: Tries = { failures: 5, nextTryAt: null, lockedUntil: later(1800) };
  expect(wrongPin([locked, afterWrongPin(untried, now)], now).message).toContain('还可以试 4 次');
});

test('who is too early hears how long to wait, and that it did not count', () => {
  expect(tooEarly([afterWrongPin(untried, now)], now)).toMatchObject({
    kind: 'tooMany',
    message: '刚才密码不对。等 2 秒再按一次，这次没有算数。',
  });
});

test('who is locked out hears until when, and the way round it', () => {
  const locked: Tries = { failures: 5, nextTryAt: null, lockedUntil: later(1800) };
  expect(tooEarly([locked], now)).toMatchObject({
    code: 'pinLocked',
    message: expect.stringContaining('14:30 以后再试'),
  });
});
