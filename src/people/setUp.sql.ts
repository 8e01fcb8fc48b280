import { command, type Db, plainly, type Tx } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { hashPassword } from '../platform/passwords.ts';
import { StartupProblem } from '../platform/startup-problem.ts';
import { noScope } from './login.sql.ts';
import { newOneTimePassword } from './newPassword.ts';
import { getUnitForPost, listPostsOf, recordPost } from './posts.sql.ts';
import { isAdministrator, roleLabel } from './roles.ts';
import { recordRevocationOfAll } from './sessions.sql.ts';
import { recordTrail } from './trail.sql.ts';
import { recordUnlocked } from './unlock.sql.ts';
import { addUser, findUserByLogin, recordUserChange, refuseDemoUsers } from './users.sql.ts';

const administrators = [
  { login: 'system-admin', role: 'systemAdmin', initials: 'xtgly' },
  { login: 'security-admin', role: 'securityAdmin', initials: 'aqgly' },
  { login: 'audit-admin', role: 'auditAdmin', initials: 'sjgly' },
] as const;

export type SetUpLogin = { readonly login: string; readonly label: string; readonly code: string };

async function addAdministrator(tx: Tx, kind: (typeof administrators)[number], code: string, now: Date): Promise<void> {
  const unit = await getUnitForPost(tx, '140100-center');
  const { login, role, initials } = kind;
  const passwordHash = await hashPassword(code);
  const user = { login, name: roleLabel(role), initials, passwordHash, passwordSetAt: null, demo: false };
  const userId = await addUser(tx, user, now);
  const place = { unitId: unit.id, regionCode: unit.region_code, countyCode: unit.county_code };
  const postId = recordPost(tx, { ...place, userId, role, validFrom: dayOf(now), validTo: null }, now);
  const actor = { userId, postId, countyCode: unit.county_code };
  recordTrail(tx, { at: now, act: 'setup.administrator', actor, subject: userId });
}

/** The first three people of a production database, each with a code for one log-in. Once only. */
export async function setUpAdministrators(db: Db, now: Date): Promise<SetUpLogin[]> {
  await refuseDemoUsers(db);
  if (await plainly(db, (queries) => findUserByLogin(queries, administrators[0].login)))
    throw new StartupProblem(
      '三个管理员已经设立过。谁的密码或手机令牌丢了：npm run setup -- --again 登录名。',
      'The three administrators exist. For a lost password or token: npm run setup -- --again LOGIN.',
    );
  const logins = administrators.map((kind) => ({ kind, code: newOneTimePassword() }));
  await command(db, noScope, async (tx) => {
    for (const { kind, code } of logins) await addAdministrator(tx, kind, code, now);
  });
  return logins.map(({ kind, code }) => ({ login: kind.login, label: roleLabel(kind.role), code }));
}

/** A new code for an administrator who cannot get in: only for who stands at the machine. Ends log-ins and the token. */
export async function renewAdministrator(db: Db, login: string, now: Date): Promise<SetUpLogin> {
  const user = await plainly(db, (queries) => findUserByLogin(queries, login));
  const posts = user && (await plainly(db, (queries) => listPostsOf(queries, [user.id])));
  const post = posts?.find(({ role }) => isAdministrator(role));
  if (user === undefined || post === undefined)
    throw new StartupProblem(`没有登录名是 ${login} 的管理员。`, `There is no administrator with the log-in ${login}.`);
  const code = newOneTimePassword();
  const password_hash = await hashPassword(code);
  await command(db, noScope, async (tx) => {
    const fresh = {
      password_set_at: null,
      totp_sealed: null,
      totp_last_counter: null,
    };
    recordUserChange(tx, user.id, { password_hash, ...fresh });
    recordUnlocked(tx, user);
    recordRevocationOfAll(tx, user.id, user.id, now);
    recordTrail(tx, { at: now, act: 'setup.administrator', subject: user.id, detail: { again: true } });
  });
  return { login: user.login, label: roleLabel(post.role), code };
}
