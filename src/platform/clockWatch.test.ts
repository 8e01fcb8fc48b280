import { expect, test } from 'vitest';
import { watchClock } from './clockWatch.ts';

const MINUTE = 60_000;

function machine() {
  let wall = Date.parse('2026-10-14T09:00:00+08:00');
  let steady = 0;
  const look = watchClock(
    () => wall,
    () => steady,
  );
  return {
    look,
    passes(ms: number) {
      wall += ms;
      steady += ms;
    },
    isSet(ms: number) {
      wall += ms;
    },
  };
}

test('时间照常走，多久都不算跳', () => {
  const it = machine();
  for (const ms of [15_000, 90 * MINUTE, 3 * 24 * 60 * MINUTE]) {
    it.passes(ms);
    expect(it.look()).toBeUndefined();
  }
});

test('拨快、拨慢超过十分钟，各算一次跳，说出差多少；几秒的校时不算', () => {
  const it = machine();
  it.isSet(30_000);
  expect(it.look()).toBeUndefined();
  it.passes(15_000);
  it.isSet(2 * 24 * 60 * MINUTE);
  expect(it.look()).toBe(2 * 24 * 60 * MINUTE);
  it.passes(15_000);
  expect(it.look()).toBeUndefined();
  it.isSet(-2 * 24 * 60 * MINUTE);
  expect(it.look()).toBe(-2 * 24 * 60 * MINUTE);
});
