import { addDays, dayOf, endOfDay } from '../platform/now.ts';

/** Until when the public may rate: the end of the last day, as every other limit in days. */
export function ratingOpenUntil(closedAt: Date, ratingDays: number): Date {
  return endOfDay(addDays(dayOf(closedAt), ratingDays));
}
