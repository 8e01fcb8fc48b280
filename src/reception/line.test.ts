import { describe, expect, test } from 'vitest';
import { defaultHall } from './hallRules.ts';
import { estimatedWait, orderFor, ticketLabel, type Waiting, waitsAgainFrom } from './line.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 9, 14, 1, minute));
const now = at(30);
const number = (id: string, minute: number, more: Partial<Waiting> = {}): Waiting => ({
  id,
  prefix: 'A',
  number: 1,
  priority: null,
  dueAt: null,
  forCounter: null,
  waitsFrom: at(minute),
  ...more,
});
const order = (waiting: Waiting[], lastPriorities: boolean[] = [], rules = defaultHall, counter = 3) =>
  orderFor(rules, waiting, { counter, now, lastPriorities })
    .map(({ id }) => id)
    .join(' ');

describe('who is called next', () => {
  test('whoever came first, whatever kind of number', () => {
    expect(order([number('later', 9), number('first', 1, { prefix: 'B' })])).toBe('first later');
  });
  test('the old and the pregnant before others, in the order they came', () => {
    expect(
      order([number('a', 1), number('b', 2, { priority: 'elderly' }), number('c', 3, { priority: 'pregnant' })]),
    ).toBe('b c a');
  });
  test('after two of them in a row one of the others, so that nobody waits all day', () => {
    const waiting = [number('a', 1), number('b', 2, { priority: 'elderly' })];
    expect(order(waiting, [true, true])).toBe('a b');
    expect(order(waiting, [true, false])).toBe('b a');
    expect(order(waiting, [true])).toBe('b a');
  });
  test('an appointment goes first from its time on, and waits like others before it', () => {
    const waiting = [number('a', 1, { priority: 'elderly' }), number('b', 9, { dueAt: at(30) })];
    expect(order(waiting)).toBe('b a');
    expect(order([number('a', 1), number('b', 0, { dueAt: at(31) })])).toBe('b a');
    expect(order([number('a', 1, { priority: 'elderly' }), number('b', 0, { dueAt: at(31) })])).toBe('a b');
  });
  test('what a colleague handed over comes first at this counter, and at no other', () => {
    const waiting = [number('a', 1), number('b', 9, { forCounter: 3 })];
    expect(order(waiting)).toBe('b a');
    expect(order(waiting, [], defaultHall, 4)).toBe('a');
  });
  test('a kind of number with counters of its own is called there only', () => {
    const groups = defaultHall.groups.map((group) => (group.prefix === 'B' ? { ...group, counters: '4、5' } : group));
    const waiting = [number('a', 5), number('b', 1, { prefix: 'B' })];
    expect(order(waiting, [], { ...defaultHall, groups })).toBe('a');
    expect(order(waiting, [], { ...defaultHall, groups }, 4)).toBe('b a');
  });
});

describe('called and not there', () => {
  test('waits again behind two others, not at the end', () => {
    const others = [number('a', 1), number('b', 2), number('c', 3)];
    const again = { ...number('x', 0), waitsFrom: waitsAgainFrom(defaultHall, others, now) };
    expect(order([...others, again])).toBe('a b x c');
  });
  test('at the end when fewer wait', () => {
    const others = [number('a', 1)];
    const again = { ...number('x', 0), waitsFrom: waitsAgainFrom(defaultHall, others, now) };
    expect(order([...others, again])).toBe('a x');
  });
});

describe('how long it may take', () => {
  const took = [5, 6, 8, 10, 10, 12, 15, 20];
  test('nothing is said before enough numbers are done', () => {
    expect(estimatedWait(defaultHall, 3, took.slice(1), 2)).toBeNull();
  });
  test('a range in steps of five minutes: the quick and the slow quarter, shared by the counters', () => {
    expect(estimatedWait(defaultHall, 4, took, 2)).toEqual({ from: 15, to: 30 });
    expect(estimatedWait(defaultHall, 1, took, 4)).toEqual({ from: 0, to: 5 });
  });
  test('nobody ahead: nothing to estimate', () => {
    expect(estimatedWait(defaultHall, 0, took, 2)).toBeNull();
  });
});

test('a number is three digits at least, and goes on after 999', () => {
  expect([27, 999, 1000].map((each) => ticketLabel({ prefix: 'A', number: each }))).toEqual(['A027', 'A999', 'A1000']);
});
