import type { Scope } from '../platform/actor.ts';
import { command, type Db, type Tx } from '../platform/db.ts';
import { formatClock } from '../platform/now.ts';
import { type Refusal, refuse } from '../platform/refusal.ts';
import { afterFailure, type Brake, untried, waitsUntil } from './brake.ts';
import { lockTries, recordTries } from './tries.sql.ts';

export type Guess = {
  readonly db: Db;
  readonly scope: Scope;
  readonly now: Date;
  /** What is guessed, and by whom. */
  readonly key: string;
  readonly brake: Brake;
  /** Whether a right one clears the count: of a secret of one's own, not of many that are tried through. */
  readonly clears: boolean;
  /** Looks whether it is right; what is recorded stands only if it is. A refusal thrown here is no try. */
  check(tx: Tx): Promise<Refusal | null>;
  /** The row of the trail about a wrong one. */
  recordWrong(tx: Tx): void;
};

const refuseUntil = (until: Date): never =>
  refuse('tooMany', 'triedTooOften', `连着输错太多次，先停一停，${formatClock(until)} 后再试。`);

/** One try at something short. A wrong one is counted and recorded before it is answered; while locked nothing is looked at. */
export async function guess({ db, scope, now, key, brake, clears, check, recordWrong }: Guess): Promise<void> {
  const outcome = await command(db, scope, async (tx) => {
    const before = (await lockTries(tx, [key], now))(key);
    const until = waitsUntil(before, now);
    if (until !== null) return { until };
    const refusal = await check(tx);
    const right = clears ? untried(now) : before;
    const after = refusal === null ? right : afterFailure(before, brake, now);
    recordTries(tx, key, after, now);
    if (refusal !== null) recordWrong(tx);
    return { refusal, until: waitsUntil(after, now) };
  });
  if (outcome.until !== null) refuseUntil(outcome.until);
  if (outcome.refusal) throw outcome.refusal;
}
