import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { overTls } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { actorOf } from './actor.ts';
import { refuseBeyondTable, tableEnded } from './atTable.ts';
import { type Door, doors, mayEnter } from './doors.ts';
import { noteStanding, recallSession, rememberSession, stoodLately } from './knownSessions.ts';
import { defaultLoginPolicy } from './loginPolicy.ts';
import { roleLabel } from './roles.ts';
import { isTouchDue, refusalOf, type Session, sessionIdOf, standingOf } from './session.ts';
import { findSession, touchSession } from './sessions.sql.ts';

function cookieOf(deps: Pick<Deps, 'config'>) {
  const secure = overTls(deps) || deps.config.mode === 'production';
  // The prefix makes browsers refuse a cookie that a neighboring host name tries to plant.
  // Cookies know hosts, not ports: a log-in to practice must not end the real one beside it.
  const name = deps.config.practice ? 'practice-session' : 'session';
  return { name: secure ? `__Host-${name}` : name, secure };
}

/** What the open description calls it. */
export const sessionCookieName = (deps: Pick<Deps, 'config'>): string => cookieOf(deps).name;

export function setSessionCookie(reply: FastifyReply, deps: Deps, token: string, expires: Date): void {
  const { name, secure } = cookieOf(deps);
  // A span, not a date: the clock of an office machine may be wrong by days.
  const maxAge = Math.floor((expires.getTime() - deps.now().getTime()) / 1000);
  reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });
}

const YEAR_SECONDS = 31_536_000;
const deviceCookie = (deps: Pick<Deps, 'config'>) => {
  const { name, secure } = cookieOf(deps);
  return { name: name.replace('session', 'known-device'), secure };
};

/** What the browser shows of log-ins before: it opens nothing, but strangers' tries do not make it wait. */
export const deviceShown = (request: FastifyRequest, deps: Deps): string | undefined =>
  request.cookies[deviceCookie(deps).name];

export function keepDevice(reply: FastifyReply, deps: Deps, token: string): void {
  const { name, secure } = deviceCookie(deps);
  reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: YEAR_SECONDS });
}

export function clearSessionCookie(reply: FastifyReply, deps: Deps): void {
  const { name, secure } = cookieOf(deps);
  reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

/** Whom a limit counts: a log-in that stood when it was last asked; made-up cookies count together by their address. */
export function countedAs(request: FastifyRequest, deps: Pick<Deps, 'config' | 'db'>): string {
  const token = request.cookies[cookieOf(deps).name];
  const id = token === undefined ? '' : sessionIdOf(token);
  return stoodLately(deps.db, id) ? id : request.ip;
}

/** One query, or none within a second. */
async function findStanding(request: FastifyRequest, deps: Deps): Promise<Session> {
  const now = deps.now();
  const token = request.cookies[cookieOf(deps).name];
  if (token === undefined) throw refusalOf('ended');
  const [id, day] = [sessionIdOf(token), dayOf(now)];
  const recalled = recallSession(deps.db, id, day);
  if (recalled && standingOf(recalled, now) !== 'ended' && !isTouchDue(recalled, now)) return recalled;
  return plainly(deps.db, async (queries) => {
    const peopleSeen = deps.db.people.written;
    const session = await findSession(queries, id, day, defaultLoginPolicy(deps.config.mode));
    const stands = session !== undefined && standingOf(session, now) !== 'ended';
    noteStanding(deps.db, id, stands);
    if (!stands) throw session?.tableCode ? tableEnded() : refusalOf('ended');
    if (isTouchDue(session, now)) await touchSession(queries, id, now);
    else rememberSession(deps.db, session, day, peopleSeen);
    return session;
  });
}

/** A log-in that stands, even one that may only set its password or second factor right; a table's only at its table. */
export async function requireSession(request: FastifyRequest, deps: Deps): Promise<Session> {
  const session = await findStanding(request, deps);
  refuseBeyondTable(session, request);
  return session;
}

/** For tries at a secret of one's own: colleagues behind one address do not use up each other's, from the first try on. */
export function perSession(deps: Deps, max: number) {
  const keyGenerator = async (request: FastifyRequest) =>
    (await requireSession(request, deps).catch(() => undefined))?.id ?? request.ip;
  return { rateLimit: { max, timeWindow: 60_000, keyGenerator } };
}

/** Who acts. Every handler of staff begins with this line. */
export async function requireActor(request: FastifyRequest, deps: Deps): Promise<Actor> {
  const session = await requireSession(request, deps);
  const standing = standingOf(session, deps.now());
  if (standing !== 'open') throw refusalOf(standing);
  return actorOf(session);
}

/** Who looks on by this cookie. Looking on is no act: it keeps no log-in alive. Nothing where the log-in no longer stands. */
export async function findOnlooker(
  request: FastifyRequest,
  deps: Deps,
): Promise<{ actor: Actor; sessionId: string } | undefined> {
  const now = deps.now();
  const token = request.cookies[cookieOf(deps).name];
  if (token === undefined) return undefined;
  const sessionId = sessionIdOf(token);
  const policy = defaultLoginPolicy(deps.config.mode);
  const session = await plainly(deps.db, (queries) => findSession(queries, sessionId, dayOf(now), policy));
  return session && session.tableCode === null && standingOf(session, now) === 'open'
    ? { actor: actorOf(session), sessionId }
    : undefined;
}

/** Refuses in a sentence that names who can. */
export function requireDoor(actor: Actor, door: Door): void {
  if (mayEnter(door, actor.role)) return;
  const who = doors[door].map((role) => roleLabel(role)).join('、');
  refuse('forbidden', 'notYourRole', `这件事由${who}做，现在的岗位是${roleLabel(actor.role)}。`);
}
