import { expect, test } from 'vitest';
import { addDays, dayOf, now } from '../../../../platform/now.ts';
import { changeInput, limitKey, startInput, stopInput } from './clockForms.ts';

const today = dayOf(now());
const typed = { kind: '', partyId: 'her', length: '3', day: today, time: '', note: '收到' };
const monthAndDay = (day: string): string => day.slice(5);

test('a party is sent only where one party can miss it or somebody applied; a length only where the paper says it', () => {
  expect(startInput({ ...typed, kind: 'laborSuit' })).toMatchObject({ partyId: 'her' });
  expect(startInput({ ...typed, kind: 'protectionOrder' })).toMatchObject({ partyId: 'her' });
  for (const kind of ['confirmationRequest', 'petitionHandling'])
    expect(startInput({ ...typed, kind })).toEqual({ kind, day: today, note: '收到' });
  expect(startInput({ ...typed, kind: 'laborSuit' })).not.toHaveProperty('length');
  expect(startInput({ ...typed, kind: 'protectionOrderValidity' })).toMatchObject({ length: 3 });
  expect(startInput({ ...typed, kind: 'laborSuit', partyId: '' })).not.toHaveProperty('partyId');
});

test('the day of a hearing is read as one to come, the day of a paper as one that was', () => {
  const [later, earlier] = [addDays(today, 40), addDays(today, -40)];
  expect(startInput({ ...typed, kind: 'laborHearingNotice', day: monthAndDay(later) }).day).toBe(later);
  expect(startInput({ ...typed, kind: 'laborSuit', day: monthAndDay(earlier) }).day).toBe(earlier);
});

test('of two limits of one kind the one of this party is ended', () => {
  expect(limitKey({ kind: 'judgmentAppeal', partyId: null })).toBe('judgmentAppeal');
  const kind = limitKey({ kind: 'judgmentAppeal', partyId: 'him' });
  expect(stopInput({ kind, day: today, time: '', note: '上诉了' })).toEqual({
    ...{ kind: 'judgmentAppeal', partyId: 'him', day: today, note: '上诉了' },
  });
});

test('what a change does not ask for is not sent', () => {
  const values = { kind: 'laborAward', length: '15', ground: 'court', day: today, paper: '通知书' };
  const common = { kind: 'laborAward', day: today, paper: '通知书' };
  expect(changeInput({ ...values, change: 'extend' })).toEqual({ ...common, change: 'extend', length: 15 });
  expect(changeInput({ ...values, change: 'suspend' })).toEqual({ ...common, change: 'suspend', ground: 'court' });
  expect(changeInput({ ...values, change: 'resume' })).toEqual({ ...common, change: 'resume' });
});
