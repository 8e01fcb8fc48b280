import { expect, test } from 'vitest';
import { shippedCalendar } from '../calendar/notices.ts';
import { defaultOfficeHours } from '../calendar/office.ts';
import { withOffice } from '../calendar/officeHours.ts';
import { planSpan } from './planSpan.ts';

const table: readonly (readonly [today: string, from: string, why: string])[] = [
  ['2026-10-14', '2026-10-13', '周三：昨天是周二'],
  ['2026-11-30', '2026-11-27', '周一：从周五到周日'],
  ['2026-11-29', '2026-11-27', '周日来看：从周五到周六'],
  ['2026-10-08', '2026-09-30', '国庆放完假的头一天：从9月30日到10月7日'],
  ['2026-10-11', '2026-10-10', '调休上班的周六算办公日：周日看的是周六'],
  ['2026-10-12', '2026-10-10', '调休上班的周六后的周一：从周六到周日'],
  ['2026-09-21', '2026-09-20', '调休上班的周日后的周一：就是昨天'],
];
test.each(table)('%s 的「昨天」从 %s 起（%s）', (today, from) => {
  expect(planSpan(shippedCalendar, today).from).toBe(from);
});

test('周末也有人值班开门的中心，周一看的就是周日', () => {
  const office = { ...defaultOfficeHours, onDuty: [{ centerId: 'x', days: 'weekends' as const, dates: [] }] };
  expect(planSpan(withOffice(shippedCalendar, office, 'x'), '2026-11-30')).toEqual({
    from: '2026-11-29',
    to: '2026-11-29',
  });
});
