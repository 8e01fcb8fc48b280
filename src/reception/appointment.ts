import { randomInt } from 'node:crypto';
import { Type } from 'typebox';
import type { Calendar } from '../calendar/calendar.ts';
import { atTime, type Day, isDay } from '../platform/now.ts';
import { checkPhone } from '../platform/phone.ts';
import { Refusal } from '../platform/refusal.ts';
import type { HallRules } from './hallRules.ts';
import { serviceLabel } from './services.ts';
import { bookableDays, slotsOn } from './slots.ts';

export const AppointmentInput = Type.Object(
  {
    day: Type.String({ format: 'date', title: '哪一天' }),
    slot: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title: '几点' }),
    service: Type.String({ maxLength: 40, title: '办什么' }),
    name: Type.String({ minLength: 1, maxLength: 40, title: '姓名' }),
    phone: Type.String({ minLength: 1, maxLength: 40, title: '电话' }),
  },
  { additionalProperties: false },
);
export type AppointmentInput = { day: Day; slot: string; service: string; name: string; phone: string };

/** Eight digits that nobody guesses, in two groups as they are read aloud: 4821 7730. */
export const newAppointmentCode = (): string => String(randomInt(10_000_000, 100_000_000));
export const spokenCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
export const readAppointmentCode = (text: string): string => text.normalize('NFKC').replace(/\D/g, '').slice(0, 20);

type At = { rules: HallRules; calendar: Calendar; now: Date };

/** A slot that exists, is still to come, and a service that is offered; the telephone as it is stored. */
export function checkAppointment(input: AppointmentInput, { rules, calendar, now }: At): { phone: string } {
  const fields: Record<string, string> = {};
  const phone = checkPhone(input.phone);
  if (!phone.ok) fields.phone = phone.sentence;
  if (input.name.trim() === '') fields.name = '写上姓名，到了好称呼。';
  if (!rules.bookable.some((each) => each === input.service))
    fields.service = `能预约的是：${rules.bookable.map((each) => serviceLabel(each)).join('、')}。`;
  if (!isDay(input.day) || !bookableDays(calendar, now, rules.daysAhead).includes(input.day))
    fields.day = `能约今天起 ${rules.daysAhead} 天里上班的日子。`;
  else if (!slotsOn(calendar, input.day).includes(input.slot) || atTime(input.day, input.slot) <= now)
    fields.slot = '这个时间约不了，换一个。';
  if (Object.keys(fields).length > 0 || !phone.ok)
    throw new Refusal('invalid', 'invalidAppointment', `有 ${Object.keys(fields).length} 处要改。`, fields);
  return { phone: phone.value };
}

export const slotFull = (): never => {
  const sentence = '这个时间刚刚约满了，换一个时间。';
  throw new Refusal('conflict', 'slotFull', sentence, { slot: sentence });
};
