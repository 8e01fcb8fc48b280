import { Type } from 'typebox';
import { DayField } from '../matters/fields.ts';
import { atTime, type Day, dayOf, isDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';

/** A clock by its name in code: chosen from a list, never typed. */
export const ClockName = (title: string) =>
  Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9]+$', title });

/** When something really happened, which may be earlier than it is written down; the time only where it matters. */
export const Happened = {
  day: DayField,
  time: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title: '几点几分' })),
};
export type Happened = { day: Day; time?: string };

/** `unknown`: the time taken when only the day is known. */
export function momentOf({ day, time }: Happened, now: Date, unknown: string): Date {
  const refuse = (sentence: string) => new Refusal('invalid', 'whenWrong', sentence, { day: sentence });
  if (!isDay(day)) throw refuse('没有这一天。');
  if (day > dayOf(now)) throw refuse('这一天还没到。');
  const at = atTime(day, time ?? unknown);
  if (time && at > now) throw refuse('这个时刻还没到。');
  return at > now ? now : at;
}
