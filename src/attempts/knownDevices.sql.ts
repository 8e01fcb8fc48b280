import { createHash, randomBytes } from 'node:crypto';
import { type Queries, record, type Tx } from '../platform/db.ts';

const hashOf = (token: string): string => createHash('sha256').update(`known device ${token}`).digest('hex');

/** One a browser, whoever logs in there: a desk has colleagues. */
export const newDeviceToken = (): string => randomBytes(32).toString('base64url');
export const isDeviceToken = (text: string | undefined): text is string => /^[\w-]{43}$/.test(text ?? '');

/** Who has logged in before in the browser that shows this token. */
export async function listUsersOfDevice(queries: Queries, token: string | undefined): Promise<string[]> {
  const rows = await queries
    .selectFrom('known_device')
    .select('user_id')
    .where('token_hash', '=', token === undefined ? '' : hashOf(token))
    .execute();
  return rows.map(({ user_id }) => user_id);
}

export function recordKnownDevice(tx: Tx, token: string, userId: string, now: Date): void {
  const row = { token_hash: hashOf(token), user_id: userId, since: now, used_at: now };
  const insert = tx.insertInto('known_device').values(row);
  record(
    tx,
    insert.onConflict((conflict) => conflict.columns(['token_hash', 'user_id']).doUpdateSet({ used_at: now })),
  );
}

/** Whose password or token was set anew is a stranger everywhere. */
export function recordDevicesForgotten(tx: Tx, userId: string): void {
  record(tx, tx.deleteFrom('known_device').where('user_id', '=', userId));
}
