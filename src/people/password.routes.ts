import { guess } from '../attempts/guess.sql.ts';
import { command, plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { hashPassword, verifyPassword } from '../platform/passwords.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { noScope } from './login.sql.ts';
import { ownBrake } from './loginTries.ts';
import { type NewPasswordInput, newPasswordInput, refuseWeakPassword } from './newPassword.ts';
import { perSession, requireSession } from './requireActor.routes.ts';
import type { Session } from './session.ts';
import { recordRevocationOfAll } from './sessions.sql.ts';
import { recordTrail } from './trail.sql.ts';
import { findUserByLogin, lockUser, recordUserChange } from './users.sql.ts';

const wrongPassword = () => new Refusal('invalid', 'invalidField', '现在的密码不对。', { current: '现在的密码不对。' });

async function change(deps: Deps, session: Session, input: NewPasswordInput, address: string): Promise<void> {
  const now = deps.now();
  const before = await plainly(deps.db, (queries) => findUserByLogin(queries, session.login));
  const actor = {
    userId: session.userId,
    postId: session.post?.postId ?? '',
    countyCode: session.post?.countyCode ?? '',
  };
  const right = await verifyPassword(before?.password_hash ?? undefined, input.current);
  await guess({
    ...{
      db: deps.db,
      scope: noScope,
      now,
      key: `password/${session.userId}`,
      brake: ownBrake(session.policy),
      clears: true,
    },
    check: async () => (right ? null : wrongPassword()),
    recordWrong: (tx) => recordTrail(tx, { at: now, act: 'password.refused', actor, subject: session.userId, address }),
  });
  refuseWeakPassword(input, session.policy, session.login);
  const password_hash = await hashPassword(input.next);
  await command(deps.db, noScope, async (tx) => {
    const user = await lockUser(tx, session.userId);
    if (user.password_hash !== before?.password_hash) refuse('conflict', 'changedMeanwhile', '密码刚才在别处改过了。');
    recordUserChange(tx, user.id, { password_hash, password_set_at: now });
    recordRevocationOfAll(tx, user.id, user.id, now, session.id);
    recordTrail(tx, { at: now, act: 'password.changed', actor, subject: user.id, address });
  });
}

/** One's own password; log-ins elsewhere end. */
export function passwordRoutes(app: Http, deps: Deps): void {
  const schema = { tags: ['登录 sessions'], summary: '改自己的密码', body: newPasswordInput };
  const config = perSession(deps, 20);
  app.put('/api/me/password', { schema, config }, async (request, reply) => {
    await change(deps, await requireSession(request, deps), request.body, request.ip);
    return reply.code(204).send();
  });
}
