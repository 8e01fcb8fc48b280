import { isWorkingDay } from '../calendar/calendar.ts';
import { recordAsSystem } from '../matters/record.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import { type Day, dayOf, formatDay, isDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { recordPageNotices } from './attendance.sql.ts';
import { type AttendanceEngine, isLeader, type Place, placeOf, rulesOf } from './attendanceEngine.ts';
import { findMonth, listSlots, recordDraft, recordPublished, recordSlot } from './roster.sql.ts';
import {
  checkPeople,
  type DraftInput,
  daysOfMonth,
  drawRoster,
  gapsOf,
  refuseRedrawing,
  type SlotInput,
} from './roster.ts';

export const ROSTER_PAGE = '/duty';

export const mayDraw = (actor: Actor, centerId: string): boolean =>
  isLeader(actor, centerId) || (actor.centerId === centerId && actor.role === 'dispatcher');

function refuseUnlessDrawer(actor: Actor, centerId: string): void {
  if (!mayDraw(actor, centerId)) refuse('forbidden', 'notYourRole', '值班表由中心主任或者分流岗排。');
}

export const centerPosts = (engine: AttendanceEngine, centerId: string): ReadonlySet<string> =>
  new Set(
    engine
      .reference()
      .directory.postsOf(centerId)
      .map(({ postId }) => postId),
  );

/** Days on which nobody works by the calendar: weekends and holidays. */
export function offDays(engine: AttendanceEngine, { countyCode, centerId }: Place): (day: Day) => boolean {
  const calendar = engine.reference().calendarFor(countyCode, centerId);
  return (day) => !isWorkingDay(calendar, day);
}

export async function draftRoster(engine: AttendanceEngine, actor: Actor, input: DraftInput) {
  const place = placeOf(engine, actor, input.centerId);
  refuseUnlessDrawer(actor, place.centerId);
  const ofCenter = centerPosts(engine, place.centerId);
  checkPeople(input.leaders, ofCenter, 'leaders');
  checkPeople(input.officers, ofCenter, 'officers');
  const now = engine.now();
  if (input.month < dayOf(now).slice(0, 7)) refuseField('month', '过去的月份不用排了。');
  return command(engine.db, actor, async (tx) => {
    refuseRedrawing((await findMonth(tx, place, input.month))?.state);
    const slots = drawRoster(input, rulesOf(engine, place.countyCode).shifts, offDays(engine, place));
    recordDraft(
      tx,
      place,
      input.month,
      slots.toSorted((a, b) => a.day.localeCompare(b.day)),
      actor.postId,
      now,
    );
    return { month: input.month, slots: slots.length };
  });
}

const words = (day: Day, shift: string, part: string) =>
  `${formatDay(day)}${shift}${part === 'leader' ? '带班' : '值班'}`;

export async function changeSlot(engine: AttendanceEngine, actor: Actor, input: SlotInput) {
  const place = placeOf(engine, actor, input.centerId);
  refuseUnlessDrawer(actor, place.centerId);
  checkPeople([input.postId], centerPosts(engine, place.centerId), 'postId');
  const shift = rulesOf(engine, place.countyCode).shifts.find(({ code }) => code === input.shift);
  if (!shift) refuseField('shift', '没有这个班次。');
  const now = engine.now();
  if (!isDay(input.day) || input.day < dayOf(now)) refuseField('day', '只能改今天和以后的班。');
  return command(engine.db, actor, async (tx) => {
    const [month, slots] = await Promise.all([
      findMonth(tx, place, input.day.slice(0, 7)),
      listSlots(tx, place, { from: input.day, to: input.day }),
    ]);
    if (!month) refuse('conflict', 'noRoster', '这个月还没有排，先排一张。');
    const before = slots.find((slot) => slot.shift === input.shift && slot.part === input.part);
    recordSlot(tx, place, { ...input, phone: input.phone ?? before?.phone ?? '' });
    const text = words(input.day, shift.name, input.part);
    recordAsSystem(tx);
    if (month.state === 'published' && before?.postId !== input.postId) {
      const gone = before
        ? [{ owner: `p:${before.postId}`, text: `${text}不用您值了，${actor.name}改的。`, page: ROSTER_PAGE }]
        : [];
      recordPageNotices(
        tx,
        place.countyCode,
        [...gone, { owner: `p:${input.postId}`, text: `${text}由您来，${actor.name}改的。`, page: ROSTER_PAGE }],
        now,
      );
    }
    return { day: input.day, shift: input.shift, part: input.part, postId: input.postId };
  });
}

/** Everybody on it hears which days are theirs. */
export async function publishRoster(
  engine: AttendanceEngine,
  actor: Actor,
  input: { centerId: string; month: string },
) {
  const place = placeOf(engine, actor, input.centerId);
  if (!isLeader(actor, place.centerId)) refuse('forbidden', 'notYourRole', '值班表由中心主任公布。');
  const days = daysOfMonth(input.month);
  const now = engine.now();
  const { shifts } = rulesOf(engine, place.countyCode);
  return command(engine.db, actor, async (tx) => {
    const month = await findMonth(tx, place, input.month);
    const slots = await listSlots(tx, place, { from: days[0] ?? '', to: days.at(-1) ?? '' });
    if (!month || slots.length === 0) refuse('conflict', 'noRoster', '这个月还没有排，先排一张。');
    if (month.state === 'published') refuse('conflict', 'published', '这个月的值班表已经公布了。');
    const gaps = gapsOf(input.month, slots, shifts, offDays(engine, place));
    if (gaps.length > 0) refuse('conflict', 'gaps', `还有 ${gaps.length} 处没排人：${gaps.slice(0, 3).join('、')}。`);
    recordPublished(tx, place, input.month, actor.postId, now);
    recordTrail(tx, { at: now, act: 'roster.published', actor, subject: `${place.centerId}/${input.month}` });
    recordAsSystem(tx);
    const byPost = Map.groupBy(slots, ({ postId }) => postId);
    const notices = [...byPost].map(([postId, own]) => {
      const dates = [...new Set(own.map(({ day }) => `${Number(day.slice(8))}日`))].join('、');
      return {
        owner: `p:${postId}`,
        text: `${Number(input.month.slice(5))}月值班表公布了，您的班：${dates}。`,
        page: ROSTER_PAGE,
      };
    });
    recordPageNotices(tx, place.countyCode, notices, now);
    return { month: input.month, people: byPost.size };
  });
}
