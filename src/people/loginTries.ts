import { afterFailure, type Brake, type Tries, waitsUntil } from '../attempts/brake.ts';
import { formatClock } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { LoginPolicy } from './loginPolicy.ts';

type Where = 'here' | 'name' | 'address';
export type Counted = { readonly where: Where; readonly key: string; readonly brake: Brake };

const HOUR = 60;
/** Of many addresses together at one name, within an hour, for one try of the policy's (docs/decisions/0056). */
const STRANGERS = 4;
/** Of one address at all names, within an hour: an office has one address, a script too. */
const NAMES = 100;

/** Of one person at a secret of their own. */
export const ownBrake = ({ maxFailures, lockMinutes }: Pick<LoginPolicy, 'maxFailures' | 'lockMinutes'>): Brake => ({
  most: maxFailures,
  withinMinutes: 24 * HOUR,
  lockMinutes,
});

export const nameKey = (name: string): string => `login/${name}/`;

/**
 * What a try is counted by; `name` is a digest, the same for a name that nobody has. A browser that this person used before counts
 * by itself alone; anybody else by name and address, by the name, and by the address.
 */
export function countedBy(
  { name, address, device }: { name: string; address: string; device: string | null },
  policy: LoginPolicy,
): Counted[] {
  const own = ownBrake(policy);
  if (device !== null) return [{ where: 'here', key: `${nameKey(name)}device/${device}`, brake: own }];
  const strangers = { most: policy.maxFailures * STRANGERS, withinMinutes: HOUR, lockMinutes: HOUR };
  return [
    { where: 'here', key: `${nameKey(name)}from/${address}`, brake: own },
    { where: 'name', key: nameKey(name), brake: strangers },
    { where: 'address', key: `logins-from/${address}`, brake: { ...strangers, most: NAMES } },
  ];
}

const sentences: Readonly<Record<Where, (until: string) => string>> = {
  here: (until) => `连着输错太多次，先停一停，${until} 后再试。急着用，找系统管理员重设密码。`,
  name: (until) =>
    `这个登录名最近有人试了很多次密码，新的电脑先停一停，${until} 后再试；平时用的电脑不受影响。急着用，找系统管理员重设密码。`,
  address: (until) => `从这里试错的太多，先停一停，${until} 后再试；平时用的电脑不受影响。`,
};

/** Why no try is taken now. */
export function waitingFor(counts: readonly (Counted & { tries: Tries })[], now: Date): Refusal | null {
  for (const { where, tries } of counts) {
    const until = waitsUntil(tries, now);
    if (until) return new Refusal('tooMany', 'loginLocked', sentences[where](formatClock(until)));
  }
  return null;
}

/** The counts after one more wrong try, and how many are left of that which runs out first. */
export function afterWrongLogin<C extends Counted & { tries: Tries }>(counts: readonly C[], now: Date) {
  const after = counts.map((each) => ({ ...each, tries: afterFailure(each.tries, each.brake, now) }));
  return { after, left: Math.min(...after.map(({ brake, tries }) => brake.most - tries.failures)) };
}
