import { addDays, addMonths, type Day, dayOf, startOfDay } from '../platform/now.ts';

/** Sums of one grain whose `start` lies from `from` to before `until`. */
export type Piece = { grain: 'hour' | 'day' | 'month'; from: Date; until: Date };

const HOUR = 3_600_000;
const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;

export const fullHour = (at: Date): Date => new Date(Math.floor(at.getTime() / HOUR) * HOUR);
const dayBegin = (at: Date): Date => startOfDay(dayOf(at));
const monthBegin = (at: Date): Date => startOfDay(firstOfMonth(dayOf(at)));
/** The first of these on or after a moment. */
const nextDay = (at: Date): Date => (dayBegin(at) < at ? startOfDay(addDays(dayOf(at), 1)) : at);
const nextMonth = (at: Date): Date => (monthBegin(at) < at ? startOfDay(addMonths(firstOfMonth(dayOf(at)), 1)) : at);

/** A middle of the larger grain where there is one, and what is left before and behind it. */
function split(grain: Piece['grain'], from: Date, until: Date, middle: Piece[] | undefined): Piece[] {
  if (from >= until) return [];
  const [first, last] = [middle?.[0], middle?.at(-1)];
  if (!middle || !first || !last) return [{ grain, from, until }];
  return [
    ...(from < first.from ? [{ grain, from, until: first.from }] : []),
    ...middle,
    ...(last.until < until ? [{ grain, from: last.until, until }] : []),
  ];
}

/** Months where there are whole ones, days beside them, hours beside these; both ends are full hours. */
export function piecesOf(from: Date, until: Date): Piece[] {
  const [dayFrom, dayUntil] = [nextDay(from), dayBegin(until)];
  const [monthFrom, monthUntil] = [nextMonth(dayFrom), monthBegin(dayUntil)];
  const months: Piece[] = monthFrom < monthUntil ? [{ grain: 'month', from: monthFrom, until: monthUntil }] : [];
  const days = dayFrom < dayUntil ? split('day', dayFrom, dayUntil, months) : [];
  return split('hour', from, until, days);
}

const FOREVER = new Date('9999-01-01T00:00:00+08:00');

/** Everything from a full hour on. */
export const piecesSince = (hour: Date): Piece[] => piecesOf(hour, FOREVER);
