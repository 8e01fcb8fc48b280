import { createHash } from 'node:crypto';
import { escaped, feedFile, utc } from '../bookings/feed.ts';
import { addDays } from '../platform/now.ts';
import type { ResidentPage } from './residentInput.ts';

type Owed = ResidentPage['agreements'][number]['items'][number];

const isOpen = ({ due, kept, over }: Owed): boolean => due !== null && !kept && !over;

/** Whether there is a day to keep in mind. */
export const hasDays = ({ agreements }: Pick<ResidentPage, 'agreements'>): boolean =>
  agreements.some(({ items }) => items.some(isOpen));

function eventLines({ what, due }: Owed, code: string, now: Date): string[] {
  const day = due ?? '';
  const plain = (text: string) => text.replaceAll('-', '');
  // The same line again is the same entry of the calendar; one that was changed has another day and is another.
  const uid = createHash('sha256').update(`${code} ${what} ${day}`).digest('hex').slice(0, 32);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@fengqiao`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`,
    `SUMMARY:${escaped(`按协议 ${what}`)}`,
    'TRANSP:TRANSPARENT',
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT15H', `DESCRIPTION:${escaped(`明天：${what}`)}`, 'END:VALARM'],
    'END:VEVENT',
  ];
}

/** The days of what is still owed, for the reader's own calendar (RFC 5545): whole days, reminded at nine the day before. */
export function promiseDays({ code, agreements }: Pick<ResidentPage, 'code' | 'agreements'>, now: Date): string {
  const open = agreements.flatMap(({ items }) => items.filter(isOpen));
  return feedFile(
    'Promises',
    open.flatMap((item) => eventLines(item, code, now)),
  );
}
