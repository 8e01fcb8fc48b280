import type { Db } from '../platform/db.ts';
import type { Session } from './session.ts';

/** A page asks for ten things at once: who asks is looked up once. Another server may have ended the log-in meanwhile. */
const TRUSTED_MS = 1_000;
const MOST = 20_000;
/** So long a log-in is counted by itself after it was last seen to stand. */
const COUNTED_MS = 600_000;

type Known = { readonly session: Session; readonly day: string; readonly peopleSeen: number; readonly until: number };
const known = new WeakMap<Db, Map<string, Known>>();

/**
 * The session as it stood within the last second, if this server has since written nothing that a session is made of: people,
 * posts, log-ins, their policy, units and places.
 */
export function recallSession(db: Db, id: string, day: string): Session | undefined {
  const found = known.get(db)?.get(id);
  const stands =
    found && found.day === day && found.peopleSeen === db.people.written && found.until > performance.now();
  return stands ? found.session : undefined;
}

/** `peopleSeen`: how much had been written before it was read. */
export function rememberSession(db: Db, session: Session, day: string, peopleSeen: number): void {
  const sessions = known.get(db) ?? new Map<string, Known>();
  known.set(db, sessions);
  if (sessions.size >= MOST) sessions.clear();
  sessions.set(session.id, { session, day, peopleSeen, until: performance.now() + TRUSTED_MS });
}

const stood = new WeakMap<Db, Map<string, number>>();

/** This log-in stands, or stands no more. */
export function noteStanding(db: Db, id: string, stands: boolean): void {
  const sessions = stood.get(db) ?? new Map<string, number>();
  stood.set(db, sessions);
  if (sessions.size >= MOST) sessions.clear();
  if (stands) sessions.set(id, performance.now() + COUNTED_MS);
  else sessions.delete(id);
}

/** Whether it stood when it was last asked: a cookie that somebody made up never did. */
export const stoodLately = (db: Db, id: string): boolean => (stood.get(db)?.get(id) ?? 0) > performance.now();
