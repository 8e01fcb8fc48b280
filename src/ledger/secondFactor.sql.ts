import type { Engine } from '../disputes/engine.ts';
import { CITY_CODE } from '../network/network.ts';
import { lockUser, recordUserChange } from '../people/users.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import { refuseField } from '../platform/refusal.ts';
import { verifyTotp } from '../platform/totp.ts';

/** Whether this person has a token on the phone: then a grave act asks for its six digits. */
export async function hasToken(engine: Engine, actor: Actor): Promise<boolean> {
  const row = await plainly(engine.db, (queries) =>
    queries.selectFrom('app_user').select('totp_sealed').where('id', '=', actor.userId).executeTakeFirst(),
  );
  return row?.totp_sealed != null;
}

/** A fresh code, used once; who has no token gives the reason alone. */
export async function confirmFactor(engine: Engine, actor: Actor, code: string | undefined): Promise<void> {
  if (!(await hasToken(engine, actor))) return;
  if (!code) refuseField('totp', '再输入手机令牌上的 6 位数字。');
  await command(engine.db, openScope, async (tx) => {
    const user = await lockUser(tx, actor.userId);
    const secret = engine.crypto.open(CITY_CODE, user.totp_sealed ?? '');
    const check = verifyTotp(secret, code ?? '', engine.now(), user.totp_last_counter ?? -1);
    if (!check.ok)
      refuseField('totp', check.reason === 'used' ? '这个动态码用过了，等下一个（不到 30 秒）。' : '动态码不对。');
    else recordUserChange(tx, user.id, { totp_last_counter: check.counter });
  });
}
