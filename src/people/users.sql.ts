import { sql } from 'kysely';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { type Db, plainly, type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { StartupProblem } from '../platform/startup-problem.ts';

/** Log-in names are kept in lower case, without spaces around them. */
export function normalizedLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

export function findUserByLogin(queries: Queries, login: string) {
  return queries.selectFrom('app_user').selectAll().where('login', '=', normalizedLogin(login)).executeTakeFirst();
}

export type UserRow = NonNullable<Awaited<ReturnType<typeof findUserByLogin>>>;

/** Locks the user until the transaction ends: two tries at once count as two. */
export async function lockUser(tx: Tx, id: string): Promise<UserRow> {
  const user = await tx.selectFrom('app_user').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return user ?? refuse('notFound', 'noSuchUser', '没有这个人。');
}

type Change = {
  readonly password_hash?: string;
  readonly password_set_at?: Date | null;
  readonly totp_sealed?: string | null;
  readonly totp_last_counter?: number | null;
  readonly active?: boolean;
};

export function recordUserChange(tx: Tx, id: string, change: Change): void {
  record(tx, tx.updateTable('app_user').set(change).where('id', '=', id));
}

export type NewUser = {
  readonly login: string;
  readonly name: string;
  readonly initials: string;
  readonly passwordHash: string;
  /** Null: the password is for one log-in, and has to be changed there. */
  readonly passwordSetAt: Date | null;
  readonly demo: boolean;
};

/** Refuses a log-in name that is taken. */
export async function addUser(tx: Tx, user: NewUser, now: Date): Promise<string> {
  const row = {
    id: newId(now),
    login: normalizedLogin(user.login),
    name: user.name,
    initials: user.initials,
    password_hash: user.passwordHash,
    password_set_at: user.passwordSetAt,
    demo: user.demo,
    created_at: now,
  };
  const added = await tx
    .insertInto('app_user')
    .values(row)
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
  const sentence = '这个登录名已经有人用了，换一个。';
  return added?.id ?? refuse('conflict', 'loginTaken', sentence, { login: sentence });
}

export type UserFilter = {
  find?: string | undefined;
  /** Those who hold a post in this unit, of this role, on the day; both: in one post. */
  unit?: string | undefined;
  role?: string | undefined;
  after?: string | undefined;
  limit: number;
};

/** People with a post in these counties, and people without any post, by log-in name. */
export async function listUsers(queries: Queries, counties: readonly string[], filter: UserFilter, day: string) {
  const { unit = null, role = null } = filter;
  const [afterLogin] = filter.after === undefined ? [''] : readCursor(filter.after, 'word');
  const pattern = `%${(filter.find ?? '')
    .trim()
    .toLowerCase()
    .replace(/[%_\\]/g, '\\$&')}%`;
  const found = await queries
    .selectFrom('app_user as u')
    .select(['u.id', 'u.login', 'u.name', 'u.active', 'u.demo', 'u.created_at'])
    .select(sql<boolean>`u.totp_sealed is not null`.as('enrolled'))
    .where('u.login', '>', afterLogin ?? '')
    .where(sql<boolean>`(u.login like ${pattern} or u.name like ${pattern} or u.initials like ${pattern})`)
    .where(
      sql<boolean>`(not exists (select from post p where p.user_id = u.id)
        or exists (select from post p where p.user_id = u.id and p.county_code = any (${[...counties]})))`,
    )
    .where(
      sql<boolean>`((${unit}::text is null and ${role}::text is null) or exists (select from post p where p.user_id = u.id
        and (${unit}::text is null or p.unit_id = ${unit}) and (${role}::text is null or p.role = ${role})
        and ${day}::date between p.valid_from and coalesce(p.valid_to, 'infinity')))`,
    )
    .orderBy('u.login')
    .limit(filter.limit + 1)
    .execute();
  const rows = found.slice(0, filter.limit);
  const last = rows.at(-1);
  return { rows, next: found.length > rows.length && last ? cursorOf(last.login) : null };
}

/** Production never runs with log-ins that are printed in the manual. */
export async function refuseDemoUsers(db: Db): Promise<void> {
  const demo = await plainly(db, (queries) =>
    queries.selectFrom('app_user').select('login').where('demo', '=', true).limit(1).executeTakeFirst(),
  );
  if (demo === undefined) return;
  throw new StartupProblem(
    `这个数据库里有演示账号（如 ${demo.login}），正式模式不能用它。换一个空的 DATA_DIR 或数据库。`,
    `This database holds demo users (such as ${demo.login}); production mode refuses it. Use an empty DATA_DIR or database.`,
  );
}
