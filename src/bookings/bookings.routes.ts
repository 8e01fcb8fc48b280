import { Type } from 'typebox';
import { placeOf } from '../attendance/attendanceEngine.ts';
import { requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading } from '../platform/db.ts';
import { parseCode } from '../platform/disputeCode.ts';
import type { Http } from '../platform/http.ts';
import { idFor } from '../platform/ids.ts';
import { toIso } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { book, tryOut } from './book.sql.ts';
import { BookInput, MoveInput, ReleaseInput, spanOf, spanText, TryInput } from './booking.ts';
import type { BookingEngine } from './bookingEngine.ts';
import { findMatter } from './bookings.sql.ts';
import { move, release } from './changeBooking.sql.ts';
import { clashText } from './clash.ts';
import { feedRoutes } from './feeds.routes.ts';
import { checkRooms, peopleOf, refuseNothing } from './resources.ts';
import type { TryView } from './views.ts';
import { tags, weekRoutes, worker } from './weeks.routes.ts';

const groupParams = Type.Object({ group: Type.String({ format: 'uuid', title: '一起订的那一笔' }) });

async function matterOf(engine: BookingEngine, queries: Queries, actor: Actor, typed: string | undefined) {
  if (typed === undefined || typed.trim() === '') return null;
  const { network, counties } = engine.reference();
  const names = Object.fromEntries(counties.map((code) => [code, network.region(code)?.short ?? '']));
  const parsed = parseCode(typed, names, actor.countyCode);
  if (!parsed.ok) return refuseField('code', parsed.sentence);
  return (await findMatter(queries, parsed.code)) ?? refuseField('code', '没有这件事，或者您的岗位看不到它。');
}

function trials(app: Http, engine: BookingEngine): void {
  const schema = { tags, summary: '看看行不行', body: TryInput };
  app.post('/api/bookings/trials', { schema }, async (request): Promise<TryView> => {
    const actor = await worker(request, engine);
    requireDoor(actor, 'booking');
    const { centerId, roomIds, postIds, groupId } = request.body;
    const place = placeOf(engine, actor, centerId);
    refuseNothing({ roomIds, postIds });
    checkRooms(engine.reference(), roomIds, actor.counties);
    const span = spanOf(request.body, engine.now());
    const asking = {
      ...place,
      span,
      roomIds,
      people: peopleOf(engine.reference(), postIds, actor.counties),
      but: groupId,
    };
    const found = await reading(engine.db, actor, (queries) => tryOut(engine, queries, actor, asking));
    return {
      clashes: found.clashes.map(clashText),
      warnings: [...found.warnings],
      free: found.free.map((each) => ({ from: toIso(each.from), to: toIso(each.to), text: spanText(each) })),
    };
  });
}

/** Rooms and people by the hour: a week of each, booking, moving, giving up. */
export function bookingRoutes(app: Http, engine: BookingEngine): void {
  weekRoutes(app, engine);
  trials(app, engine);
  feedRoutes(app, engine);
  const booking = { tags, summary: '订房间、约人', body: BookInput };
  app.post('/api/bookings', { schema: booking }, async (request, reply) => {
    const actor = await worker(request, engine);
    requireDoor(actor, 'booking');
    const { roomIds, postIds, code, commandId, centerId } = request.body;
    const place = placeOf(engine, actor, centerId);
    const span = spanOf(request.body, engine.now());
    const times = [toIso(span.from), toIso(span.to)];
    const groupId = idFor(commandId, actor.postId, centerId, ...times, ...roomIds, ...postIds, code ?? '');
    const booked = await command(engine.db, actor, async (tx) => {
      const matter = await matterOf(engine, tx, actor, code);
      return book(tx, engine, actor, { ...place, groupId, span, roomIds, postIds, matter });
    });
    return reply.code(201).send(booked);
  });
  const moving = { tags, summary: '改时间、换房间或换人', params: groupParams, body: MoveInput };
  app.post('/api/bookings/:group/moves', { schema: moving }, async (request) => {
    const actor = await worker(request, engine);
    requireDoor(actor, 'booking');
    const { roomIds, postIds } = request.body;
    const to = { span: spanOf(request.body, engine.now()), ...(roomIds && { roomIds }), ...(postIds && { postIds }) };
    return command(engine.db, actor, (tx) => move(tx, engine, actor, request.params.group, to));
  });
  const releasing = { tags, summary: '取消订的', params: groupParams, body: ReleaseInput };
  app.post('/api/bookings/:group/releases', { schema: releasing }, async (request, reply) => {
    const actor = await worker(request, engine);
    const input = request.body as ReleaseInput;
    await command(engine.db, actor, (tx) => release(tx, engine, actor, request.params.group, input));
    return reply.code(204).send();
  });
}
