import { type PostRow, type PostView, postView } from './me.ts';
import { roleLabel } from './roles.ts';

export type AdminResetView = {
  id: string;
  what: 'password' | 'secondFactor';
  name: string;
  askedBy: string;
  askedAt: string;
  mine: boolean;
};

/** What the lists of this module answer; times are ISO 8601 text once they are on the wire. */
export type Page<T> = { items: T[]; next: string | null };

type Wire<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };
export type UserView = Wire<ReturnType<typeof userView>>;
export type SessionView = Wire<ReturnType<typeof sessionView>>;
export type TrailView = Wire<ReturnType<typeof trailView>>;

type UserRow = {
  id: string;
  login: string;
  name: string;
  active: boolean;
  demo: boolean;
  enrolled: boolean;
  created_at: Date;
};

/** `lockedUntil`: until when new browsers wait, since many have tried this name. */
export function userView(row: UserRow, posts: readonly PostRow[], lockedUntil: Date | null) {
  const { created_at, ...user } = row;
  const views: PostView[] = posts.map(postView);
  return { ...user, lockedUntil, createdAt: created_at, posts: views };
}

type SessionRow = {
  id: string;
  login: string;
  name: string;
  role: string | null;
  unit_name: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  address: string | null;
  agent: string | null;
  table_code: string | null;
};

export function sessionView(row: SessionRow, currentId: string) {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    roleLabel: row.role === null ? null : roleLabel(row.role),
    unitName: row.unit_name,
    openedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    address: row.address,
    agent: row.agent,
    /** A tablet on the signing table of this dispute. */
    tableCode: row.table_code,
    current: row.id === currentId,
  };
}

type TrailRow = {
  id: string;
  at: Date;
  act: string;
  subject: string | null;
  subject_name: string | null;
  detail: unknown;
  address: string | null;
  county_code: string | null;
  name: string | null;
  login: string | null;
};

/** What a unit or a place is called, by its id; handed over by the server. */
export type NameOf = (id: string) => string | undefined;

export function trailView(row: TrailRow, nameOf: NameOf) {
  const { county_code, subject_name, ...rest } = row;
  const subjectName = subject_name ?? nameOf(row.subject?.split('/').at(-1) ?? '') ?? null;
  return { ...rest, subjectName, countyCode: county_code };
}
