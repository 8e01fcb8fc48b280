import { addDays, addMonths, type Day, dayOf, startOfDay } from '../platform/now.ts';

/** Sums of one grain whose `start` lies from `from` to before `until`. */
export type Piece = { grain: 'day' | 'month'; from: Date; until: Date };

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;

export const dayBegin = (at: Date): Date => startOfDay(dayOf(at));
const monthBegin = (at: Date): Date => startOfDay(firstOfMonth(dayOf(at)));
/** The first of these on or after a moment. */
const nextDay = (at: Date): Date => (dayBegin(at) < at ? startOfDay(addDays(dayOf(at), 1)) : at);
const nextMonth = (at: Date): Date => (monthBegin(at) < at ? startOfDay(addMonths(firstOfMonth(dayOf(at)), 1)) : at);

/** Months where there are whole ones, and days beside them; both ends are beginnings of days. */
export function piecesOf(from: Date, until: Date): Piece[] {
  const [monthFrom, monthUntil] = [nextMonth(from), monthBegin(until)];
  const pieces: Piece[] =
    monthFrom < monthUntil
      ? [
          { grain: 'day', from, until: monthFrom },
          { grain: 'month', from: monthFrom, until: monthUntil },
          { grain: 'day', from: monthUntil, until },
        ]
      : [{ grain: 'day', from, until }];
  return pieces.filter((piece) => piece.from < piece.until);
}

const FOREVER = new Date('9999-01-01T00:00:00+08:00');

/** Every whole day after a moment. */
export const piecesSince = (at: Date): Piece[] => piecesOf(nextDay(at), FOREVER);
