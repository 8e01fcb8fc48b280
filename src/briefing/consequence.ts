import type { Calendar } from '../calendar/calendar.ts';
import { nextOpening } from '../calendar/officeHours.ts';
import { dayOf, daysBetween, dueDay } from '../platform/now.ts';
import { reachedAt } from '../supervision/firstNotice.ts';
import type { RungAct, SupervisionRules } from '../supervision/supervisionRules.ts';

/** The clock of ours on a matter that is over first. `climbs`: whether the ladder looks at clocks of its kind. */
export type FirstClock = { label: string; dueAt: Date; urgent: boolean; climbs: boolean };

export type NextRung = { at: string; what: RungAct; label: string; nth: number };

/** What happens when nothing is done; data, said by sayConsequence.ts. */
export type Consequence =
  | { kind: 'noClock' }
  | { kind: 'willBeLate'; clock: string; dueAt: string; today: boolean; next: NextRung | null }
  | { kind: 'isLate'; clock: string; days: number; notices: number; next: NextRung | null };

type Means = {
  rules: Pick<SupervisionRules, 'ladder' | 'workingTimeOnly'>;
  calendar: Calendar;
  now: Date;
  /** The number of the latest notice that stands. */
  notices: number;
};

/** The next rung that still lies ahead: what the house will do by itself, and when. */
function nextRung({ dueAt, urgent, climbs }: FirstClock, { rules, calendar, now, notices }: Means): NextRung | null {
  if (!climbs) return null;
  const ahead = rules.ladder
    .filter(({ what }) => (what === 'notice' ? notices === 0 : true))
    .map(({ what, label, ...rung }) => {
      const reached = reachedAt({ what, label, ...rung }, dueAt, calendar);
      const at = rules.workingTimeOnly && !urgent ? nextOpening(calendar, reached) : reached;
      return { at: at.toISOString(), what, label, nth: notices + 1 };
    })
    .filter(({ at }) => at > now.toISOString());
  return ahead.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null;
}

/** The worst that follows from the clocks and the county's ladder; nothing is guessed. */
export function consequenceOf(clock: FirstClock | null, means: Means): Consequence {
  if (clock === null) return { kind: 'noClock' };
  const { label, dueAt } = clock;
  const { now, notices } = means;
  const next = nextRung(clock, means);
  const due = dueDay(dueAt);
  if (dueAt > now)
    return { kind: 'willBeLate', clock: label, dueAt: dueAt.toISOString(), today: due === dayOf(now), next };
  return { kind: 'isLate', clock: label, days: Math.max(daysBetween(due, dayOf(now)), 0), notices, next };
}
