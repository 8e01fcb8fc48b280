import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { atTime } from '../platform/now.ts';
import { checkAppointment, readAppointmentCode } from './appointment.ts';
import { defaultHall } from './hallRules.ts';
import { bookableDays, slotsOn, slotText } from './slots.ts';

const year = { year: 2026, version: 1, source: '测试' };
const calendar = makeCalendar([year], [{ day: '2026-10-01', kind: 'holiday', name: '国庆节' }]);
const now = atTime('2026-09-30', '17:00');

test('half hours of the office hours, none at noon, the last ends at closing', () => {
  const slots = slotsOn(calendar, '2026-09-30');
  expect([slots[0], slots.at(-1), slots.includes('12:00')]).toEqual(['08:30', '17:30', false]);
  expect(slots).toHaveLength(14);
  expect(slotText('2026-09-30', '11:30')).toBe('11:30—12:00');
});

test('holidays cannot be chosen, and today only while a half hour is left', () => {
  expect(bookableDays(calendar, now, 5)).toEqual(['2026-09-30', '2026-10-02', '2026-10-05']);
  expect(bookableDays(calendar, atTime('2026-09-30', '17:40'), 2)).toEqual(['2026-10-02']);
});

test('an appointment names each thing that does not fit, beside its field', () => {
  const at = { rules: defaultHall, calendar, now };
  const input = { day: '2026-10-02', slot: '09:00', service: 'mediation', name: '郭秀兰', phone: '138 0000 2231' };
  expect(checkAppointment(input, at)).toEqual({ phone: '13800002231' });
  const wrong = { ...input, slot: '12:30', service: 'notary', name: ' ', phone: '1380000' };
  try {
    checkAppointment(wrong, at);
    expect.unreachable();
  } catch (error) {
    expect(Object.keys((error as { fields: object }).fields).toSorted()).toEqual(['name', 'phone', 'service', 'slot']);
  }
});

test('an appointment number is read however it is typed', () => {
  expect(readAppointmentCode('４８２１ 7730')).toBe('48217730');
});
