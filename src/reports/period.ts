import { weekOf } from '../dashboards/boardFrame.ts';
import {
  addDays,
  addMonths,
  type Day,
  endOfDay,
  formatDocumentDay,
  isDay,
  startOfDay,
  weekday,
} from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';

export const periodKinds = ['day', 'week', 'month'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Whole days, both ends within; the last may lie ahead. */
export type Period = { from: Day; to: Day };

/**
 * The moments that a count compares with: what happened from `from` to before `until`, which is the end of the period or,
 * while it is under way, just after `asOf`. `end` is where the period ends, for limits that are still ahead; `live`: it is
 * asked of this moment, so that how a dispute stands need not be read from its history.
 */
export type Span = { from: Date; until: Date; end: Date; asOf: Date; live: boolean };

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;

/** The day, the week from Monday, or the month that a day lies in. */
export function periodOn(kind: PeriodKind, day: Day): Period {
  if (kind === 'day') return { from: day, to: day };
  if (kind === 'week') {
    const from = addDays(day, 1 - weekday(day));
    return { from, to: addDays(from, 6) };
  }
  const from = firstOfMonth(day);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

export function formerPeriod(kind: PeriodKind, { from }: Period): Period {
  return periodOn(kind, addDays(from, -1));
}

/** The period that is asked for by any of its days, no later than the one of today. */
export function readPeriod(kind: PeriodKind, day: string | undefined, today: Day): Period {
  if (day !== undefined && !isDay(day)) refuseField('day', '没有这一天。写成 2026-10-14 这样。');
  const period = periodOn(kind, day ?? today);
  if (period.from > today) refuseField('day', '这一期还没有开始。');
  return period;
}

export function spanOf({ from, to }: Period, now: Date, live = false): Span {
  const end = endOfDay(to);
  const asOf = now < end ? now : end;
  return {
    from: startOfDay(from),
    until: new Date(Math.min(end.getTime(), asOf.getTime() + 1)),
    end,
    asOf,
    live: live && now < end,
  };
}

/** The former period; while this one is under way, up to the same moment of it. */
export function formerSpan(kind: PeriodKind, period: Period, now: Date): Span {
  const former = formerPeriod(kind, period);
  const passed = now.getTime() - startOfDay(period.from).getTime();
  const then = new Date(startOfDay(former.from).getTime() + passed);
  return spanOf(former, now >= endOfDay(period.to) ? endOfDay(former.to) : then);
}

/** '2026年10月14日', '2026年第42周（10月12日至10月18日)', '2026年10月'. */
export function periodTitle(kind: PeriodKind, { from, to }: Period): string {
  if (kind === 'day') return formatDocumentDay(from);
  if (kind === 'month') return `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`;
  const { id } = weekOf(from);
  const short = (day: Day) => formatDocumentDay(day).slice(5);
  return `${id.slice(0, 4)}年第${Number(id.slice(6))}周（${short(from)}至${short(to)}）`;
}

export const cellPeriods = ['this', 'last', 'year', 'lastYear'] as const;
/** What a cell of a superior's form speaks of: its period, the one before, the year to date, the same a year before. */
export type CellPeriod = (typeof cellPeriods)[number];

export const cellPeriodWords: Record<CellPeriod, string> = {
  this: '本期',
  last: '上期',
  year: '本年累计',
  lastYear: '上年同期',
};

/** The month of a form; with a cut-off on the 25th it runs from the 26th before to the 25th. 0: the calendar's month. */
export function formPeriod(month: string, cutoffDay: number): Period {
  const first = `${month}-01`;
  if (cutoffDay === 0) return { from: first, to: addDays(addMonths(first, 1), -1) };
  const to = `${month}-${String(cutoffDay).padStart(2, '0')}`;
  return { from: addDays(addMonths(to, -1), 1), to };
}

/** '2026-10': the month that a form's period is called by. */
export const monthOfForm = ({ to }: Period): string => to.slice(0, 7);

/** The newest period that is drafted on or before this day, each month on `draftDay`: with a cut-off on the 25th and drafts on the 26th, October's. */
export function draftedBy(today: Day, { cutoffDay, draftDay }: { cutoffDay: number; draftDay: number }): Period {
  const thisMonth = today.slice(0, 7);
  const due = Number(today.slice(8)) >= draftDay ? thisMonth : addMonths(`${thisMonth}-01`, -1).slice(0, 7);
  const own = formPeriod(due, cutoffDay);
  const drafted = `${due}-${String(draftDay).padStart(2, '0')}`;
  return own.to < drafted ? own : formPeriod(addMonths(`${due}-01`, -1).slice(0, 7), cutoffDay);
}

export function cellPeriod(which: CellPeriod, { from, to }: Period, cutoffDay: number): Period {
  if (which === 'this') return { from, to };
  if (which === 'last') return formPeriod(addMonths(`${to.slice(0, 7)}-01`, -1).slice(0, 7), cutoffDay);
  // A year of forms begins with the period of January.
  const january = formPeriod(`${to.slice(0, 4)}-01`, cutoffDay);
  if (which === 'year') return { from: january.from, to };
  return formPeriod(`${Number(to.slice(0, 4)) - 1}${to.slice(4, 7)}`, cutoffDay);
}
