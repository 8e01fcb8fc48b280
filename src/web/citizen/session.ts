import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../platform/actor.ts';
import type { Opened } from '../../residents/access.ts';

/** What the cookie of a resident's phone says: which slip opened which matter, and until when. */
export type PartySession = Opened & { openedAt: number; until: number };

export const SESSION_COOKIE = 'fengqiao_party';
const IDLE_MS = 30 * 60_000;
/** Someone else's hands may hold the phone tomorrow. */
const LONGEST_MS = 12 * 3_600_000;

function sign(secret: Uint8Array, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`fengqiao resident ${purpose}\n${text}`).digest('base64url');
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

export function openSession(opened: Opened, now: Date): PartySession {
  return { ...opened, openedAt: now.getTime(), until: now.getTime() + IDLE_MS };
}

/** Half an hour from now, as long as somebody keeps reading. */
export function extended(session: PartySession, now: Date): PartySession {
  return { ...session, until: Math.min(now.getTime() + IDLE_MS, session.openedAt + LONGEST_MS) };
}

export function sealSession(secret: Uint8Array, session: PartySession): string {
  const { countyCode, matterId, slipId, partyId, openedAt, until } = session;
  const text = [countyCode, matterId, slipId, partyId, openedAt, until].join('.');
  return `${text}.${sign(secret, 'session', text)}`;
}

/** Undefined for a cookie that was changed, is of another server, or has run out. */
export function readSession(secret: Uint8Array, cookie: string | undefined, now: Date): PartySession | undefined {
  const [, text = '', signature = ''] = /^(.*)\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
  if (!same(signature, sign(secret, 'session', text))) return undefined;
  const [countyCode, matterId, slipId, partyId, openedAt, until] = text.split('.');
  if (!countyCode || !matterId || !slipId || !partyId || !(Number(until) > now.getTime())) return undefined;
  return { countyCode, matterId, slipId, partyId, openedAt: Number(openedAt), until: Number(until) };
}

/** Stands in every form: a page of somebody else cannot know it. */
export function formToken(secret: Uint8Array, { slipId, openedAt }: PartySession): string {
  return sign(secret, 'form', `${slipId} ${openedAt}`);
}

export function isFormToken(secret: Uint8Array, session: PartySession, token: unknown): boolean {
  return typeof token === 'string' && same(token, formToken(secret, session));
}

/** The resident as the actor of his own steps: he reaches this one matter, the doors of law that reach him, and nothing else. */
export function partyActor({ countyCode, matterId, slipId, partyId }: Opened): Actor {
  return {
    userId: slipId,
    postId: partyId,
    name: '当事人',
    role: 'party',
    unitId: '',
    centerId: null,
    regionCode: countyCode,
    countyCode,
    counties: [countyCode],
    viewers: [`party:${matterId}`, `party:${partyId}`],
  };
}
