import { expect, test } from 'vitest';
import { shippedCalendar } from '../calendar/notices.ts';
import { officeCalendars } from '../calendar/officeHours.ts';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import type { CountyRules } from '../disputes/rules.ts';
import { calendarsUnder } from './openUnder.ts';
import type { Reference } from './reference.ts';

const duty = { centerId: '140106-center', days: 'weekends' as const, dates: [] };
const held: CountyRules = { ...defaultCountyRules, office: { ...defaultCountyRules.office, onDuty: [duty] } };
const calendars = officeCalendars(shippedCalendar, held.office);
const reference: Pick<Reference, 'day' | 'calendar' | 'rulesOn' | 'calendarFor'> = {
  day: '2026-10-14',
  calendar: shippedCalendar,
  rulesOn: (countyCode) => ({ countyCode, version: 1, effectiveFrom: '2026-01-01', basis: '测试', value: held }),
  calendarFor: (_countyCode, centerId) => calendars(centerId),
};
const under = (rules: CountyRules, centerId: string) =>
  calendarsUnder(reference as Reference, rules)('140106')(centerId);

test('rules with the same hours count by the calendar that the center has, duty days included', () => {
  expect(under({ ...held }, '140106-center')).toBe(calendars('140106-center'));
  expect(under({ ...held }, '140106-center').onDuty).toEqual([duty]);
  expect(under({ ...held }, '140106004-center').onDuty).toEqual([]);
});

test('a draft that changes who is on duty counts by what it says, center by center', () => {
  const moved = { ...duty, centerId: '140106004-center' };
  const draft = { ...held, office: { ...held.office, onDuty: [moved] } };
  expect(under(draft, '140106-center').onDuty).toEqual([]);
  expect(under(draft, '140106004-center').onDuty).toEqual([moved]);
});

test('a center with duty days has one calendar of its own, all others share one', () => {
  expect(calendars('140106-center')).toBe(calendars('140106-center'));
  expect(calendars('140106004-center')).toBe(calendars());
  expect(calendars('140106-center')).not.toBe(calendars());
});
