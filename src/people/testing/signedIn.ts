import { command, type Db, plainly } from '../../platform/db.ts';
import { hashPassword } from '../../platform/passwords.ts';
import { noScope } from '../login.sql.ts';
import { recordPost } from '../posts.sql.ts';
import type { PostRole } from '../roles.ts';
import { newSessionToken, sessionIdOf } from '../session.ts';
import { recordSession } from '../sessions.sql.ts';
import { addUser, recordUserChange } from '../users.sql.ts';

export type TestPost = { readonly role: PostRole; readonly unitId: string; readonly regionCode?: string };
export type TestPerson = { readonly userId: string; readonly postIds: string[]; readonly login: string };

export const testPassword = 'Bridge-2026-maple';
let passwordHash: Promise<string> | undefined;
let serial = 0;

async function countyOfUnit(db: Db, unitId: string): Promise<{ county: string; region: string }> {
  const unit = await plainly(db, (q) => q.selectFrom('unit').selectAll().where('id', '=', unitId).executeTakeFirst());
  if (unit === undefined) throw new Error(`no unit ${unitId} in this test database`);
  return { county: unit.county_code, region: unit.region_code };
}

/** A person with these posts, in office since 2026-01-01, and `testPassword`. */
export async function addPerson(db: Db, name: string, posts: readonly TestPost[]): Promise<TestPerson> {
  passwordHash ??= hashPassword(testPassword);
  const now = new Date();
  const login = `test${++serial}.${process.pid}`;
  const user = { login, name, initials: '', passwordHash: await passwordHash, passwordSetAt: now, demo: false };
  const places = await Promise.all(posts.map((post) => countyOfUnit(db, post.unitId)));
  return command(db, noScope, async (tx) => {
    const userId = await addUser(tx, user, now);
    const postIds = posts.map((post, index) => {
      const place = places[index];
      const regionCode = post.regionCode ?? place?.region ?? '';
      const dates = { validFrom: '2026-01-01', validTo: null };
      return recordPost(tx, { ...post, ...dates, userId, regionCode, countyCode: place?.county ?? '' }, now);
    });
    return { userId, postIds, login };
  });
}

/** The cookie header of a log-in that stands, without the cost of a password. */
export async function signIn(
  db: Db,
  person: TestPerson,
  now = new Date(),
  postId = person.postIds[0] ?? '',
): Promise<string> {
  const token = newSessionToken();
  const expiresAt = new Date(now.getTime() + 12 * 3_600_000);
  const session = { id: sessionIdOf(token), userId: person.userId, postId, secondFactorAt: null, expiresAt };
  await command(db, noScope, async (tx) => {
    recordSession(tx, { ...session, address: '127.0.0.1', agent: 'test' }, now);
    recordUserChange(tx, person.userId, { password_set_at: now });
  });
  return `session=${token}`;
}

/** A person in one post, logged in: the cookie header for `app.inject`. */
export async function signedInAs(db: Db, role: PostRole, unitId: string, regionCode?: string): Promise<string> {
  const post = { role, unitId, ...(regionCode !== undefined && { regionCode }) };
  return signIn(db, await addPerson(db, role, [post]));
}
