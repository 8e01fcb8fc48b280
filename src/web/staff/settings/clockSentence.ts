import type { Calendar } from '../../../calendar/calendar.ts';
import type { OfficeHours } from '../../../calendar/office.ts';
import { withOffice } from '../../../calendar/officeHours.ts';
import { type ClockRule, spokenLength } from '../../../deadlines/clockRule.ts';
import { computeDue } from '../../../deadlines/due.ts';
import { atTime, dayOf, formatDue } from '../../../platform/now.ts';
import { isBag } from '../../../settings/shape.ts';

/** A row of the rules that is a time limit, as far as it is filled in. */
export const isClockRule = (row: unknown): row is ClockRule =>
  isBag(row) && typeof row.length === 'number' && row.length > 0 && 'countFirstDay' in row && 'warnBefore' in row;

/** The rule in one sentence: '7个工作日，当天不算，末日逢休息日不顺延；提前2个工作日提醒'. */
export function clockSentence(rule: ClockRule): string {
  const { length, unit, countFirstDay, rollHoliday, warnBefore } = rule;
  const start = rule.startEvent ? `从${rule.startEvent}起` : '';
  const byDays = unit === 'naturalDay' || unit === 'workingDay' || unit === 'month';
  const parts = [
    `${start}${spokenLength(length, unit)}`,
    ...(byDays ? [countFirstDay ? '当天算第1天' : '当天不算'] : []),
    ...(byDays && unit !== 'workingDay' ? [rollHoliday ? '末日逢休息日顺延' : '末日逢休息日不顺延'] : []),
    ...(rule.afterHoursNextDay ? ['下班后发生的从下一个工作日起'] : []),
  ];
  return `${parts.join('，')}；提前${spokenLength(warnBefore.length, warnBefore.unit)}提醒`;
}

/** When it would end if it began at 16:40 of the day; null while the rule cannot be computed. */
export function exampleEnd(rule: ClockRule, calendar: Calendar, office: unknown, now: Date): string | null {
  try {
    const days = isBag(office) ? withOffice(calendar, office as OfficeHours) : calendar;
    const { dueAt } = computeDue(rule, days, atTime(dayOf(now), '16:40'));
    return dueAt && formatDue(dueAt);
  } catch {
    return null;
  }
}
