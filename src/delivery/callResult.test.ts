import { describe, expect, test } from 'vitest';
import { atTime, toIso } from '../platform/now.ts';
import { callResult, cancelled, letterResult, printed, type Standing } from './callResult.ts';
import { defaultDelivery } from './deliveryRules.ts';

const now = atTime('2026-10-14', '10:00');
const call: Standing = { channel: 'call', state: 'due', attempts: 0 };
const letter: Standing = { channel: 'letter', state: 'due', attempts: 0 };

describe('a call', () => {
  test('that was answered is delivered', () => {
    expect(callResult(call, { result: 'told' }, defaultDelivery, now)).toEqual({ state: 'delivered', attempts: 1 });
  });
  test('nobody answers is made again hours later, not at night', () => {
    const again = callResult(call, { result: 'noAnswer' }, defaultDelivery, now);
    expect(again).toMatchObject({ state: 'due', attempts: 1, why: 'noAnswer' });
    expect(toIso(again.dueAt as Date)).toContain('2026-10-14T14:00');
    const evening = callResult(call, { result: 'noAnswer' }, defaultDelivery, atTime('2026-10-14', '18:30'));
    expect(toIso(evening.dueAt as Date)).toContain('2026-10-15T08:00');
  });
  test('nobody answers for the third time becomes a letter', () => {
    expect(callResult({ ...call, attempts: 2 }, { result: 'noAnswer' }, defaultDelivery, now)).toEqual({
      state: 'failed',
      why: 'noAnswer',
      attempts: 3,
      next: { channel: 'letter', why: 'noAnswer' },
    });
  });
  test('to a wrong number becomes a letter at once', () => {
    expect(callResult(call, { result: 'wrongNumber' }, defaultDelivery, now).next).toEqual({
      channel: 'letter',
      why: 'wrongNumber',
    });
  });
  test('that the person does not want ends, and nothing follows', () => {
    const ended = callResult(call, { result: 'notWanted' }, defaultDelivery, now);
    expect(ended).toMatchObject({ state: 'cancelled', why: 'notWanted' });
    expect(ended.next).toBeUndefined();
  });
  test('that a colleague settled meanwhile is not recorded twice', () => {
    expect(() => callResult({ ...call, state: 'delivered' }, { result: 'told' }, defaultDelivery, now)).toThrow(
      '已经有人',
    );
  });
});

describe('a letter', () => {
  test('is printed once, and printing it again makes no second letter', () => {
    expect(printed(letter)).toEqual({ state: 'printed' });
    expect(printed({ ...letter, state: 'printed' })).toBeNull();
  });
  test('cannot be posted before there is paper', () => {
    expect(() => letterResult(letter, { result: 'posted', number: '' })).toThrow('刷新');
  });
  test('is sent with its number, and delivered by a signature only', () => {
    expect(letterResult({ ...letter, state: 'printed' }, { result: 'posted', number: ' XA123 ' })).toEqual({
      state: 'sent',
      reference: 'XA123',
    });
    expect(letterResult({ ...letter, state: 'sent' }, { result: 'signed', number: '' })).toEqual({
      state: 'delivered',
    });
  });
  test('that comes back has failed', () => {
    expect(letterResult({ ...letter, state: 'sent' }, { result: 'returned', number: '' })).toEqual({
      state: 'failed',
      why: 'returned',
    });
  });
  test('is not a call', () => {
    expect(() => letterResult(call, { result: 'signed', number: '' })).toThrow('刷新');
  });
});

test('what has left the house cannot be called back', () => {
  expect(cancelled(call)).toEqual({ state: 'cancelled', why: 'desk' });
  expect(() => cancelled({ ...letter, state: 'sent' })).toThrow('刷新');
});
