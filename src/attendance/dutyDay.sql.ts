import { isWorkingDay } from '../calendar/calendar.ts';
import { recordAsSystem } from '../matters/record.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, type Tx } from '../platform/db.ts';
import type { Day } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { type AttendanceEngine, isLeader, keysOf, type Place, placeOf, rulesOf } from './attendanceEngine.ts';
import { listDayHashes, readDayFacts } from './dayFacts.sql.ts';
import { findMonth, listSlots } from './roster.sql.ts';
import type { DayFacts } from './rosterViews.ts';
import {
  listEntries,
  listHandovers,
  listOpenEntries,
  lockEntry,
  recordEntry,
  recordGiven,
  recordSettled,
  recordTaken,
} from './shiftLog.sql.ts';
import { chainOf, type EntryInput, type GiveInput, giveShift, takeShift, writeEntry } from './shiftLog.ts';

const house = (countyCode: string) => ({ counties: [countyCode], viewers: ['system'] });

export async function readFacts(engine: AttendanceEngine, place: Place, day: Day, until?: Date) {
  return reading(engine.db, house(place.countyCode), async (queries) => {
    const [facts, hashes] = await Promise.all([
      readDayFacts(queries, place, day),
      listDayHashes(queries, place.countyCode, day, until),
    ]);
    return { facts, chain: { head: chainOf(hashes), count: hashes.length } };
  });
}

/** A day of the log with everything that stands in it. */
export async function readDutyDay(engine: AttendanceEngine, actor: Actor, place: Place, day: Day) {
  const { shifts } = rulesOf(engine, place.countyCode);
  const off = !isWorkingDay(engine.reference().calendarFor(place.countyCode, place.centerId), day);
  const [rows, live] = await Promise.all([
    reading(engine.db, actor, (queries) =>
      Promise.all([
        findMonth(queries, place, day.slice(0, 7)),
        listSlots(queries, place, { from: day, to: day }),
        listEntries(queries, place, day),
        listOpenEntries(queries, place, day),
        listHandovers(queries, place, day),
      ]),
    ),
    readFacts(engine, place, day),
  ]);
  const [month, slots, entries, openBefore, handovers] = rows;
  const heads = new Map<string, string>();
  for (const each of handovers) heads.set(each.shift, (await readFacts(engine, place, day, each.given_at)).chain.head);
  return {
    shifts: shifts.filter(({ daysOff }) => !off || daysOff),
    slots: month?.state === 'published' ? slots : [],
    ...{ entries, openBefore, handovers, heads, live },
  };
}

async function writingOf(engine: AttendanceEngine, tx: Tx, actor: Actor, place: Place, day: Day, shift: string) {
  const [month, slots, handovers] = await Promise.all([
    findMonth(tx, place, day.slice(0, 7)),
    listSlots(tx, place, { from: day, to: day }),
    listHandovers(tx, place, day),
  ]);
  const own = month?.state === 'published' ? slots.filter((slot) => slot.shift === shift) : [];
  const known = rulesOf(engine, place.countyCode).shifts.find(({ code }) => code === shift);
  if (!known) refuseField('shift', '没有这个班次。');
  const handover = handovers.find((each) => each.shift === shift);
  const writing = { slots: own, leader: isLeader(actor, place.centerId), given: handover !== undefined };
  return { shift: known, writing, handover };
}

const keys = (engine: AttendanceEngine, { centerId }: Place, ...postIds: string[]): string[] => {
  const { network, directory } = engine.reference();
  return keysOf(centerId, network, ...directory.postsOf(centerId).map(({ postId }) => postId), ...postIds);
};

export async function addEntry(engine: AttendanceEngine, actor: Actor, input: EntryInput) {
  const place = placeOf(engine, actor, input.centerId);
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const { shift, writing } = await writingOf(engine, tx, actor, place, input.day, input.shift);
    const at = writeEntry(actor, input, shift, writing, now);
    const entry = { at, postId: actor.postId, seenBy: keys(engine, place, actor.postId) };
    return { id: recordEntry(tx, place, input, entry, now) };
  });
}

export async function settleEntry(engine: AttendanceEngine, actor: Actor, id: string, words: string) {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const row = await lockEntry(tx, actor.counties, id);
    if (!row) refuse('notFound', 'noSuchEntry', '没有这一条，或者这个岗位看不到。');
    if (row.settled_at !== null || !row.open) refuse('conflict', 'settled', '这一条已经办了。');
    if (actor.unitId !== row.center_id) refuse('forbidden', 'notYourCenter', '由本中心值班的人来写。');
    recordSettled(tx, row.county_code, id, actor.postId, words.trim(), now);
    return { id };
  });
}

/** 交班: the figures of the day and the head of its chain are kept as they are now. */
export async function handOver(engine: AttendanceEngine, actor: Actor, input: GiveInput) {
  const place = placeOf(engine, actor, input.centerId);
  const now = engine.now();
  const { facts, chain } = await readFacts(engine, place, input.day, now);
  return command(engine.db, actor, async (tx) => {
    const { shift, writing } = await writingOf(engine, tx, actor, place, input.day, input.shift);
    giveShift(actor, input.day, shift, writing, now);
    const given = { day: input.day, shift: input.shift, words: input.words.trim(), by: actor.postId };
    const kept: DayFacts & { chainCount: number } = { ...facts, chainCount: chain.count };
    const seenBy = keys(engine, place, actor.postId);
    recordGiven(tx, place, { ...given, facts: kept, chainHead: chain.head, seenBy }, now);
    const subject = `${place.centerId}/${input.day}/${input.shift}`;
    recordTrail(tx, { at: now, act: 'shift.handedOver', actor, subject, detail: { chainHead: chain.head } });
    return { chainHead: chain.head };
  });
}

export async function takeOver(
  engine: AttendanceEngine,
  actor: Actor,
  input: { centerId: string; day: Day; shift: string },
) {
  const place = placeOf(engine, actor, input.centerId);
  if (actor.unitId !== place.centerId) refuse('forbidden', 'notYourCenter', '由本中心接班的人签字。');
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const { handover } = await writingOf(engine, tx, actor, place, input.day, input.shift);
    const giver = handover ? engine.reference().directory.post(handover.given_by_post_id) : undefined;
    takeShift(actor, handover ? { givenByUserId: giver?.userId ?? null, taken: handover.taken_at !== null } : null);
    recordTaken(tx, place, input.day, input.shift, actor.postId, now);
    recordAsSystem(tx);
    const subject = `${place.centerId}/${input.day}/${input.shift}`;
    recordTrail(tx, { at: now, act: 'shift.taken', actor, subject });
    return { takenAt: now.toISOString() };
  });
}
