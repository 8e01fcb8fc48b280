import type { BookingView } from '../../../bookings/views.ts';
import { atTime, type Day, HOUR } from '../../../platform/now.ts';

const HALF = HOUR / 2;
/** A part of a booking within one day, in half hours from midnight. */
export type Block = { row: BookingView; day: Day; from: number; to: number };

/** What crosses midnight is drawn on both days. */
export function blocksOf(rows: readonly BookingView[], days: readonly { day: Day }[]): Block[] {
  return rows.flatMap((row) =>
    days.flatMap(({ day }) => {
      const midnight = atTime(day, '00:00').getTime();
      const from = Math.max(0, (Date.parse(row.from) - midnight) / HALF);
      const to = Math.min(48, (Date.parse(row.to) - midnight) / HALF);
      return from < to ? [{ row, day, from, to }] : [];
    }),
  );
}

/** The hours that are drawn: a usual day, and whatever is booked before or after it. */
export function hoursOf(blocks: readonly Block[]): number[] {
  const first = Math.min(8, ...blocks.map(({ from }) => Math.floor(from / 2)));
  const last = Math.max(19, ...blocks.map(({ to }) => Math.ceil(to / 2)));
  return Array.from({ length: last - first }, (_, index) => first + index);
}

export const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
export const isTaken = (blocks: readonly Block[], day: Day, hour: number): boolean =>
  blocks.some((block) => block.day === day && block.from < hour * 2 + 2 && hour * 2 < block.to);
