import { Type } from 'typebox';
import type { Brake } from '../attempts/brake.ts';
import { guess } from '../attempts/guess.sql.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command, plainly, reading } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { dayOf, toIso } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { BookingEngine } from './bookingEngine.ts';
import { feedHash, feedText, newFeedToken } from './feed.ts';
import { type Feed, findFeed, findOwnFeed, listEvents, recordAsked, recordFeed, recordFeedEnd } from './feeds.sql.ts';
import type { FeedView } from './views.ts';
import { tags } from './weeks.routes.ts';

const params = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', title: '日历地址里的一串字' }) });
/** Programs ask by themselves and again; nobody types such an address thirty times. */
const wrongAddresses: Brake = { most: 30, withinMinutes: 15, lockMinutes: 15 };
const rate = { rateLimit: { max: 60, timeWindow: 60_000 } };
const noFeed = () =>
  new Refusal('notFound', 'noSuchFeed', '这个日历地址没有用，或者已经停了。到「我的一周」再取一个。');

/** Whose address it is. Unknown ones are counted by where they come from; an old one that a program still asks for is no guess. */
async function feedAt(engine: BookingEngine, token: string, address: string): Promise<Feed> {
  const found: Feed[] = [];
  const [now, hash] = [engine.now(), feedHash(token)];
  await guess({
    ...{ db: engine.db, scope: openScope, now, key: `feeds-from/${address}`, brake: wrongAddresses, clears: false },
    async check(tx) {
      const feed = await findFeed(tx, hash, dayOf(now));
      if (!feed) return noFeed();
      if (feed.endedAt !== null) throw noFeed();
      recordAsked(tx, hash, now);
      found.push(feed);
      return null;
    },
    recordWrong: (tx) => recordTrail(tx, { at: now, act: 'booking.feedRefused', address }),
  });
  return found[0] as Feed;
}

function calendarRoute(app: Http, engine: BookingEngine): void {
  const schema = { tags, summary: '一个人的安排，给别的日历程序看（iCalendar）', params, security: [] };
  app.get('/api/feeds/:token/bookings.ics', { schema, config: rate }, async (request, reply) => {
    const { userId } = await feedAt(engine, request.params.token, request.ip);
    const house = { counties: engine.reference().counties, viewers: ['system'] };
    const events = await reading(engine.db, house, (queries) => listEvents(engine, queries, userId));
    reply.header('cache-control', 'private, no-store');
    return reply.type('text/calendar; charset=utf-8').send(feedText(events));
  });
}

/** The own time in another program's calendar: an address that its owner makes, makes anew and ends. */
export function feedRoutes(app: Http, engine: BookingEngine): void {
  calendarRoute(app, engine);
  app.get('/api/bookings/feed', { schema: { tags, summary: '我的日历地址' } }, async (request): Promise<FeedView> => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'matters');
    const own = await plainly(engine.db, (queries) => findOwnFeed(queries, actor.userId));
    return { since: own ? toIso(own.madeAt) : null, askedAt: own?.askedAt ? toIso(own.askedAt) : null };
  });
  app.post('/api/bookings/feed', { schema: { tags, summary: '取一个日历地址' } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'matters');
    const [now, token] = [engine.now(), newFeedToken()];
    await command(engine.db, actor, async (tx) => {
      recordFeedEnd(tx, actor.userId, now);
      recordFeed(tx, actor, feedHash(token), now);
      recordTrail(tx, { at: now, act: 'booking.feedMade', actor });
    });
    return reply.code(201).send({ link: `${engine.config.publicUrl}/api/feeds/${token}/bookings.ics` });
  });
  app.post('/api/bookings/feed/endings', { schema: { tags, summary: '停掉日历地址' } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'matters');
    const now = engine.now();
    await command(engine.db, actor, async (tx) => {
      recordFeedEnd(tx, actor.userId, now);
      recordTrail(tx, { at: now, act: 'booking.feedEnded', actor });
    });
    return reply.code(204).send();
  });
}
