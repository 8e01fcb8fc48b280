import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { command, plainly, type Queries } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { noScope, openSession } from './login.sql.ts';
import { loginInput } from './login.ts';
import { defaultLoginPolicy } from './loginPolicy.ts';
import { meOf } from './me.ts';
import { listValidPosts } from './posts.sql.ts';
import {
  clearSessionCookie,
  deviceShown,
  keepDevice,
  requireActor,
  requireDoor,
  requireSession,
  setSessionCookie,
} from './requireActor.routes.ts';
import { type Session, sessionIdOf } from './session.ts';
import { findSession, findSessionOwner, listSessions, recordRevocation, recordSessionPost } from './sessions.sql.ts';
import { recordTrail } from './trail.sql.ts';
import { sessionView } from './views.ts';

const tags = ['登录 sessions'];
const switchInput = Type.Object({ postId: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
const sessionParams = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$' }) });
const listQuery = Type.Object(
  {
    /** Everybody's, for the security administrator; one's own without it. */
    all: Type.Optional(Type.Boolean()),
    after: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  { additionalProperties: false },
);

async function describeMe(queries: Queries, session: Session, deps: Deps) {
  const now = deps.now();
  return meOf(session, await listValidPosts(queries, session.userId, dayOf(now)), deps.config, now);
}

/** A log-in is greeted with what GET /api/me would answer. */
async function greet(deps: Deps, token: string, now: Date) {
  return plainly(deps.db, async (queries) => {
    const session = await findSession(queries, sessionIdOf(token), dayOf(now), defaultLoginPolicy(deps.config.mode));
    return session && describeMe(queries, session, deps);
  });
}

/** Who acts in the trail, also where a session has no post any more. */
function trailActor({ userId, post }: Session) {
  return { userId, postId: post?.postId ?? '', countyCode: post?.countyCode ?? '' };
}

async function switchPost(deps: Deps, session: Session, postId: string, address: string): Promise<void> {
  const now = deps.now();
  await command(deps.db, noScope, async (tx) => {
    const post = (await listValidPosts(tx, session.userId, dayOf(now))).find((one) => one.id === postId);
    if (post === undefined) return refuse('notFound', 'noSuchPost', '没有这个岗位，或者已经到期。');
    recordSessionPost(tx, session.id, postId);
    const actor = { userId: session.userId, postId, countyCode: post.county_code };
    recordTrail(tx, { at: now, act: 'post.switched', actor, subject: postId, address });
  });
}

async function endSession(deps: Deps, session: Session, id: string, act: string, address: string): Promise<void> {
  const now = deps.now();
  await command(deps.db, noScope, async (tx) => {
    recordRevocation(tx, id, session.userId, now);
    recordTrail(tx, { at: now, act, actor: trailActor(session), subject: id.slice(0, 12), address });
  });
}

function registerCurrent(app: Http, deps: Deps): void {
  const loginSchema = { tags, summary: '登录', body: loginInput, security: [] };
  // Tries are counted in the database; this slows a script that costs a password's worth of work each time.
  const config = { rateLimit: { max: 120, timeWindow: 60_000 } };
  app.post('/api/sessions', { schema: loginSchema, config }, async (request, reply) => {
    const agent = request.headers['user-agent'] ?? '';
    const caller = { now: deps.now(), address: request.ip, agent, device: deviceShown(request, deps) };
    const { token, expiresAt, device } = await openSession(deps, request.body, caller);
    setSessionCookie(reply, deps, token, expiresAt);
    keepDevice(reply, deps, device);
    const me = await greet(deps, token, caller.now);
    return reply.code(201).send(me);
  });
  app.delete('/api/sessions/current', { schema: { tags, summary: '退出' } }, async (request, reply) => {
    const session = await requireSession(request, deps);
    await endSession(deps, session, session.id, 'session.closed', request.ip);
    clearSessionCookie(reply, deps);
    return reply.code(204).send();
  });
  app.get('/api/me', { schema: { tags, summary: '我是谁，有哪些岗位' } }, async (request) => {
    const session = await requireSession(request, deps);
    return plainly(deps.db, (queries) => describeMe(queries, session, deps));
  });
  const switchSchema = { tags, summary: '换岗位', body: switchInput };
  app.put('/api/sessions/current/post', { schema: switchSchema }, async (request) => {
    await switchPost(deps, await requireSession(request, deps), request.body.postId, request.ip);
    const session = await requireSession(request, deps);
    return plainly(deps.db, (queries) => describeMe(queries, session, deps));
  });
}

/** One's own log-ins, or those of the own counties for the security administrator. */
async function refuseUnlessMine(deps: Deps, request: FastifyRequest, session: Session, id: string): Promise<void> {
  const owner = await plainly(deps.db, (queries) => findSessionOwner(queries, id));
  if (owner?.user_id === session.userId) return;
  const actor = await requireActor(request, deps);
  requireDoor(actor, 'logIns');
  if (!owner || !actor.counties.includes(owner.county_code ?? actor.countyCode))
    refuse('notFound', 'noSuchSession', '没有这个登录，或者已经退出。');
}

function registerList(app: Http, deps: Deps): void {
  app.get('/api/sessions', { schema: { tags, summary: '正在用的登录', querystring: listQuery } }, async (request) => {
    const session = await requireSession(request, deps);
    const { all = false, after, limit } = request.query;
    const actor = all ? await requireActor(request, deps) : undefined;
    if (actor) requireDoor(actor, 'logIns');
    const whose = actor ? { counties: actor.counties } : { userId: session.userId };
    const { rows, next } = await plainly(deps.db, (q) => listSessions(q, { ...whose, after, limit }, deps.now()));
    return { items: rows.map((row) => sessionView(row, session.id)), next };
  });
  const schema = { tags, summary: '收回登录', params: sessionParams };
  app.post('/api/sessions/:id/revocations', { schema }, async (request, reply) => {
    const session = await requireSession(request, deps);
    await refuseUnlessMine(deps, request, session, request.params.id);
    await endSession(deps, session, request.params.id, 'session.revoked', request.ip);
    return reply.code(201).send({ revoked: request.params.id });
  });
}

/** Log-ins: open, look at, switch post, close, revoke. */
export function sessionRoutes(app: Http, deps: Deps): void {
  registerCurrent(app, deps);
  registerList(app, deps);
}
