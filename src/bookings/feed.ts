import { createHash, randomBytes } from 'node:crypto';
import { formatCode } from '../platform/disputeCode.ts';
import { toIso } from '../platform/now.ts';

export const newFeedToken = (): string => randomBytes(32).toString('base64url');
/** The address is known to its owner alone: a copy of the table opens nothing. */
export const feedHash = (token: string): string => createHash('sha256').update(`booking feed ${token}`).digest('hex');

/** What somebody was booked for: with whom and about what stays in the house. */
export type FeedEvent = {
  readonly groupId: string;
  readonly from: Date;
  readonly to: Date;
  readonly rooms: readonly string[];
  readonly center: string;
  readonly code: string | null;
  readonly cancelled: boolean;
  /** How often it was changed, and when last. */
  readonly sequence: number;
  readonly changedAt: Date;
};

export const utc = (at: Date): string => `${at.toISOString().replace(/[-:]|\.\d+/g, '')}`;
const local = (at: Date): string => toIso(at).slice(0, 19).replace(/[-:]/g, '');
/** RFC 5545 §3.3.11. */
export const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 5545 §3.1: no line is longer than 75 octets, and none is cut within a character. */
export function folded(line: string): string {
  const lines: string[] = [];
  let [current, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      lines.push(current);
      [current, octets] = [' ', 1];
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function eventLines({ groupId, from, to, rooms, center, code, ...event }: FeedEvent): string[] {
  const what = code === null ? '安排' : '调解';
  const summary = [event.cancelled ? '已取消：' : '', [what, ...rooms].join(' ')].join('');
  return [
    'BEGIN:VEVENT',
    `UID:${groupId}@fengqiao`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;TZID=Asia/Shanghai:${local(from)}`,
    `DTEND;TZID=Asia/Shanghai:${local(to)}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped([center, ...rooms].join(' '))}`,
    ...(code === null ? [] : [`DESCRIPTION:${escaped(/^\d{15}$/.test(code) ? formatCode(code) : code)}`]),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** A whole file: what `name` makes, around these lines. */
export function feedFile(name: string, lines: readonly string[]): string {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Fengqiao//${name}//ZH`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
  ];
  return `${[...head, ...lines, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
}

/** A calendar as other programs read it (RFC 5545): rooms and codes, no name and no title. */
export const feedText = (events: readonly FeedEvent[]): string =>
  feedFile('Bookings', [
    ...['X-WR-CALNAME:枫桥台', 'X-WR-TIMEZONE:Asia/Shanghai', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'],
    ...zone,
    ...events.flatMap(eventLines),
  ]);
