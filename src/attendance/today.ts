import { atTime, type Day, formatClock } from '../platform/now.ts';
import { MINUTE_MS } from './minutes.ts';
import type { Planned } from './plan.ts';

/** What was written down of a unit on a day. */
export type Mark = {
  readonly unitId: string;
  readonly state: 'present' | 'late' | 'absent' | 'left';
  readonly postId: string | null;
  readonly counter: number | null;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
  readonly expectedTime: string | null;
  readonly note: string;
};

/** A call to the unit that is not over. */
export type OpenCall = {
  readonly unitId: string;
  readonly state: 'called' | 'coming' | 'arrived';
  readonly calledAt: Date;
  readonly answeredAt: Date | null;
  readonly etaMinutes: number | null;
};

/** `waiting`: its time has not come; `missing`: it has, and nobody is here; `over`: its hours are past. */
export type LineState =
  | 'waiting'
  | 'missing'
  | 'present'
  | 'late'
  | 'absent'
  | 'left'
  | 'over'
  | 'off'
  | 'onCall'
  | 'called'
  | 'coming';

export type TodayLine = Planned & {
  readonly state: LineState;
  readonly mark: Mark | null;
  /** Minutes after its time at which it came, where that is more than the county's grace. */
  readonly lateBy: number | null;
  /** When the one who is on the way said to be here. */
  readonly dueAt: Date | null;
};

type Moment = { readonly day: Day; readonly now: Date; readonly lateMinutes: number };

const minutesBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / MINUTE_MS);

function lateBy(plan: Planned, mark: Mark | null, { day, lateMinutes }: Moment): number | null {
  if (!mark?.arrivedAt || plan.how !== 'here') return null;
  const minutes = minutesBetween(atTime(day, plan.from), mark.arrivedAt);
  return minutes > lateMinutes ? minutes : null;
}

function stateOf(plan: Planned, mark: Mark | null, call: OpenCall | undefined, moment: Moment): LineState {
  if (mark && mark.state !== 'late') return mark.state;
  if (mark?.state === 'late') return isOverdue(plan, mark, moment) ? 'missing' : 'late';
  if (call) return call.state === 'arrived' ? 'present' : call.state;
  if (plan.how !== 'here') return plan.how;
  const { day, now, lateMinutes } = moment;
  if (now >= atTime(day, plan.to)) return 'over';
  return minutesBetween(atTime(day, plan.from), now) > lateMinutes ? 'missing' : 'waiting';
}

/** Whoever said to come later is waited for until then, and no longer. */
function isOverdue({ from }: Planned, { expectedTime }: Mark, { day, now, lateMinutes }: Moment): boolean {
  return minutesBetween(atTime(day, expectedTime ?? from), now) > lateMinutes;
}

function dueOf(call: OpenCall | undefined): Date | null {
  if (call?.state !== 'coming' || !call.answeredAt || call.etaMinutes === null) return null;
  return new Date(call.answeredAt.getTime() + call.etaMinutes * MINUTE_MS);
}

const rank: Readonly<Record<LineState, number>> = {
  missing: 0,
  called: 1,
  coming: 2,
  late: 3,
  waiting: 4,
  present: 5,
  absent: 6,
  off: 7,
  left: 8,
  over: 9,
  onCall: 10,
};

/** The plan of today beside what is so: who should be here and is not stands first. */
export function todayLines(
  plans: readonly Planned[],
  marks: readonly Mark[],
  calls: readonly OpenCall[],
  moment: Moment,
): TodayLine[] {
  const lines = plans.map((plan) => {
    const mark = marks.find(({ unitId }) => unitId === plan.unitId) ?? null;
    const call = calls.find(({ unitId }) => unitId === plan.unitId);
    return {
      ...plan,
      counter: mark?.counter ?? plan.counter,
      state: stateOf(plan, mark, call, moment),
      mark,
      lateBy: lateBy(plan, mark, moment),
      dueAt: dueOf(call),
    };
  });
  return lines.toSorted((a, b) => rank[a.state] - rank[b.state] || a.unitId.localeCompare(b.unitId));
}

/** 14–17时, or 9:30–11:30 where it is no full hour. */
export function hoursText(from: string, to: string): string {
  const bare = (time: string) => time.replace(/^0/, '');
  if (from.endsWith(':00') && to.endsWith(':00')) return `${bare(from).slice(0, -3)}–${bare(to).slice(0, -3)}时`;
  return `${bare(from)}–${bare(to)}`;
}

const spokenMinutes = (minutes: number): string =>
  minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;

/** How things stand with one unit, in a few words. */
export function stateWords(line: TodayLine, now: Date): string {
  const { state, mark, from, to, dueAt, callMinutes } = line;
  if (state === 'present') return line.lateBy === null ? '在' : `在（晚到 ${spokenMinutes(line.lateBy)}）`;
  if (state === 'missing') return `${from} 应到，没到`;
  if (state === 'late') return `晚到，${mark?.expectedTime ?? from} 来`;
  if (state === 'absent') return mark?.note ? `不来：${mark.note}` : '不来';
  if (state === 'left') return mark?.leftAt ? `${formatClock(mark.leftAt)} 走了` : '走了';
  if (state === 'waiting') return `${hoursText(from, to)}来`;
  if (state === 'over') return '今天的时间过了';
  if (state === 'off') return line.changed ?? '今天不来';
  if (state === 'called') return '叫了，还没应';
  if (state === 'coming') return dueAt ? comingWords(dueAt, now) : '在路上';
  return callMinutes ? `随叫，${callMinutes}分到` : '随叫';
}

function comingWords(dueAt: Date, now: Date): string {
  const left = minutesBetween(now, dueAt);
  return left >= 0 ? `在路上，${left}分后到` : `在路上，比说的晚了 ${-left} 分`;
}
