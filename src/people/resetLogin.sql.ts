import type { Actor } from '../platform/actor.ts';
import { plainly, type Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { dayOf } from '../platform/now.ts';
import { hashPassword } from '../platform/passwords.ts';
import type { HeldPost } from './administer.ts';
import { type ResetKind, recordAsked } from './adminResets.sql.ts';
import { findLoginPolicy } from './loginPolicy.sql.ts';
import { defaultLoginPolicy, wantsTwo } from './loginPolicy.ts';
import { newOneTimePassword } from './newPassword.ts';
import { isAdministrator } from './roles.ts';
import { recordRevocationOfAll } from './sessions.sql.ts';
import { recordTrail } from './trail.sql.ts';
import { recordUnlocked } from './unlock.sql.ts';
import { recordUserChange, type UserRow } from './users.sql.ts';

/** Made before the transaction: hashing takes a while. */
export async function preparedPassword() {
  const oneTimePassword = newOneTimePassword();
  return { oneTimePassword, hash: await hashPassword(oneTimePassword) };
}

type By = { actor: Actor; now: Date; address: string };

/** A new password for one log-in, or no second factor any more; every log-in ends. */
export function recordReset(tx: Tx, user: { id: string; login: string }, what: ResetKind, hash: string, by: By): void {
  const { actor, now, address } = by;
  const fresh = {
    password: { password_hash: hash, password_set_at: null },
    secondFactor: { totp_sealed: null, totp_last_counter: null },
  };
  recordUserChange(tx, user.id, fresh[what]);
  recordUnlocked(tx, user);
  recordRevocationOfAll(tx, user.id, actor.userId, now);
  recordTrail(tx, { at: now, act: `${what}.reset`, actor, subject: user.id, address });
}

/** Whether the log-in policy of today wants two for an administrator. */
export async function twoWanted({ db, config, now }: Deps): Promise<boolean> {
  const policy = await plainly(db, (queries) => findLoginPolicy(queries, dayOf(now())));
  return wantsTwo(policy ?? defaultLoginPolicy(config.mode), config.mode);
}

type Whom = { user: UserRow; standing: readonly HeldPost[]; two: boolean };

/** Done at once, or, of an administrator where two are wanted, asked for: then its number. */
export function resetOrAsk(
  tx: Tx,
  { user, standing, two }: Whom,
  what: ResetKind,
  hash: string,
  by: By,
): string | null {
  const post = standing.find(({ role }) => isAdministrator(role));
  if (two && post) return recordAsked(tx, user, what, { ...by, countyCode: post.countyCode });
  recordReset(tx, user, what, hash, by);
  return null;
}
