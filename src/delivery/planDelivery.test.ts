import { expect, test } from 'vitest';
import { atTime, toIso } from '../platform/now.ts';
import { defaultDelivery } from './deliveryRules.ts';
import { nextChannel, outsideQuietHours, planDelivery } from './planDelivery.ts';

const at = (more: object = {}) => ({ restricted: false, smsReady: true, worthACall: true, ...more });
const holder = { partyId: 'p', phone: 'mobile', wish: null } as const;

test.each([
  ['a mobile number gets an SMS', holder, 'sms', 'mobile'],
  ['a landline is called', { ...holder, phone: 'landline' }, 'call', 'landline'],
  ['who left no number is written to', { ...holder, phone: 'none' }, 'letter', 'noPhone'],
  ['who asked for paper gets paper', { ...holder, wish: 'letter' }, 'letter', 'wish'],
  ['who asked to be called is called', { ...holder, wish: 'call' }, 'call', 'wish'],
  [
    'who asked for a call and left no number is written to',
    { ...holder, phone: 'none', wish: 'call' },
    'letter',
    'noPhone',
  ],
  ['who asked for SMS on a landline is called', { ...holder, phone: 'landline', wish: 'sms' }, 'call', 'landline'],
] as const)('%s', (_what, recipient, channel, why) => {
  expect(planDelivery(recipient, at())).toEqual({ channel, why });
});

test('without a gateway people are called instead', () => {
  expect(planDelivery(holder, at({ smsReady: false }))).toEqual({ channel: 'call', why: 'noGateway' });
});

test('of small news nobody is called or written to, unless they asked for it', () => {
  const small = at({ worthACall: false });
  expect(planDelivery(holder, small)?.channel).toBe('sms');
  expect(planDelivery({ ...holder, phone: 'landline' }, small)).toBeNull();
  expect(planDelivery({ ...holder, phone: 'none' }, small)).toBeNull();
  expect(planDelivery({ ...holder, wish: 'call' }, small)?.channel).toBe('call');
});

test('who looks by themselves is left in peace', () => {
  expect(planDelivery({ ...holder, wish: 'none' }, at())).toBeNull();
  expect(planDelivery({ ...holder, wish: 'none' }, at({ restricted: true }))).toBeNull();
});

test('of a restricted matter no SMS and no letter leaves the house, whatever was wished', () => {
  for (const wish of [null, 'sms', 'call', 'letter'] as const)
    expect(planDelivery({ ...holder, wish }, at({ restricted: true }))).toEqual({ channel: 'call', why: 'restricted' });
  expect(planDelivery({ ...holder, phone: 'none', wish: 'letter' }, at({ restricted: true }))).toBeNull();
});

test('after an SMS comes a call, after calls a letter, and then nothing by itself', () => {
  expect([nextChannel('sms'), nextChannel('call'), nextChannel('letter')]).toEqual(['call', 'letter', null]);
});

test.each([
  ['10:00', '2026-10-14T10:00', 'in the day it goes at once'],
  ['21:00', '2026-10-15T08:00', 'from nine in the evening it waits for the morning'],
  ['23:59', '2026-10-15T08:00', 'just before midnight it waits for the next morning'],
  ['00:00', '2026-10-14T08:00', 'just after midnight it waits for the same morning'],
  ['07:59', '2026-10-14T08:00', 'a minute early it waits a minute'],
  ['08:00', '2026-10-14T08:00', 'at eight it goes'],
])('news of %s goes at %s: %s', (time, at) => {
  expect(toIso(outsideQuietHours(atTime('2026-10-14', time), 'sms', defaultDelivery))).toContain(at);
});

test('a letter is quiet at any hour, and a county may have no quiet hours', () => {
  const night = atTime('2026-10-14', '23:00');
  expect(outsideQuietHours(night, 'letter', defaultDelivery)).toEqual(night);
  expect(outsideQuietHours(night, 'sms', { quietFrom: '00:00', quietTo: '00:00' })).toEqual(night);
});

test('quiet hours within one day, as at noon, end the same day', () => {
  const noon = outsideQuietHours(atTime('2026-10-14', '12:30'), 'call', { quietFrom: '12:00', quietTo: '14:00' });
  expect(toIso(noon)).toContain('2026-10-14T14:00');
});
