import { dayKind, isWorkingDay } from '../calendar/calendar.ts';
import { modeWords } from '../network/subjects/presence.ts';
import { roomWords } from '../network/subjects/room.ts';
import type { Actor } from '../platform/actor.ts';
import { addDays, type Day, dayOf, weekday, weekdayName } from '../platform/now.ts';
import { type AttendanceEngine, calledShort, isDesk, type Place } from './attendanceEngine.ts';
import type { DayChange, Planned } from './plan.ts';
import { stripParts } from './strip.ts';
import { hoursText, stateWords, type TodayLine } from './today.ts';
import type { PresenceDay, PresenceLine, PresenceWeek, WeekCell } from './views.ts';

type Seen = { engine: AttendanceEngine; actor: Actor; place: Place; now: Date };

function lineView(line: TodayLine, { engine, actor, place, now }: Seen): PresenceLine {
  const { network, directory } = engine.reference();
  const unit = network.unit(line.unitId);
  return {
    unitId: line.unitId,
    unit: unit?.short ?? line.unitId,
    called: calledShort(line.unitId, network),
    mode: line.mode,
    modeLabel: modeWords[line.mode],
    from: line.from,
    to: line.to,
    counter: line.counter,
    state: line.state,
    words: stateWords(line, now),
    person: line.mark?.postId ? (directory.post(line.mark.postId)?.name ?? null) : null,
    changed: line.changed,
    changeId: line.changeId,
    callMinutes: line.callMinutes,
    note: line.mark?.note ?? '',
    phone: unit?.phone ?? null,
    mayMark: isDesk(actor, place.centerId) || actor.unitId === line.unitId,
  };
}

type Places = Pick<PresenceDay, 'counters' | 'rooms'>;

export function dayView(
  seen: Seen,
  day: { day: Day; open: boolean; lines: readonly TodayLine[] },
  places: Places,
): PresenceDay {
  const { engine, actor, place, now } = seen;
  const { network } = engine.reference();
  const due = day.lines.filter(({ how, state }) => how === 'here' && state !== 'absent');
  const count = (...states: string[]) => day.lines.filter(({ state }) => states.includes(state)).length;
  return {
    asOf: now.toISOString(),
    center: { id: place.centerId, short: network.unit(place.centerId)?.short ?? '' },
    day: day.day,
    today: dayOf(now),
    open: day.open,
    counts: { due: due.length, here: count('present'), missing: count('missing'), onCall: count('onCall') },
    strip: stripParts(day.lines, (unitId) => calledShort(unitId, network), now),
    lines: day.lines.map((line) => lineView(line, seen)),
    ...places,
    mayCall: isDesk(actor, place.centerId),
    mayChange: isDesk(actor, place.centerId) || day.lines.some(({ unitId }) => unitId === actor.unitId),
  };
}

export const roomKind = (kind: keyof typeof roomWords): string => roomWords[kind];

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** Monday to Friday, and a weekend day on which the center is open. */
export function weekDays(engine: AttendanceEngine, place: Place, within: Day, isOpen: (day: Day) => boolean) {
  const calendar = engine.reference().calendarFor(place.countyCode, place.centerId);
  const days = Array.from({ length: 7 }, (_, index) => addDays(mondayOf(within), index));
  return days
    .map((day) => ({ day, open: isOpen(day), name: dayKind(calendar, day).name || weekdayName(day) }))
    .filter(({ day, open }) => open || weekday(day) <= 5 || isWorkingDay(calendar, day));
}

const cellOf = (plan: Planned, engine: AttendanceEngine): WeekCell => ({
  unitId: plan.unitId,
  unit: calledShort(plan.unitId, engine.reference().network),
  counter: plan.counter,
  hours: hoursText(plan.from, plan.to),
  changed: plan.changed,
});

/** The counter plan: a row for each counter, one for whoever has none, a column for each day. */
export function weekView(
  engine: AttendanceEngine,
  place: Place,
  days: PresenceWeek['days'],
  planned: (day: Day, changes: readonly DayChange[]) => Planned[],
  changes: readonly DayChange[],
  counters: Places['counters'],
): PresenceWeek {
  const plans = days.map(({ day, open }) => (open ? planned(day, changes).filter(({ how }) => how === 'here') : []));
  const row = (counter: number | null, name: string) => ({
    counter,
    name,
    cells: plans.map((ofDay) => ofDay.filter((plan) => plan.counter === counter).map((plan) => cellOf(plan, engine))),
  });
  const rows = [...counters.map(({ number, name }) => row(number, name)), row(null, '')];
  return {
    center: { id: place.centerId, short: engine.reference().network.unit(place.centerId)?.short ?? '' },
    days,
    rows: rows.filter(({ counter, cells }) => counter !== null || cells.some((ofDay) => ofDay.length > 0)),
  };
}
