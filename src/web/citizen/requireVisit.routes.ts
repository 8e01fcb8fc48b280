import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../../disputes/engine.ts';
import { overTls } from '../../platform/http.ts';
import type { Opened } from '../../residents/access.ts';
import { extended, openSession, type PartySession, readSession, SESSION_COOKIE, sealSession } from './session.ts';
import { pinDue, readVisit } from './visit.sql.ts';
import type { Visit } from './visit.ts';

function keepCookie(reply: FastifyReply, engine: Engine, session: PartySession): PartySession {
  const value = sealSession(engine.secrets.cookieSecret, session);
  reply.setCookie(SESSION_COOKIE, value, { path: '/c', httpOnly: true, sameSite: 'strict', secure: overTls(engine) });
  return session;
}

export function startSession(reply: FastifyReply, engine: Engine, opened: Opened): PartySession {
  return keepCookie(reply, engine, openSession(opened, engine.now()));
}

export function endSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/c' });
}

export function sessionOf(request: FastifyRequest, engine: Engine): PartySession | undefined {
  return readSession(engine.secrets.cookieSecret, request.cookies[SESSION_COOKIE], engine.now());
}

/** The resident behind the cookie, for another half hour; refused when the PIN is due. */
export async function requireVisit(
  request: FastifyRequest,
  reply: FastifyReply,
  engine: Engine,
  code: string,
): Promise<Visit> {
  const session = extended(sessionOf(request, engine) ?? pinDue(), engine.now());
  const visit = await readVisit(engine, session, code);
  keepCookie(reply, engine, session);
  return visit;
}
