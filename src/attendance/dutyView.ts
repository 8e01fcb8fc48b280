import type { Actor } from '../platform/actor.ts';
import { dayOf } from '../platform/now.ts';
import { type AttendanceEngine, isLeader, type Place } from './attendanceEngine.ts';
import type { DutyShift } from './attendanceRules.ts';
import { type Part, type Slot, shiftAt, spanOf } from './roster.ts';
import type { DayFacts, DutyLogPage, ShiftEntry, ShiftHandover, ShiftView } from './rosterViews.ts';
import { mayWrite } from './shiftLog.ts';

type DbEntry = {
  id: string;
  day: string;
  shift: string;
  at: Date;
  body: string;
  post_id: string;
  open: boolean;
  settled_at: Date | null;
  settled_by_post_id: string | null;
  settled_words: string;
};
type DbHandover = {
  shift: string;
  chain_head: string;
  words: string;
  given_by_post_id: string;
  given_at: Date;
  taken_by_post_id: string | null;
  taken_at: Date | null;
};
export type DutyDay = {
  shifts: readonly DutyShift[];
  slots: readonly Slot[];
  entries: readonly DbEntry[];
  openBefore: readonly DbEntry[];
  handovers: readonly DbHandover[];
  heads: ReadonlyMap<string, string>;
  live: { facts: DayFacts; chain: { head: string; count: number } };
};
type Seen = { engine: AttendanceEngine; actor: Actor; place: Place; day: string; now: Date };

const personIn = (engine: AttendanceEngine) => (postId: string | null) =>
  postId === null ? null : (engine.reference().directory.post(postId)?.name ?? '');

function entryView(row: DbEntry, person: ReturnType<typeof personIn>): ShiftEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    body: row.body,
    who: person(row.post_id) ?? '',
    open: row.open,
    settledAt: row.settled_at?.toISOString() ?? null,
    settledBy: person(row.settled_by_post_id),
    settledWords: row.settled_words,
    day: row.day,
  };
}

function handoverView(row: DbHandover, head: string | undefined, seen: Seen): ShiftHandover {
  const person = personIn(seen.engine);
  return {
    givenBy: person(row.given_by_post_id) ?? '',
    givenAt: row.given_at.toISOString(),
    takenBy: person(row.taken_by_post_id),
    takenAt: row.taken_at?.toISOString() ?? null,
    words: row.words,
    chainHead: row.chain_head,
    chainMatches: head === undefined ? null : head === row.chain_head,
    mayTake:
      row.taken_at === null && seen.actor.unitId === seen.place.centerId && row.given_by_post_id !== seen.actor.postId,
  };
}

function shiftView(shift: DutyShift, data: DutyDay, seen: Seen): ShiftView {
  const { engine, actor, place, day, now } = seen;
  const person = personIn(engine);
  const slots = data.slots.filter((slot) => slot.shift === shift.code);
  const handover = data.handovers.find((each) => each.shift === shift.code);
  const running = shiftAt(data.shifts, dayOf(now), now);
  const begun = spanOf(day, shift).from <= now;
  const writes =
    begun && mayWrite(actor, { slots, leader: isLeader(actor, place.centerId), given: handover !== undefined });
  const { code, name, from, to } = shift;
  return {
    ...{ code, name, from, to },
    running: running?.day === day && running.shift.code === code,
    onDuty: slots
      .toSorted((a, b) => b.part.localeCompare(a.part))
      .map(({ part, postId, phone }: { part: Part; postId: string; phone: string }) => ({
        ...{ part, phone, mine: postId === actor.postId },
        name: person(postId) ?? '',
      })),
    entries: data.entries.filter((entry) => entry.shift === code).map((entry) => entryView(entry, person)),
    handover: handover ? handoverView(handover, data.heads.get(code), seen) : null,
    mayWrite: writes,
    mayGive: writes,
  };
}

/** The log of a day, as the next shift opens it: what is open first. */
export function dutyLogPage(data: DutyDay, seen: Seen): DutyLogPage {
  const { engine, place, day, now } = seen;
  const unit = engine.reference().network.unit(place.centerId);
  const person = personIn(engine);
  return {
    asOf: now.toISOString(),
    center: { id: place.centerId, short: unit?.short ?? '', name: unit?.name ?? '' },
    day,
    today: dayOf(now),
    facts: data.live.facts,
    chain: data.live.chain,
    shifts: data.shifts.map((shift) => shiftView(shift, data, seen)),
    openBefore: data.openBefore.map((entry) => entryView(entry, person)),
  };
}
