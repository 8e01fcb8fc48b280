import { type Calendar, isWorkingDay, workingDaysAfter } from '../calendar/calendar.ts';
import { addDays, atTime, type Day, dayOf, formatDocumentDay, isDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { StatutoryClock } from './statutory.ts';

type Counted = { at: Date; length: number; basis: string };

const no = (code: string, sentence: string) => new Refusal('invalid', code, sentence, { day: sentence });

/**
 * 「开庭五日前」: the last day is the fifth working day before the hearing. The clock runs to it from today, or from yesterday
 * where it is today, since a limit has at least one day.
 */
export function countedBack({ rule }: StatutoryClock, day: Day, calendar: Calendar, now: Date): Counted {
  const { startEvent: event = '', length, label } = rule;
  const today = dayOf(now);
  if (!isDay(day) || day <= today) throw no('dayToCome', `写${event}的日期，要在今天以后。`);
  let last = day;
  for (let left = length; left > 0; ) {
    last = addDays(last, -1);
    if (isWorkingDay(calendar, last)) left -= 1;
  }
  if (last < today) throw no('tooNear', `离${event}不到 ${length} 个工作日，「${label}」的期限已经过了。`);
  const from = last === today ? addDays(today, -1) : today;
  const basis = `${rule.basis}：从${event}那天倒数${length}个工作日，${formatDocumentDay(day)}${event}`;
  return { at: atTime(from, '00:00'), length: workingDaysAfter(calendar, from, last), basis };
}
