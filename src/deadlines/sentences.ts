import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  dueDay,
  formatClock,
  formatDue,
  formatShortDay,
  formatTime,
  weekdayName,
  yearOf,
} from '../platform/now.ts';
import { type ClockRule, spokenLength } from './rule.ts';
import type { ArithmeticStep } from './steps.ts';

/** `startedBy`: what started the clock, '分流给迎泽街道'; `settings`: whose rule it is, '迎泽区设置 v4'; `year`: left unsaid. */
export type Telling = { startedBy?: string | undefined; settings?: string | undefined; year: number };

type StepType = ArithmeticStep['type'];
type Sentences = { [T in StepType]: (step: Extract<ArithmeticStep, { type: T }>, telling: Telling) => string };

const statusNote: Record<ClockRule['status'], string> = { V: '', V2: '（转引，原文待核）', G: '（系统缺省，可改）' };
const timeOf = (at: string): string => formatTime(new Date(at));

const range = (from: Day, to: Day, year: number): string =>
  from === to ? formatShortDay(from, year) : `${formatShortDay(from, year)}…${formatShortDay(to, year)}`;

/** Up to three days are named one by one. */
function named(from: Day, to: Day, year: number): string {
  const days = daysBetween(from, to) + 1;
  if (days > 3) return range(from, to, year);
  return Array.from({ length: days }, (_, index) => formatShortDay(addDays(from, index), year)).join('、');
}

function spokenHours(hours: number): string {
  const minutes = Math.ceil(hours * 60);
  const whole = Math.floor(minutes / 60);
  return [whole ? `${whole}小时` : '', minutes % 60 || !whole ? `${minutes % 60}分` : ''].join('');
}

const sentences: Sentences = {
  start: ({ at }, { startedBy, year }) => {
    const day = dayOf(new Date(at));
    const when = `起算 ${formatShortDay(day, year)} ${weekdayName(day)} ${formatClock(new Date(at))}`;
    return startedBy ? `${when} ${startedBy}` : when;
  },
  rule: ({ label, length, unit, basis, status }, { settings }) =>
    `依据 ${label}·${spokenLength(length, unit)}${settings ? `（${settings}）` : ''}：${basis}${statusNote[status]}`,
  corresponding: ({ months, day, days, monthEnd }, { year }) =>
    `${months}个月到 ${formatShortDay(day, year)}${monthEnd ? '（没有对应日，取月末）' : ''} 共${days}天`,
  counted: ({ from, to, first, last }, { year }) =>
    `第${first === last ? '' : `${first}–`}${last}天 ${named(from, to, year)}`,
  swapped: ({ day, number, name }, { year }) =>
    `第${number}天 ${formatShortDay(day, year)} ${weekdayName(day)}，${name}`,
  skipped: ({ from, to, days, name }, { year }) =>
    `跳过 ${range(from, to, year)} ${name}${days > 1 ? ` ${days}天` : ''}`,
  roll: ({ last, name, to }, { year }) =>
    `末日 ${formatShortDay(last, year)} 逢${name}，顺延到 ${formatShortDay(to, year)}`,
  pause: ({ from, to, days, working, reason, by, at }, { year }) => {
    const span = to
      ? `${range(from, to, year)} 共${days}${working ? '个工作日' : '天'}`
      : `${formatShortDay(from, year)} 起`;
    return `暂停 ${span} ${reason} 批准：${by} ${timeOf(at)}`;
  },
  hours: ({ from, to }) =>
    `${spokenHours((Date.parse(to) - Date.parse(from)) / 3_600_000)} ${timeOf(from)}…${timeOf(to)}`,
  halt: ({ from, to, reason, by }) => `暂停 ${timeOf(from)}${to ? `…${timeOf(to)}` : ' 起'} ${reason} 批准：${by}`,
  end: ({ dueAt }, { year }) => {
    const at = new Date(dueAt);
    const due = yearOf(dueDay(at));
    return `到期 ${due === year ? '' : `${due}年`}${formatDue(at)}`;
  },
  suspended: ({ left, unit }) => `恢复后还有${spokenLeft(left, unit)}`,
  calendar: ({ year, version, source }) => `日历 ${year} v${version}（${source}）`,
  provisional: ({ year }) => `${year}年放假安排未公布，此日期可能变`,
};

/** What a paused clock still has to run: a month counts on in days. */
export const spokenLeft = (left: number, unit: ClockRule['unit']): string =>
  unit === 'hour' ? spokenHours(left) : `${left}${unit === 'workingDay' ? '个工作日' : '天'}`;

export function sentenceOf<T extends StepType>(step: Extract<ArithmeticStep, { type: T }>, telling: Telling): string {
  const tell = sentences[step.type as T];
  return tell(step, telling);
}
