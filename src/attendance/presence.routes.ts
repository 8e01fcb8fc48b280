import { Type } from 'typebox';
import { isOpenDay } from '../calendar/officeHours.ts';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { type Day, dayOf, isDay } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { listChanges } from './attendance.sql.ts';
import { type AttendanceEngine, type Place, placeOf, refuseAdministrators } from './attendanceEngine.ts';
import { countersOf, planFor, readCenterDay, roomsOf } from './centerDay.sql.ts';
import { DayChangeInput } from './changeDay.ts';
import { MarkInput } from './mark.ts';
import { addChange, markUnit, withdrawChange } from './markUnit.sql.ts';
import { dayView, roomKind, weekDays, weekView } from './presenceView.ts';
import { readPublicToday } from './publicToday.sql.ts';
import type { PresenceDay, PresenceWeek } from './views.ts';

const tags = ['在驻 presence'];
const query = Type.Object(
  { center: Type.Optional(UnitId), day: Type.Optional(DayField) },
  { additionalProperties: false },
);

function placesOf(engine: AttendanceEngine, { centerId }: Place): Pick<PresenceDay, 'counters' | 'rooms'> {
  return {
    counters: countersOf(engine, centerId).map(({ number, name, zone }) => ({ number, name, zone })),
    rooms: roomsOf(engine, centerId).map(({ number, name, zone, kind }) => ({
      ...{ number, name, zone },
      kindLabel: roomKind(kind),
    })),
  };
}

function dayIn(asked: string | undefined, now: Date): Day {
  if (asked !== undefined && !isDay(asked)) refuseField('day', '没有这一天。');
  return asked ?? dayOf(now);
}

function readRoutes(app: Http, engine: AttendanceEngine): void {
  app.get('/api/presence', { schema: { tags, summary: '某天谁在中心', querystring: query } }, async (request) => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    const place = placeOf(engine, actor, request.query.center);
    const now = engine.now();
    const day = await reading(engine.db, { ...actor, viewers: ['system'] }, (queries) =>
      readCenterDay(engine, queries, place, dayIn(request.query.day, now)),
    );
    return dayView({ engine, actor, place, now }, day, placesOf(engine, place));
  });
  app.get(
    '/api/presence/week',
    { schema: { tags, summary: '一周的窗口安排', querystring: query } },
    async (request) => {
      const actor = await requireActor(request, engine);
      refuseAdministrators(actor);
      const place = placeOf(engine, actor, request.query.center);
      const calendar = engine.reference().calendarFor(place.countyCode, place.centerId);
      const days = weekDays(engine, place, dayIn(request.query.day, engine.now()), (day) => isOpenDay(calendar, day));
      const span = { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' };
      const changes = await reading(engine.db, actor, (queries) => listChanges(queries, place, span));
      const { counters } = placesOf(engine, place);
      const week: PresenceWeek = weekView(
        engine,
        place,
        days,
        (day, known) => planFor(engine, place, day, known),
        changes,
        counters,
      );
      return week;
    },
  );
}

/** Presence 在驻: who is here today, by counter, and the days on which it is otherwise. */
export function presenceRoutes(app: Http, engine: AttendanceEngine): void {
  readRoutes(app, engine);
  const params = Type.Object({ id: UnitId });
  const open = { tags, summary: '今天谁在（不登录，不带姓名）', params, security: [] };
  app.get('/api/public/centers/:id/today', { schema: open }, async (request, reply) => {
    reply.header('cache-control', 'public, max-age=30');
    return readPublicToday(engine, request.params.id);
  });
  app.post(
    '/api/presence/marks',
    { schema: { tags, summary: '记来了没有', body: MarkInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      refuseAdministrators(actor);
      return reply.code(201).send(await markUnit(engine, actor, request.body));
    },
  );
  const changing = { tags, summary: '换日子、改时间', body: DayChangeInput };
  app.post('/api/presence/changes', { schema: changing }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    return reply.code(201).send(await addChange(engine, actor, request.body));
  });
  const withdrawing = { tags, summary: '撤销换日子', params: Type.Object({ id: Id }) };
  app.post('/api/presence/changes/:id/withdrawals', { schema: withdrawing }, async (request) => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    return command(engine.db, actor, (tx) => withdrawChange(engine, tx, actor, request.params.id));
  });
}
