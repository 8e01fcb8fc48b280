import { isOpenDay } from '../calendar/officeHours.ts';
import { recordAsSystem } from '../matters/record.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Tx } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import {
  listChanges,
  listMarks,
  lockChange,
  type PageNotice,
  recordChange,
  recordChangeWithdrawn,
  recordMark,
  recordPageNotices,
} from './attendance.sql.ts';
import { type AttendanceEngine, calledShort, isDesk, type Place, placeOf } from './attendanceEngine.ts';
import { countersOf, planFor } from './centerDay.sql.ts';
import { changeDay, changeSentence, type DayChangeInput } from './changeDay.ts';
import { type MarkInput, mark } from './mark.ts';

const numbersOf = (engine: AttendanceEngine, { centerId }: Place) =>
  countersOf(engine, centerId).map(({ number }) => number);

/** Who writes something down of a unit tells the other side: the desk tells the unit, the unit tells the desk. */
function otherSide(engine: AttendanceEngine, actor: Actor, place: Place, unitId: string, text: string): PageNotice[] {
  const owners = isDesk(actor, place.centerId)
    ? engine
        .reference()
        .directory.postsOf(unitId)
        .map(({ postId }) => `p:${postId}`)
    : [`c:${place.centerId}#receptionist`, `c:${place.centerId}#dispatcher`];
  return owners.map((owner) => ({ owner, text, page: '/presence' }));
}

export async function markUnit(engine: AttendanceEngine, actor: Actor, input: MarkInput) {
  const place = placeOf(engine, actor, input.centerId);
  const now = engine.now();
  const day = dayOf(now);
  return command(engine.db, actor, async (tx) => {
    const [changes, marks] = await Promise.all([
      listChanges(tx, place, { from: day, to: day }),
      listMarks(tx, place, day),
    ]);
    const plan = planFor(engine, place, day, changes).find(({ unitId }) => unitId === input.unitId);
    const { directory, network } = engine.reference();
    const facts = {
      plan,
      before: marks.find(({ unitId }) => unitId === input.unitId) ?? null,
      counters: numbersOf(engine, place),
      postIds: directory.postsOf(input.unitId).map(({ postId }) => postId),
    };
    const marked = mark(actor, place, input, facts, now);
    recordMark(tx, place, day, marked, actor.postId, now);
    const words = { present: '来了', late: `晚到，${marked.expectedTime} 来`, absent: '今天不来', left: '走了' };
    const sentence = `${calledShort(input.unitId, network)}${words[marked.state]}。`;
    if (!isDesk(actor, place.centerId) && (marked.state === 'late' || marked.state === 'absent')) {
      recordAsSystem(tx);
      recordPageNotices(tx, place.countyCode, otherSide(engine, actor, place, input.unitId, sentence), now);
    }
    return { unitId: input.unitId, state: marked.state, sentence };
  });
}

export async function addChange(engine: AttendanceEngine, actor: Actor, input: DayChangeInput) {
  const place = placeOf(engine, actor, input.centerId);
  const { book, calendarFor, network } = engine.reference();
  const calendar = calendarFor(place.countyCode, place.centerId);
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const changes = await listChanges(tx, place, { from: input.day, to: input.day });
    const change = changeDay(actor, place, input, {
      today: dayOf(now),
      known: book.presences.get(`${place.centerId}:${input.unitId}`)?.active === true,
      plan: planFor(engine, place, input.day, changes).find(({ unitId }) => unitId === input.unitId),
      counters: numbersOf(engine, place),
      isOpen: (day) => isOpenDay(calendar, day),
    });
    const id = recordChange(tx, place, change, actor.postId, now);
    const sentence = changeSentence(change, calledShort(input.unitId, network));
    const detail = { centerId: place.centerId, unitId: input.unitId, kind: change.kind, day: change.day };
    recordTrail(tx, { at: now, act: 'presence.changed', actor, subject: id, detail });
    recordAsSystem(tx);
    recordPageNotices(tx, place.countyCode, otherSide(engine, actor, place, input.unitId, sentence), now);
    return { id, sentence };
  });
}

export async function withdrawChange(engine: AttendanceEngine, tx: Tx, actor: Actor, id: string) {
  const row = await lockChange(tx, actor.countyCode, id);
  if (!row || row.withdrawn_at !== null) refuse('notFound', 'noSuchChange', '没有这条换日子，或者已经撤销了。');
  const place = { centerId: row.center_id, countyCode: row.county_code };
  if (!isDesk(actor, row.center_id) && actor.unitId !== row.unit_id)
    refuse('forbidden', 'notYourUnit', '由中心的接待岗、分流岗撤销，或者由单位自己撤销。');
  const now = engine.now();
  recordChangeWithdrawn(tx, row.county_code, id, actor.postId, now);
  const sentence = `${calledShort(row.unit_id, engine.reference().network)}的换日子撤销了，照原来的来。`;
  recordTrail(tx, { at: now, act: 'presence.changeWithdrawn', actor, subject: id });
  recordAsSystem(tx);
  recordPageNotices(tx, row.county_code, otherSide(engine, actor, place, row.unit_id, sentence), now);
  return { id, sentence };
}
