import { dayKind } from '../calendar/calendar.ts';
import { headsUnit } from '../people/doors.ts';
import { roleLabel } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import { dayOf, weekdayName } from '../platform/now.ts';
import { type AttendanceEngine, isLeader, type Place, rulesOf } from './attendanceEngine.ts';
import { mayDraw, offDays } from './keepRoster.sql.ts';
import { findMonth, listOpenSwaps, listSlots } from './roster.sql.ts';
import { daysOfMonth, type Slot } from './roster.ts';
import type { RosterPage, SwapRow } from './rosterViews.ts';
import { sentenceOf } from './swaps.sql.ts';

type Seen = { engine: AttendanceEngine; actor: Actor; place: Place; draws: boolean };
const person = ({ engine }: Seen, postId: string | null | undefined): string | null =>
  postId ? (engine.reference().directory.post(postId)?.name ?? null) : null;

function loadsOf(seen: Seen, slots: readonly Slot[], isOff: (day: string) => boolean): RosterPage['loads'] {
  const officers = slots.filter(({ part }) => part === 'officer');
  return [...Map.groupBy(officers, ({ postId }) => postId)].map(([postId, own]) => ({
    postId,
    name: person(seen, postId) ?? '',
    shifts: own.length,
    off: own.filter(({ day }) => isOff(day)).length,
  }));
}

function daysOf(
  seen: Seen,
  month: string,
  slots: readonly Slot[],
  isOff: (day: string) => boolean,
): RosterPage['days'] {
  const { engine, actor, place } = seen;
  const calendar = engine.reference().calendarFor(place.countyCode, place.centerId);
  return daysOfMonth(month).map((day) => ({
    day,
    off: isOff(day),
    name: dayKind(calendar, day).name || weekdayName(day),
    slots: slots
      .filter((slot) => slot.day === day)
      .map(({ shift, part, postId, phone }) => ({
        ...{ shift, part, postId, phone, mine: postId === actor.postId },
        name: person(seen, postId) ?? '',
      })),
  }));
}

/** Only those who are asked, who ask, and who draw up the roster see what is being exchanged. */
function swapsOf({ engine, actor, place, draws }: Seen, swaps: Awaited<ReturnType<typeof listOpenSwaps>>): SwapRow[] {
  const concerned = swaps.filter(
    (swap) => draws || swap.post_id === actor.postId || swap.other_post_id === actor.postId,
  );
  return concerned.map((swap) => ({
    id: swap.id,
    reason: swap.reason,
    askedOfMe: swap.other_post_id === actor.postId,
    mine: swap.post_id === actor.postId,
    sentence: sentenceOf(engine, place.countyCode, {
      ...{ day: swap.day, shift: swap.shift, part: swap.part, postId: swap.post_id },
      ...{ otherPostId: swap.other_post_id, otherDay: swap.other_day, otherShift: swap.other_shift },
    }),
  }));
}

function peopleOf({ engine, actor, place, draws }: Seen): RosterPage['people'] {
  if (!draws && actor.unitId !== place.centerId) return [];
  return engine
    .reference()
    .directory.postsOf(place.centerId)
    .map(({ postId, name, role }) => ({
      ...{ postId, name, roleLabel: roleLabel(role) },
      leads: headsUnit(role),
    }));
}

/** A month of duty. A draft is seen by those who draw it up. */
export async function readRosterPage(
  engine: AttendanceEngine,
  actor: Actor,
  place: Place,
  month: string,
): Promise<RosterPage> {
  const seen = { engine, actor, place, draws: mayDraw(actor, place.centerId) };
  const isOff = offDays(engine, place);
  const days = daysOfMonth(month);
  const [head, slots, swaps] = await reading(engine.db, actor, (queries) =>
    Promise.all([
      findMonth(queries, place, month),
      listSlots(queries, place, { from: days[0] ?? '', to: days.at(-1) ?? '' }),
      listOpenSwaps(queries, place),
    ]),
  );
  const shown = head?.state === 'published' || seen.draws ? slots : [];
  return {
    center: { id: place.centerId, short: engine.reference().network.unit(place.centerId)?.short ?? '' },
    month,
    today: dayOf(engine.now()),
    state: shown.length > 0 ? (head?.state ?? 'none') : 'none',
    drawnBy: person(seen, head?.drawn_by_post_id),
    publishedBy: person(seen, head?.published_by_post_id),
    shifts: [...rulesOf(engine, place.countyCode).shifts],
    days: daysOf(seen, month, shown, isOff),
    people: peopleOf(seen),
    swaps: swapsOf(seen, swaps),
    loads: loadsOf(seen, shown, isOff),
    mayDraw: seen.draws,
    mayPublish: isLeader(actor, place.centerId),
  };
}
