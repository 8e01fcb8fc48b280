import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { placeOf, refuseAdministrators } from '../attendance/attendanceEngine.ts';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import { mayEnter } from '../people/doors.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { type Day, dayOf, isDay, toIso } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import type { BookingEngine } from './bookingEngine.ts';
import { listOfRooms, listOfUser } from './bookings.sql.ts';
import { viewsOf } from './bookingViews.sql.ts';
import { peopleIn, roomsIn } from './resources.ts';
import type { PersonWeek, RoomWeek } from './views.ts';
import { weekOf } from './week.ts';

export const tags = ['订房约人 bookings'];
const day = Type.Optional(DayField);
const roomQuery = Type.Object({ center: Type.Optional(UnitId), day }, { additionalProperties: false });
const personQuery = Type.Object({ post: Id, day }, { additionalProperties: false });
const mineQuery = Type.Object({ day }, { additionalProperties: false });

/** Who works with matters; the three administrators have nobody to meet. */
export async function worker(request: FastifyRequest, engine: BookingEngine): Promise<Actor> {
  const actor = await requireActor(request, engine);
  refuseAdministrators(actor);
  return actor;
}

function dayIn(asked: string | undefined, now: Date): Day {
  if (asked !== undefined && !isDay(asked)) refuseField('day', '没有这一天。');
  return asked ?? dayOf(now);
}

async function personWeek(
  engine: BookingEngine,
  actor: Actor,
  person: { userId: string; name: string },
  asked: string | undefined,
): Promise<PersonWeek> {
  const now = engine.now();
  const { days, span } = weekOf(
    engine.reference().calendarFor(actor.countyCode, actor.centerId ?? undefined),
    dayIn(asked, now),
  );
  const rows = await reading(engine.db, actor, async (queries) =>
    viewsOf(engine, queries, actor, await listOfUser(queries, person.userId, span)),
  );
  return { asOf: toIso(now), today: dayOf(now), person: person.name, days, rows };
}

function roomWeek(app: Http, engine: BookingEngine): void {
  const schema = { tags, summary: '一周的房间', querystring: roomQuery };
  app.get('/api/bookings', { schema }, async (request): Promise<RoomWeek> => {
    const actor = await worker(request, engine);
    const place = placeOf(engine, actor, request.query.center);
    const now = engine.now();
    const { network, calendarFor } = engine.reference();
    const { days, span } = weekOf(calendarFor(place.countyCode, place.centerId), dayIn(request.query.day, now));
    const rows = await reading(engine.db, actor, async (queries) =>
      viewsOf(engine, queries, actor, await listOfRooms(queries, place.centerId, span)),
    );
    const rooms = roomsIn(engine.reference(), place.centerId, rows);
    const people = peopleIn(engine.reference(), place.centerId);
    return {
      ...{ asOf: toIso(now), today: dayOf(now), days, rooms, rows, people },
      center: { id: place.centerId, short: network.unit(place.centerId)?.short ?? '' },
      mayBook: mayEnter('booking', actor.role),
    };
  });
}

/** A week of a center's rooms, of a colleague, of oneself. */
export function weekRoutes(app: Http, engine: BookingEngine): void {
  roomWeek(app, engine);
  const others = { tags, summary: '一个人的一周', querystring: personQuery };
  app.get('/api/bookings/people', { schema: others }, async (request) => {
    const actor = await worker(request, engine);
    const { directory, network } = engine.reference();
    const post = directory.post(request.query.post);
    if (!post || !actor.counties.includes(network.unit(post.unitId)?.countyCode ?? ''))
      return refuse('notFound', 'noSuchPost', '没有这个人，或者不在这个岗位的区县里。');
    return personWeek(engine, actor, post, request.query.day);
  });
  const own = { tags, summary: '我的一周', querystring: mineQuery };
  app.get('/api/bookings/mine', { schema: own }, async (request) => {
    const actor = await worker(request, engine);
    return personWeek(engine, actor, actor, request.query.day);
  });
}
