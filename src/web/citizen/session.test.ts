import { expect, test } from 'vitest';
import { extended, formToken, isFormToken, openSession, partyActor, readSession, sealSession } from './session.ts';

const secret = Buffer.alloc(32, 1);
const now = new Date('2026-10-14T06:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const opened = { countyCode: '140106', matterId: 'm-1', slipId: 's-1', partyId: 'p-1' };
const session = openSession(opened, now);
const cookie = sealSession(secret, session);

test('a phone that opened a matter need not type the PIN again for half an hour after the last look', () => {
  expect(readSession(secret, cookie, minutes(29))).toEqual(session);
  expect(readSession(secret, cookie, minutes(30))).toBeUndefined();
  const again = sealSession(secret, extended(session, minutes(29)));
  expect(readSession(secret, again, minutes(58))).toMatchObject(opened);
});

test('after twelve hours the PIN is asked, however busy the phone was', () => {
  expect(readSession(secret, sealSession(secret, extended(session, minutes(719))), minutes(720))).toBeUndefined();
});

test('a cookie written by hand opens nothing', () => {
  expect(readSession(secret, cookie.replace('m-1', 'm-2'), now)).toBeUndefined();
  expect(readSession(Buffer.alloc(32, 2), cookie, now)).toBeUndefined();
  expect(readSession(secret, undefined, now)).toBeUndefined();
  expect(readSession(secret, 'x', now)).toBeUndefined();
});

test('the word in a form is of this phone and this visit', () => {
  const token = formToken(secret, session);
  expect(isFormToken(secret, extended(session, minutes(5)), token)).toBe(true);
  expect(isFormToken(secret, openSession(opened, minutes(1)), token)).toBe(false);
  expect(isFormToken(secret, session, undefined)).toBe(false);
});

test('a resident reaches one matter of one county, and what is his own of it', () => {
  const viewers = ['party:m-1', `party:${opened.partyId}`];
  expect(partyActor(opened)).toMatchObject({ role: 'party', counties: ['140106'], viewers });
});
