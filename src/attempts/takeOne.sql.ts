import { command } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { openScope } from '../platform/gate.ts';
import { dayOf } from '../platform/now.ts';
import type { Refusal } from '../platform/refusal.ts';
import { lockTries, recordTries } from './tries.sql.ts';

/** One of as many as a day has of this; counted before it is done, so that those sent at once are no more. */
export async function takeOne(deps: Deps, what: string, most: number, refusal: () => Refusal): Promise<void> {
  const now = deps.now();
  const key = `${what}/${dayOf(now)}`;
  await command(deps.db, openScope, async (tx) => {
    const before = (await lockTries(tx, [key], now))(key);
    if (before.failures >= most) throw refusal();
    recordTries(tx, key, { ...before, failures: before.failures + 1 }, now);
  });
}
