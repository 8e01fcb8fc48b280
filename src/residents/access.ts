import { type Tries as Counted, waitsUntil } from '../attempts/brake.ts';
import { formatClock } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';

/** What a PIN opens: one matter, as the party whose slip carries it. */
export type Opened = { countyCode: string; matterId: string; slipId: string; partyId: string };

/** Wrong PINs on a slip. Every slip of a matter counts, since a wrong PIN does not say whose it was meant to be. */
export type Tries = Omit<Counted, 'since'>;

export const untried: Tries = { failures: 0, nextTryAt: null, lockedUntil: null };

const TRIES = 5;
const LOCK_MINUTES = 30;
const SECOND = 1000;

/** 2 s, 4 s, 8 s, 16 s, then half an hour; after that the count starts anew. */
export function afterWrongPin(tries: Tries, now: Date): Tries {
  const failures = (tries.failures >= TRIES ? 0 : tries.failures) + 1;
  if (failures >= TRIES)
    return { failures, nextTryAt: null, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60 * SECOND) };
  return { failures, nextTryAt: new Date(now.getTime() + 2 ** failures * SECOND), lockedUntil: null };
}

/**
 * How a resident is told; `after` are the slips as they stand now that the wrong PIN is counted. Another slip of the
 * matter may be locked meanwhile: whoever holds that one typed rightly and is not to doubt his PIN.
 */
export function wrongPin(after: readonly Tries[], now: Date, lockedUntil: Date | null = null): Refusal {
  const left = Math.max(...after.map((tries) => TRIES - tries.failures));
  const other = lockedUntil ? `有一张小票试错太多，停到 ${formatClock(lockedUntil)}；是您的那张，到时再试。` : '';
  return left > 0
    ? new Refusal(
        'forbidden',
        'wrongPin',
        `查询密码不对，还可以试 ${left} 次。密码印在蓝框小票右下角，6 个数字。${other}`,
      )
    : tooEarly(after, now);
}

/** Asked again before the time: nothing is looked at, so nothing is counted. */
export function tooEarly(slips: readonly Tries[], now: Date): Refusal {
  const first = slips.reduce((a, b) => ((waitsUntil(a, now) ?? now) <= (waitsUntil(b, now) ?? now) ? a : b));
  const until = waitsUntil(first, now) ?? now;
  if (first.lockedUntil && first.lockedUntil > now)
    return new Refusal(
      'tooMany',
      'pinLocked',
      `密码错了 ${TRIES} 次，为了不让别人试出来，先停 ${LOCK_MINUTES} 分钟，${formatClock(until)} 以后再试。着急可以来窗口换一张小票。`,
    );
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / SECOND));
  return new Refusal('tooMany', 'pinTooSoon', `刚才密码不对。等 ${seconds} 秒再按一次，这次没有算数。`);
}
