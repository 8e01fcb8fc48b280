import { type Calendar, type DayKind, dayKind } from '../calendar/calendar.ts';
import { addDays, type Day } from '../platform/now.ts';
import { daysIn, type Leg } from './legs.ts';
import { type Pause, pauseOn } from './pause.ts';

/** One calendar day and what it did to the count; `number` is the count of its leg after it. */
export type WalkedDay = { day: Day; leg: number; number: number; kind: DayKind } & (
  | { mark: 'counted' | 'swapped' | 'skipped' | 'roll' }
  | { mark: 'pause'; pause: Pause }
);

/** `from` is the day of the start, counted itself or not; `rolls`: the very last day must be a working day. */
export type Course = { legs: readonly Leg[]; from: Day; countsFrom: boolean; rolls: boolean; pauses: readonly Pause[] };

const works = ({ kind }: DayKind): boolean => kind === 'working' || kind === 'swappedWorkday';

/** The mark of a day on which the clock runs. */
function markOf(unit: Leg['unit'] | undefined, kind: DayKind): 'counted' | 'swapped' | 'skipped' {
  if (unit !== 'workingDay') return 'counted';
  if (!works(kind)) return 'skipped';
  return kind.kind === 'swappedWorkday' ? 'swapped' : 'counted';
}

/**
 * Every day from the first that can count to the last day of the last leg, or to the start of a pause that is still open.
 * A leg begins after the last counted day of the one before: only the end of the whole is moved off a holiday.
 */
export function walk({ legs, from, countsFrom, rolls, pauses }: Course, calendar: Calendar): WalkedDay[] {
  const walked: WalkedDay[] = [];
  const totalOf = (index: number, after: Day): number => {
    const next = legs[index];
    return next ? daysIn(next, after) : 0;
  };
  let leg = 0;
  let number = 0;
  let total = totalOf(leg, from);
  for (let day = countsFrom ? from : addDays(from, 1); ; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day);
    const pause = pauseOn(pauses, day);
    const mark = markOf(legs[leg]?.unit, kind);
    if (pause) {
      walked.push({ day, leg, number, kind, mark: 'pause', pause });
      if (pause.to === null) return walked;
    } else if (number === total) {
      walked.push({ day, leg, number, kind, mark: 'roll' });
      if (works(kind)) return walked;
    } else {
      if (mark !== 'skipped') number += 1;
      walked.push({ day, leg, number, kind, mark });
      if (number < total) continue;
      if (leg + 1 < legs.length) {
        leg += 1;
        number = 0;
        total = totalOf(leg, day);
      } else if (works(kind) || !rolls) return walked;
    }
  }
}

const isCounted = ({ mark }: WalkedDay): boolean => mark === 'counted' || mark === 'swapped';

/** The day a leg ended on by law; undefined while it has not. */
export const lastCountedOf = (walked: readonly WalkedDay[], leg = walked.at(-1)?.leg): WalkedDay | undefined =>
  walked.findLast((day) => day.leg === leg && isCounted(day));

/** The days whose kind the date hangs on: all of a leg of working days, and the end of it all when that may roll. */
export function daysRelyingOnCalendar({ legs, rolls }: Course, walked: readonly WalkedDay[]): Day[] {
  const ending = rolls ? lastCountedOf(walked) : undefined;
  return walked
    .filter((step) => legs[step.leg]?.unit === 'workingDay' || step.mark === 'roll' || step === ending)
    .map(({ day }) => day);
}
