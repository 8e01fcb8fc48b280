import { type Calendar, dayKind, isPublished, isWorkingDay } from '../calendar/calendar.ts';
import { type Day, weekday } from '../platform/now.ts';
import type { Book, Forms } from './book.ts';
import { levelOfCode, type StatedFact } from './network.ts';
import { STATED_LABELS } from './statedFacts.ts';
import { modeWords, type PresenceForm, weekdaysText } from './subjects/presence.ts';
import { roomWords } from './subjects/room.ts';
import { listed, subjects } from './subjects.ts';

/**
 * Who sits in the center that day: resident units on any day worked, rotating ones on their days of the week. A day worked
 * in exchange for a holiday keeps its own weekday, so who rotates is not expected on it unless the list says so.
 */
export function isHere(presence: Pick<PresenceForm, 'mode' | 'weekdays'>, day: Day, calendar: Calendar): boolean {
  if (!isWorkingDay(calendar, day)) return false;
  if (presence.mode === 'resident') return weekday(day) > 5 || presence.weekdays.includes(weekday(day));
  return presence.mode === 'rotating' && presence.weekdays.includes(weekday(day));
}

const inCenter = <F extends { centerId: string; active: boolean }>(forms: readonly F[], id: string): F[] =>
  forms.filter(({ centerId, active }) => centerId === id && active);

function presenceView(form: PresenceForm, book: Book, day: Day, calendar: Calendar) {
  const unit = book.units.get(form.unitId);
  return {
    ...form,
    unit: unit?.short ?? form.unitId,
    kind: unit?.kind ?? null,
    phone: unit?.phone ?? null,
    modeLabel: modeWords[form.mode],
    weekdaysLabel: weekdaysText(form.weekdays),
    hereToday: isHere(form, day, calendar),
  };
}

export function centerLine(id: string, center: Forms['centers']) {
  const { regionCode, name, short, address, phone, areaM2, assumed, active } = center;
  return { id, regionCode, level: levelOfCode(regionCode), name, short, address, phone, areaM2, assumed, active };
}

/** A center as its page shows it: what it has published, what stands in it, and who is there today. */
export function centerView(id: string, center: Forms['centers'], book: Book, day: Day, calendar: Calendar) {
  const facts = Object.entries(center.stated) as [StatedFact, number][];
  const rooms = inCenter(listed(subjects.rooms, book) as Forms['rooms'][], id);
  const presences = inCenter([...book.presences.values()], id);
  return {
    ...centerLine(id, center),
    zones: center.zones,
    note: center.note,
    stated: facts.map(([fact, value]) => ({ fact, value, label: STATED_LABELS[fact][0] })),
    counters: inCenter(listed(subjects.counters, book) as Forms['counters'][], id),
    rooms: rooms.map((room) => ({ ...room, kindLabel: roomWords[room.kind] })),
    presences: presences.map((form) => presenceView(form, book, day, calendar)),
    today: { day, ...dayKind(calendar, day), published: isPublished(calendar, day) },
  };
}
