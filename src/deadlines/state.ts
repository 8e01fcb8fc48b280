import { type Calendar, workingDaysAfter } from '../calendar/calendar.ts';
import { dayOf, daysBetween, dueDay, endOfDay, formatClock, formatDue, formatTime } from '../platform/now.ts';
import type { Clock } from './clock.ts';
import { computeDue } from './due.ts';
import { openPause, type Pause } from './pause.ts';
import type { ClockRule } from './rule.ts';
import { spokenLeft } from './sentences.ts';

export type { Clock } from './clock.ts';

export type ClockCode = 'normal' | 'dueSoon' | 'overdue' | 'paused' | 'met' | 'missed';
export const clockWords = {
  normal: '正常',
  dueSoon: '将到期',
  overdue: '逾期',
  paused: '暂停',
  met: '按期',
  missed: '超期办结',
} as const satisfies Record<ClockCode, string>;

/** Days from today to the due day, negative once it is over; null while paused. Counted to the stop once stopped. */
export type Remaining = { days: number; workingDays: number; ms: number } | null;
export type ClockState = {
  code: ClockCode;
  word: (typeof clockWords)[ClockCode];
  remaining: Remaining;
  /** Shown beside the state's icon: '余2天 10-16', '逾期1天', '暂停 补材料'. */
  chip: string;
  /** The accessible name: everything the chip leaves out. */
  sentence: string;
};

const HOUR = 3_600_000;

function remainingAt(calendar: Calendar, dueAt: Date, at: Date): NonNullable<Remaining> {
  const [today, last] = [dayOf(at), dueDay(dueAt)];
  const workingDays = last < today ? -workingDaysAfter(calendar, last, today) : workingDaysAfter(calendar, today, last);
  return { days: daysBetween(today, last), workingDays, ms: dueAt.getTime() - at.getTime() };
}

function isSoon({ length, unit }: ClockRule['warnBefore'], remaining: NonNullable<Remaining>): boolean {
  if (unit === 'hour') return remaining.ms <= length * HOUR;
  return (unit === 'workingDay' ? remaining.workingDays : remaining.days) <= length;
}

/** 24:00 sharp is already the next day: late. */
const isLate = (dueAt: Date, at: Date): boolean => at.getTime() >= dueAt.getTime();

function lateness({ days, ms }: NonNullable<Remaining>): string {
  if (days < 0) return `${-days}天`;
  return ms > -HOUR ? '不到1小时' : `${Math.floor(-ms / HOUR)}小时`;
}

export function clockState(clock: Clock, calendar: Calendar, now: Date): ClockState {
  if (clock.stoppedAt !== null) return stoppedState(clock, calendar, clock.stoppedAt);
  if (clock.dueAt === null) return pausedState(clock, calendar);
  return runningState(clock, clock.dueAt, remainingAt(calendar, clock.dueAt, now), now);
}

function stoppedState({ rule, dueAt }: Clock, calendar: Calendar, stoppedAt: Date): ClockState {
  const remaining = dueAt && remainingAt(calendar, dueAt, stoppedAt);
  const done = `${rule.label}：${formatTime(stoppedAt)}完成`;
  const limit = dueAt ? `，时限${formatDue(dueAt)}` : '，当时时限暂停';
  if (!dueAt || !remaining || !isLate(dueAt, stoppedAt))
    return { code: 'met', word: clockWords.met, remaining, chip: '按期', sentence: `${done}${limit}，按期。` };
  const late = `超期${lateness(remaining)}`;
  return { code: 'missed', word: clockWords.missed, remaining, chip: late, sentence: `${done}${limit}，${late}。` };
}

function pausedState({ rule, startedAt, pauses }: Clock, calendar: Calendar): ClockState {
  const pause = openPause(pauses);
  const reason = pause?.reason ?? '';
  const { left } = computeDue(rule, calendar, startedAt, pauses);
  const why = pause ? `：${reason}（${pause.approvedBy} ${formatTime(pause.from)}批准）` : '';
  return {
    code: 'paused',
    word: clockWords.paused,
    remaining: null,
    chip: waitingOn(pause) ?? `暂停 ${reason.length > 6 ? `${reason.slice(0, 5)}…` : reason}`.trimEnd(),
    sentence: `${rule.label}时限暂停${why}，恢复后还有${spokenLeft(left, rule.unit)}。`,
  };
}

/** '等法院' of '等法院：鉴定结论': whom we wait for says more than that the clock stands still. */
function waitingOn(pause: Pause | undefined): string | undefined {
  return pause?.ground && pause.ground !== 'material' ? pause.reason.split('：')[0] : undefined;
}

function runningState({ rule }: Clock, dueAt: Date, remaining: NonNullable<Remaining>, now: Date): ClockState {
  const before = `${rule.label}：${formatDue(dueAt)}前`;
  if (isLate(dueAt, now)) {
    const late = `逾期${lateness(remaining)}`;
    return { code: 'overdue', word: clockWords.overdue, remaining, chip: late, sentence: `${before}，已${late}。` };
  }
  const code = isSoon(rule.warnBefore, remaining) ? 'dueSoon' : 'normal';
  const chip = remaining.days === 0 ? `今天${timeOfDay(dueAt)}` : `余${remaining.days}天 ${dueDay(dueAt).slice(5)}`;
  const left = remaining.days === 0 ? `今天${timeOfDay(dueAt)}到期` : `还有${remaining.days}天`;
  const working = remaining.workingDays === remaining.days ? '' : `（${remaining.workingDays}个工作日）`;
  const word = clockWords[code];
  return { code, word, remaining, chip, sentence: `${before}，${left}${working}，${word}。` };
}

const timeOfDay = (at: Date): string => (endOfDay(dueDay(at)).getTime() === at.getTime() ? '24时' : formatClock(at));
