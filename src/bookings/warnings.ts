import { type DayChange, planOf } from '../attendance/plan.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { workingTimeBetween } from '../calendar/officeHours.ts';
import type { Book } from '../network/book.ts';
import { weekdaysText } from '../network/subjects/presence.ts';
import { addDays, type Day, dayOf, formatClock, formatDay } from '../platform/now.ts';
import type { Span } from './booking.ts';

/** Somebody who is asked to come, as the words call them. */
export type Asked = {
  readonly postId: string;
  readonly userId: string;
  readonly name: string;
  readonly unitId: string;
};
export type Away = { readonly userId: string; readonly from: Day; readonly to: Day };
export type WarningFacts = {
  readonly book: Book;
  readonly calendar: Calendar;
  readonly centerId: string;
  readonly changes: readonly DayChange[];
  readonly away: readonly Away[];
};

/** The days that a span touches: two across midnight. */
export function daysOf({ from, to }: Span): Day[] {
  const last = dayOf(new Date(to.getTime() - 1));
  const days: Day[] = [];
  for (let day = dayOf(from); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** On the day itself, the hours that the unit is there. */
function isThere({ from, to }: { from: string; to: string }, span: Span, day: Day): boolean {
  const begins = dayOf(span.from) === day ? formatClock(span.from) : '00:00';
  const ends = dayOf(span.to) === day ? formatClock(span.to) : '24:00';
  return from <= begins && ends <= to;
}

function rotates(person: Asked, day: Day, span: Span, facts: WarningFacts): string | null {
  const { book, calendar, centerId, changes } = facts;
  const form = [...book.presences.values()].find(
    (each) => each.active && each.centerId === centerId && each.unitId === person.unitId,
  );
  if (form?.mode !== 'rotating') return null;
  const plan = planOf({ book, calendar, centerId, day }, changes).find(({ unitId }) => unitId === person.unitId);
  const unit = book.units.get(person.unitId)?.short ?? '';
  if (plan?.how === 'here') {
    if (isThere(plan, span, day)) return null;
    return `${person.name}：${unit}${formatDay(day)}只在 ${plan.from}—${plan.to}。`;
  }
  return `${person.name}：${unit}${weekdaysText(form.weekdays)}轮驻，${formatDay(day)}不在。`;
}

function isAway({ userId, name }: Asked, day: Day, { away }: WarningFacts): string | null {
  const span = away.find((each) => each.userId === userId && each.from <= day && day <= each.to);
  return span ? `${name}${formatDay(day)}请假。` : null;
}

/** What does not refuse, and should be known before somebody is told to come. */
export function warningsOf(
  span: Span,
  people: readonly Asked[],
  roomIds: readonly string[],
  facts: WarningFacts,
): string[] {
  const { book, calendar, centerId } = facts;
  const elsewhere = roomIds.flatMap((id) => {
    const room = book.rooms.get(id);
    if (!room || room.centerId === centerId) return [];
    return [`${room.name}在${book.centers.get(room.centerId)?.short ?? '别的中心'}，不在本中心。`];
  });
  const within = workingTimeBetween(calendar, span.from, span.to) === span.to.getTime() - span.from.getTime();
  const absent = people.flatMap((person) =>
    daysOf(span).flatMap((day) =>
      [isAway(person, day, facts), rotates(person, day, span, facts)].filter((each) => each !== null),
    ),
  );
  return [...(within ? [] : ['这段时间有一部分不在上班时间里。']), ...elsewhere, ...absent];
}
