import type { Calendar } from '../calendar/calendar.ts';
import { formatDue } from '../platform/now.ts';
import { type Clock, dueOfClock } from './clock.ts';
import { explain } from './explain.ts';
import { daysLate } from './ladder.ts';
import type { NoticeFacts } from './notice.ts';
import type { ArithmeticStep } from './steps.ts';
import type { AboutDispute } from './supervise.ts';

/** A pause or an extension may name a party in its words; a notice goes to people who need not know them. */
function unnamed(step: ArithmeticStep): ArithmeticStep {
  if (step.type === 'pause' || step.type === 'halt') return { ...step, reason: '' };
  return step.type === 'extension' ? { ...step, reason: '', plan: '' } : step;
}

function lateWords(dueAt: Date, calendar: Calendar, now: Date): { days: number; words: string } {
  const days = Math.max(daysLate('naturalDay', dueAt, calendar, now), 0);
  if (now < dueAt) return { days: 0, words: '还没有到期' };
  return { days, words: days === 0 ? '已经逾期，不到1天' : `已经逾期${days}天` };
}

/** What the paper keeps of the day of issue: later calendars and steps do not change a paper that is out. */
export function factsOfNotice(
  about: Pick<AboutDispute, 'categoryCode' | 'regionCode'>,
  clock: Clock | null,
  calendar: Calendar,
  now: Date,
): NoticeFacts {
  const facts: NoticeFacts = { categoryCode: about.categoryCode, regionCode: about.regionCode };
  if (!clock?.dueAt) return facts;
  const { days, words } = lateWords(clock.dueAt, calendar, now);
  const { steps } = dueOfClock(clock, calendar);
  return {
    ...facts,
    clock: {
      label: clock.rule.label,
      dueAt: clock.dueAt.toISOString(),
      daysLate: days,
      sentence: `${clock.rule.label}时限${formatDue(clock.dueAt)}到期，${words}。`,
      arithmetic: explain(steps.map(unnamed)).map((line) => line.replaceAll('  ', ' ').trim()),
      basis: clock.rule.basis,
      basisStatus: clock.rule.status,
    },
  };
}
