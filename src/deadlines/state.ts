import { type Calendar, workingDaysAfter } from '../calendar/calendar.ts';
import { dayOf, daysBetween, dueDay, endOfDay, formatClock, formatDue, formatTime, HOUR } from '../platform/now.ts';
import { type Clock, dueOfClock, type RunningClock } from './clock.ts';
import type { Binds, ClockRule, Ground } from './clockRule.ts';
import { groundWords } from './grounds.ts';
import { openPause } from './pause.ts';
import { spokenRest } from './sentences.ts';

export type { Clock, RunningClock } from './clock.ts';

/** `open`, `closing` and `lapsed` are a party's right; `others` is what somebody else must keep; `done` either of them. */
export type ClockCode =
  | 'normal'
  | 'dueSoon'
  | 'overdue'
  | 'paused'
  | 'met'
  | 'missed'
  | 'open'
  | 'closing'
  | 'lapsed'
  | 'others'
  | 'done';
export const clockWords = {
  normal: '正常',
  dueSoon: '将到期',
  overdue: '逾期',
  paused: '暂停',
  met: '按期',
  missed: '超期办结',
  open: '还来得及',
  closing: '快过期',
  lapsed: '已过期',
  others: '别人的时限',
  done: '完成',
} as const satisfies Record<ClockCode, string>;

/** Days from today to the due day, negative once it is over; null while paused. Counted to the stop once stopped. */
export type Remaining = { days: number; workingDays: number; ms: number } | null;
export type ClockState = {
  code: ClockCode;
  word: (typeof clockWords)[ClockCode];
  remaining: Remaining;
  /** Shown beside the state's icon: '余2天 10-16', '逾期1天', '暂停 等法院'. */
  chip: string;
  /** The accessible name: everything the chip leaves out. */
  sentence: string;
  binds: Binds;
  /** What a running clock waits for: the ground of its pause, or whoever else must keep it. Never lateness of ours. */
  waitingOn: Ground | 'other' | null;
};

type Face = Omit<ClockState, 'word' | 'remaining' | 'binds'>;

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

export function clockState(clock: Clock | RunningClock, calendar: Calendar, now: Date): ClockState {
  const { stoppedAt, dueAt, binds } = clock;
  const remaining = dueAt && remainingAt(calendar, dueAt, stoppedAt ?? now);
  const face = faceOf(clock, calendar, remaining, now);
  return { ...face, word: clockWords[face.code], remaining, binds };
}

function faceOf(clock: Clock | RunningClock, calendar: Calendar, remaining: Remaining, now: Date): Face {
  const { dueAt } = clock;
  if (clock.stoppedAt !== null) return stoppedFace(clock, remaining, clock.stoppedAt);
  if (dueAt === null || remaining === null) return pausedFace(clock as Clock, calendar);
  return runningFaces[clock.binds](clock, dueAt, remaining, isLate(dueAt, now));
}

function stoppedFace({ rule, dueAt, binds }: Clock, remaining: Remaining, stoppedAt: Date): Face {
  const done = `${rule.label}：${formatTime(stoppedAt)}完成`;
  const limit = dueAt ? `，时限${formatDue(dueAt)}` : '，当时时限暂停';
  if (!dueAt || !remaining || !isLate(dueAt, stoppedAt))
    return { code: 'met', chip: '按期', sentence: `${done}${limit}，按期。`, waitingOn: null };
  if (binds !== 'ours') {
    const late = `过了${lateness(remaining)}`;
    return {
      code: 'done',
      chip: '完成',
      sentence: `${done}${limit}，${late}，是${whose(rule, binds)}。`,
      waitingOn: null,
    };
  }
  const late = `超期${lateness(remaining)}`;
  return { code: 'missed', chip: late, sentence: `${done}${limit}，${late}。`, waitingOn: null };
}

/** '法院的时限', '双方当事人共同的权利'. */
const whose = ({ who }: Pick<ClockRule, 'who'>, binds: Binds): string =>
  binds === 'party' ? `${who ?? '当事人'}的期限` : `${who ?? '别的单位'}的时限`;

