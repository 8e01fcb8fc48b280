import { formatClock, formatDue } from '../platform/now.ts';
import type { Consequence, NextRung } from './consequence.ts';

const issues = ({ what }: NextRung): boolean => what === 'notice' || what === 'secondNotice';

function todayOr(due: Date, today: boolean): string {
  const said = formatDue(due);
  if (!today) return said;
  return said.endsWith('24时') ? '今天24时' : `今天${formatClock(due)}`;
}

/** A clock whose name quotes something is not quoted once more. */
const quoted = (clock: string): string => (clock.includes('「') ? clock : `「${clock}」`);

const nextText = (next: NextRung): string =>
  `${formatDue(new Date(next.at))}${issues(next) ? `发第${next.nth}次督办单` : next.label}`;

/** 「今天24时后「办结」算逾期，10月19日08:30发第1次督办单」: what follows when nobody does it. */
export function sayConsequence(consequence: Consequence): string {
  if (consequence.kind === 'noClock') return '没有时限在走，不会逾期，事情停在这一步';
  const next = consequence.next ? `，${nextText(consequence.next)}` : '';
  if (consequence.kind === 'willBeLate') {
    const { clock, dueAt, today } = consequence;
    return `${todayOr(new Date(dueAt), today)}后${quoted(clock)}算逾期${next}`;
  }
  const { clock, days, notices } = consequence;
  const since = days === 0 ? '今天起' : `${days}天`;
  return `${quoted(clock)}已逾期${since}${notices > 0 ? `，督办过${notices}次` : ''}${next}`;
}

/** The same for whoever reads English. */
export function sayConsequenceInEnglish(consequence: Consequence, dates: (text: string) => string): string {
  if (consequence.kind === 'noClock') return 'No clock runs: it will not be late, it stands at this step';
  const { next } = consequence;
  const then = next
    ? `; on ${dates(formatDue(new Date(next.at)))} ${issues(next) ? `supervision notice ${next.nth}` : next.label}`
    : '';
  if (consequence.kind === 'willBeLate')
    return `${consequence.clock} is late after ${dates(formatDue(new Date(consequence.dueAt)))}${then}`;
  const { clock, days, notices } = consequence;
  const noticed = notices > 0 ? `, noticed ${notices} times` : '';
  return `${clock} is late ${days === 0 ? 'since today' : `by ${days} days`}${noticed}${then}`;
}
