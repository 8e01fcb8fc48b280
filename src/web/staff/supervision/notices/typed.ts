import { dayOf, now } from '../../../../platform/now.ts';
import { readDay } from '../../../../platform/readDay.ts';

export const today = () => dayOf(now());

/** What was typed, without the blanks around it. */
export const trimmed = (value: unknown): string => String(value ?? '').trim();

/** A day as people type it, the nearest to come; what is no day stays as it is and is refused at its field. */
export const comingDay = (value: unknown): string => readDay(trimmed(value), today(), 'future') ?? trimmed(value);