const shortened = (text: string): string => (text.length > 6 ? `${text.slice(0, 5)}…` : text);

function pausedFace(clock: Clock, calendar: Calendar): Face {
  const { rule, pauses } = clock;
  const pause = openPause(pauses);
  const { ground, reason = '' } = pause ?? {};
  const rest = dueOfClock(clock, calendar).steps.find((step) => step.type === 'suspended');
  const why = ground ? `${groundWords[ground]}，${reason}` : reason;
  const approved = pause ? `：${why}（${pause.approvedBy} ${formatTime(pause.from)}批准）` : '';
  return {
    code: 'paused',
    chip: `暂停 ${ground ? groundWords[ground] : shortened(reason)}`.trimEnd(),
    sentence: `${rule.label}时限暂停${approved}${rest ? `，恢复后还有${spokenRest(rest)}` : ''}。`,
    waitingOn: ground ?? 'material',
  };
}

type Running = (
  clock: Pick<RunningClock, 'rule'>,
  dueAt: Date,
  remaining: NonNullable<Remaining>,
  late: boolean,
) => Face;

function leftOf(dueAt: Date, { days, workingDays }: NonNullable<Remaining>): { chip: string; left: string } {
  const chip = days === 0 ? `今天${timeOfDay(dueAt)}` : `余${days}天 ${dueDay(dueAt).slice(5)}`;
  const left = days === 0 ? `今天${timeOfDay(dueAt)}到期` : `还有${days}天`;
  return { chip, left: workingDays === days ? left : `${left}（${workingDays}个工作日）` };
}

const oursRunning: Running = ({ rule }, dueAt, remaining, isOver) => {
  const before = `${rule.label}：${formatDue(dueAt)}前`;
  if (isOver) {
    const late = `逾期${lateness(remaining)}`;
    return { code: 'overdue', chip: late, sentence: `${before}，已${late}。`, waitingOn: null };
  }
  const code = isSoon(rule.warnBefore, remaining) ? 'dueSoon' : 'normal';
  const { chip, left } = leftOf(dueAt, remaining);
  return { code, chip, sentence: `${before}，${left}，${clockWords[code]}。`, waitingOn: null };
};

/** A right may be used until its last day, and is then lost: nobody here is late. */
const partyRunning: Running = ({ rule }, dueAt, remaining, isOver) => {
  const about = `${rule.label}（${whose(rule, 'party')}）`;
  if (isOver) {
    const sentence = `${about}：到${formatDue(dueAt)}为止，已过期${lateness(remaining)}。`;
    return { code: 'lapsed', chip: '已过期', sentence, waitingOn: null };
  }
  const { chip, left } = leftOf(dueAt, remaining);
  const may = rule.label.includes('申请') ? '还可以申请' : '还来得及';
  const soon = isSoon(rule.warnBefore, remaining);
  const sentence = `${about}：${may}，到${formatDue(dueAt)}，${left}${soon ? '，快过期' : ''}。`;
  return { code: soon ? 'closing' : 'open', chip, sentence, waitingOn: null };
};

const othersRunning: Running = ({ rule }, dueAt, remaining, isOver) => {
  const about = `${whose(rule, 'other')}：${rule.label}，${formatDue(dueAt)}前`;
  const { chip, left } = leftOf(dueAt, remaining);
  const state = isOver ? `已过${lateness(remaining)}，等${rule.who ?? '对方'}` : left;
  return {
    code: 'others',
    chip: isOver ? `等${shortened(rule.who ?? '对方')}` : chip,
    sentence: `${about}，${state}。`,
    waitingOn: 'other',
  };
};

const runningFaces: Record<Binds, Running> = { ours: oursRunning, party: partyRunning, other: othersRunning };

const timeOfDay = (at: Date): string => (endOfDay(dueDay(at)).getTime() === at.getTime() ? '24时' : formatClock(at));
