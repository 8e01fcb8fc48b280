/** Wrong tries at one thing by one somebody. */
export type Tries = {
  readonly failures: number;
  /** Of the first of them. */
  readonly since: Date;
  readonly nextTryAt: Date | null;
  readonly lockedUntil: Date | null;
};

/** So many wrong tries within so long, then none for so long. */
export type Brake = { readonly most: number; readonly withinMinutes: number; readonly lockMinutes: number };

const MINUTE = 60_000;
const after = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * MINUTE);

export const untried = (now: Date): Tries => ({ failures: 0, since: now, nextTryAt: null, lockedUntil: null });

/** Until when no try is taken; null when one is taken now. */
export function waitsUntil({ lockedUntil, nextTryAt }: Pick<Tries, 'lockedUntil' | 'nextTryAt'>, now: Date) {
  if (lockedUntil && lockedUntil > now) return lockedUntil;
  return nextTryAt && nextTryAt > now ? nextTryAt : null;
}

/** The last that is allowed locks; when that is over, the count begins anew. */
export function afterFailure(tries: Tries, brake: Brake, now: Date): Tries {
  const fresh = tries.lockedUntil !== null || after(tries.since, brake.withinMinutes) <= now;
  const counted = fresh ? { ...untried(now), failures: 1 } : { ...tries, failures: tries.failures + 1 };
  return counted.failures < brake.most ? counted : { ...counted, lockedUntil: after(now, brake.lockMinutes) };
}
