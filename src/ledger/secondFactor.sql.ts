import { guess } from '../attempts/guess.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { CITY_CODE } from '../network/network.ts';
import { findLoginPolicy } from '../people/loginPolicy.sql.ts';
import { defaultLoginPolicy } from '../people/loginPolicy.ts';
import { ownBrake } from '../people/loginTries.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { lockUser, recordUserChange } from '../people/users.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import { dayOf } from '../platform/now.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import { verifyTotp } from '../platform/totp.ts';

/** Whether this person has a token on the phone: then a grave act asks for its six digits. */
export async function hasToken(engine: Engine, actor: Actor): Promise<boolean> {
  const row = await plainly(engine.db, (queries) =>
    queries.selectFrom('app_user').select('totp_sealed').where('id', '=', actor.userId).executeTakeFirst(),
  );
  return row?.totp_sealed != null;
}

const wrong = (sentence: string) => new Refusal('invalid', 'invalidField', sentence, { totp: sentence });

/** A fresh code, used once; who has no token gives the reason alone. Of wrong ones as many as at a log-in. */
export async function confirmFactor(
  engine: Engine,
  actor: Actor,
  code: string | undefined,
  address: string,
): Promise<void> {
  if (!(await hasToken(engine, actor))) return;
  if (!code) return refuseField('totp', '再输入手机令牌上的 6 位数字。');
  const now = engine.now();
  const { userId } = actor;
  const policy = await plainly(engine.db, (queries) => findLoginPolicy(queries, dayOf(now)));
  const brake = ownBrake(policy ?? defaultLoginPolicy(engine.config.mode));
  await guess({
    ...{ db: engine.db, scope: openScope, now, key: `second-factor/${userId}`, brake, clears: true },
    async check(tx) {
      const user = await lockUser(tx, userId);
      const secret = engine.crypto.open(CITY_CODE, user.totp_sealed ?? '');
      const check = verifyTotp(secret, code, now, user.totp_last_counter ?? -1);
      if (check.ok) recordUserChange(tx, user.id, { totp_last_counter: check.counter });
      else return wrong(check.reason === 'used' ? '这个动态码用过了，等下一个（不到 30 秒）。' : '动态码不对。');
      return null;
    },
    recordWrong: (tx) => recordTrail(tx, { at: now, act: 'secondFactor.refused', actor, subject: userId, address }),
  });
}
