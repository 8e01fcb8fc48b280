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
import { type ClockRule, type Ground, spokenLength } from './clockRule.ts';
import { groundWords } from './grounds.ts';
import type { ArithmeticStep, Granted } from './steps.ts';

/**
 * `startedBy`: what started the clock, '分流给迎泽街道'; `settings`: whose rule it is, '迎泽区设置 v4'; `plans`: whether plans
 * for extended time are told, which are for staff; `year`: left unsaid.
 */
export type Telling = {
  startedBy?: string | undefined;
  settings?: string | undefined;
  plans?: boolean | undefined;
  year: number;
};

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
  // Whole milliseconds first: 8⅓ hours are 500 minutes, not a rounding error more.
  const minutes = Math.ceil(Math.round(hours * 3_600_000) / 60_000);
  const whole = Math.floor(minutes / 60);
  return [whole ? `${whole}小时` : '', minutes % 60 || !whole ? `${minutes % 60}分` : ''].join('');
}

const why = (ground: Ground | null, reason: string): string =>
  ground === null ? reason : `${groundWords[ground]}：${reason}`;

const sentences: Sentences = {
  start: ({ at }, { startedBy, year }) => {
    const day = dayOf(new Date(at));
    const when = `起算 ${formatShortDay(day, year)} ${weekdayName(day)} ${formatClock(new Date(at))}`;
    return startedBy ? `${when} ${startedBy}` : when;
  },
  rule: ({ label, length, unit, basis, status }, { settings }) =>
    `依据 ${label}·${spokenLength(length, unit)}${settings ? `（${settings}）` : ''}：${basis}${statusNote[status]}`,
  afterHours: ({ closing, name, day }, { year }) =>
    `${closing === null ? `${name}不上班` : `${closing} 下班以后`}，算 ${formatShortDay(day, year)} ${weekdayName(day)} 起算`,
  office: ({ sessions }) => `上班时间 ${sessions.map(({ from, to }) => `${from}–${to}`).join('、')}`,
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
  pause: ({ from, to, days, working, ground, reason, by, at }, { year }) => {
    const span = to
      ? `${range(from, to, year)} 共${days}${working ? '个工作日' : '天'}`
      : `${formatShortDay(from, year)} 起`;
    return `暂停 ${span} ${why(ground, reason)} 批准：${by} ${timeOf(at)}`;
  },
  extension: ({ length, unit, after, reason, plan, by, at }, { plans, year }) => {
    const from = after === null ? '' : `，接 ${formatShortDay(after, year)} 之后`;
    const shown = plans && plan !== '' ? ` 方案：${plan}` : '';
    return `延期 ${spokenLength(length, unit)}${from} ${reason} 批准：${by} ${timeOf(at)}${shown}`;
  },
  hours: ({ from, to }) =>
    `${spokenHours((Date.parse(to) - Date.parse(from)) / 3_600_000)} ${timeOf(from)}…${timeOf(to)}`,
  officeHours: ({ from, to, hours, name }) =>
    `${spokenHours(hours)} ${timeOf(from)}…${timeOf(to)}${name === null ? '' : ` ${name}`}`,
  halt: ({ from, to, ground, reason, by }) =>
    `暂停 ${timeOf(from)}${to ? `…${timeOf(to)}` : ' 起'} ${why(ground, reason)} 批准：${by}`,
  end: ({ dueAt }, { year }) => {
    const at = new Date(dueAt);
    const due = yearOf(dueDay(at));
    return `到期 ${due === year ? '' : `${due}年`}${formatDue(at)}`;
  },
  suspended: (step) => `恢复后还有${spokenRest(step)}`,
  calendar: ({ year, version, source }) => `日历 ${year} v${version}（${source}）`,
  provisional: ({ year }) => `${year}年放假安排未公布，此日期可能变`,
};

/** What a paused clock still has to run: a month counts on in days. */
export const spokenLeft = (left: number, unit: ClockRule['unit']): string => {
  if (unit === 'hour') return spokenHours(left);
  if (unit === 'workingHour') return `${spokenHours(left)}上班时间`;
  return `${left}${unit === 'workingDay' ? '个工作日' : '天'}`;
};

/** The same with the extensions that follow: '3个工作日，再加延期10个工作日'. */
export const spokenRest = ({ left, unit, added }: Extract<ArithmeticStep, { type: 'suspended' }>): string =>
  [
    spokenLeft(left, unit),
    ...added.map((granted: Granted) => `再加延期${spokenLength(granted.length, granted.unit)}`),
  ].join('，');

export function sentenceOf<T extends StepType>(step: Extract<ArithmeticStep, { type: T }>, telling: Telling): string {
  const tell = sentences[step.type as T];
  return tell(step, telling);
}
