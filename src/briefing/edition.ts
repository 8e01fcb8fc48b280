import { atTime, type Day, formatClock } from '../platform/now.ts';

/** When a morning is due, and when its absence is an alarm. */
export const DUE = '07:30';
const MISSED = '07:45';

export const dueAt = (day: Day): Date => atTime(day, DUE);
export const missedAt = (day: Day): Date => atTime(day, MISSED);

/** What stood at the moment when a morning was made: figures and no word about anybody. */
export type MorningCounts = {
  toDecide: number;
  dueToday: number;
  late: number;
  soon: number;
  open: number;
  paused: number;
};

/** One day's morning of a center, as it was written down. */
export type Edition = { day: Day; dueAt: string; madeAt: string; counts: MorningCounts };

/** It stood there later than anybody waits for it. */
export const cameLate = ({ day, madeAt }: Pick<Edition, 'day' | 'madeAt'>): boolean => new Date(madeAt) > missedAt(day);

/** 07:30 as people say it. */
export const spokenTime = (at: Date): string => formatClock(at).replace(/^0/, '');

/** Counts only: it may be read on a screen that others see. */
export function noticeText({ day, madeAt, counts }: Edition): string {
  const { toDecide, dueToday, late, open } = counts;
  const made = spokenTime(new Date(madeAt));
  return cameLate({ day, madeAt })
    ? `7:30 的晨报 ${made} 才出：要拍板 ${toDecide} 件，今天到期 ${dueToday} 件，逾期 ${late} 件，在办 ${open} 件。`
    : `今天的晨报：要拍板 ${toDecide} 件，今天到期 ${dueToday} 件，逾期 ${late} 件，在办 ${open} 件。`;
}

export const MISSING =
  '今天 7:30 的晨报，到 7:45 还没有出来。晨报页上看得到现在的数；请系统管理员看「运行」里哪一项没做成。';
