import type { Network } from '../network/lookup.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Named } from '../procedures/views.ts';
import type { NoticeUnit } from './notice.ts';
import type { NoticeListRow } from './noticeViews.ts';
import { type NoticeStatus, noticeStatusLabels } from './procedure.ts';

export type NoticeQuery = {
  state: 'open' | 'sent' | 'answered' | 'ended' | 'all';
  unit?: string;
  level?: number;
  listed?: boolean;
  about?: string;
  after?: string;
  limit: number;
};

export type NoticeFilter = {
  status: readonly NoticeStatus[];
  unit?: string;
  level?: number;
  listed?: boolean;
  about?: string;
  /** What still runs: soonest reply first; what has ended: newest first. */
  order: 'due' | 'opened';
  after?: { at: string; id: string };
  limit: number;
};

const states: Record<NoticeQuery['state'], readonly NoticeStatus[]> = {
  open: ['sent', 'answered'],
  sent: ['sent'],
  answered: ['answered'],
  ended: ['lifted', 'withdrawn', 'replaced'],
  all: ['sent', 'answered', 'lifted', 'withdrawn', 'replaced'],
};

/** What is asked of the list; one row more than shown tells whether there is a next page. */
export function filterOf({ state, limit, after, unit, level, listed, about }: NoticeQuery): NoticeFilter {
  const [at, id] = after === undefined ? [] : readCursor(after, 'time', 'id');
  const order = state === 'open' || state === 'sent' ? 'due' : 'opened';
  return {
    status: states[state],
    order,
    limit: limit + 1,
    ...(unit ? { unit } : {}),
    ...(level ? { level } : {}),
    ...(listed ? { listed } : {}),
    ...(about ? { about } : {}),
    ...(at && id ? { after: { at, id } } : {}),
  };
}

/** What is listed of one notice; `sortAt` is the moment it stands at in its order, as text. */
export type ListedNotice = {
  countyCode: string;
  id: string;
  code: string;
  status: NoticeStatus;
  title: string;
  categoryCode: string | null;
  number: string | null;
  level: number;
  origin: 'ladder' | 'leader';
  aboutId: string;
  aboutCode: string;
  sentAt: Date;
  replyBy: Date | null;
  copied: boolean;
  listed: boolean;
  units: readonly NoticeUnit[];
  sortAt: string;
};

export const cursorAfter = (row: ListedNotice | undefined): string | null =>
  row ? cursorOf(row.sortAt, row.id) : null;

export function listRow(
  row: ListedNotice,
  names: ReadonlyMap<string, Named>,
  network: Network,
  now: Date,
): NoticeListRow {
  const county = network.region(row.countyCode)?.short ?? '';
  return {
    code: row.code,
    number: row.number,
    level: row.level,
    title: row.title,
    origin: row.origin,
    status: row.status,
    statusLabel: noticeStatusLabels[row.status].zh,
    about: {
      code: row.aboutCode,
      codeShort: shortCode(row.aboutCode, county),
      category: row.categoryCode ? (network.category(row.categoryCode)?.name ?? '') : '',
      name: names.get(row.aboutId) ?? null,
    },
    units: row.units.map(({ unitId, answeredAt }) => ({
      unitId,
      unit: network.unit(unitId)?.short ?? '',
      answered: answeredAt !== null,
    })),
    replyBy: row.replyBy?.toISOString() ?? null,
    replyLate: row.replyBy !== null && row.replyBy <= now,
    sentAt: row.sentAt.toISOString(),
    copied: row.copied,
    listed: row.listed,
  };
}
