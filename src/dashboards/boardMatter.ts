import type { Calendar } from '../calendar/calendar.ts';
import type { Clock } from '../deadlines/clock.ts';
import { viewClock } from '../deadlines/clockView.ts';
import type { Network } from '../network/lookup.ts';
import { regionPath } from '../network/network.ts';
import type { Directory } from '../people/directory.ts';
import { shortCode } from '../platform/disputeCode.ts';
import { daysOver } from './board.ts';
import type { BoardMatter } from './boardView.ts';

/** What is listed of one dispute. */
export type Listed = {
  countyCode: string;
  receivingCenterId: string;
  code: string;
  title: string;
  regionCode: string;
  categoryCode: string | null;
  handlerPostId: string | null;
  unitId: string;
  restricted: boolean;
  openedAt: Date;
  clocks: number;
  clock: Clock | null;
  noticeLevel: number;
};

type Means = {
  network: Network;
  directory: Pick<Directory, 'post'>;
  calendarFor(countyCode: string, centerId?: string): Calendar;
  now: Date;
};

/** One line of a drill list: what it is, whose, how its clock stands and how that date comes about. */
export function boardMatter(row: Listed, { network, directory, calendarFor, now }: Means): BoardMatter {
  const { clock, handlerPostId } = row;
  const running = clock !== null && (clock.stoppedAt === null || clock.stoppedAt > now);
  const over = running && clock.dueAt && clock.dueAt <= now ? daysOver(clock.dueAt, now) : null;
  const short = (code: string) => network.region(code)?.short;
  return {
    code: row.code,
    codeShort: shortCode(row.code, short(row.countyCode) ?? ''),
    title: row.title,
    category: row.categoryCode === null ? '' : (network.category(row.categoryCode)?.name ?? ''),
    place: regionPath(row.regionCode, short, row.regionCode.length > 6 ? 'township' : 'county'),
    unitId: row.unitId,
    unit: network.unit(row.unitId)?.short ?? row.unitId,
    handler: handlerPostId === null ? null : (directory.post(handlerPostId)?.name ?? null),
    restricted: row.restricted,
    clock: clock && viewClock(clock, calendarFor(row.countyCode, row.receivingCenterId), now, true),
    more: Math.max(row.clocks - 1, 0),
    daysLate: over,
    noticeLevel: row.noticeLevel,
    openedAt: row.openedAt.toISOString(),
  };
}
