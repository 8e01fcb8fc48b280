import type { Calendar } from '../calendar/calendar.ts';
import { type Clock, dueOfClock } from '../deadlines/clock.ts';
import { explain } from '../deadlines/explain.ts';
import { clockState } from '../deadlines/state.ts';
import type { ArithmeticStep } from '../deadlines/steps.ts';
import { formatDue } from '../platform/now.ts';
import type { NoticeFacts } from './notice.ts';
import type { AboutDispute } from './supervise.ts';

/** A pause or an extension may name a party in its words; a notice goes to people who need not know them. */
function unnamed(step: ArithmeticStep): ArithmeticStep {
  if (step.type === 'pause' || step.type === 'halt') return { ...step, reason: '' };
  return step.type === 'extension' ? { ...step, reason: '', plan: '' } : step;
}

/** Counted as the screen counts: from the due day to today. */
function lateWords(clock: Clock, calendar: Calendar, now: Date): { days: number; words: string } {
  const { code, chip, remaining } = clockState(clock, calendar, now);
  if (code !== 'overdue') return { days: 0, words: '还没有到期' };
  return { days: Math.max(-(remaining?.days ?? 0), 0), words: `已经${chip}` };
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
  const { days, words } = lateWords(clock, calendar, now);
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
