import { formatClock } from '../platform/now.ts';
import type { Backup } from './manifest.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Known = Pick<Backup, 'startedAt' | 'proof'>;

const isNight = (now: Date): boolean => formatClock(now) >= '02:00' && formatClock(now) < '06:00';

/** One each night; where a night went by without one, at once. */
export function backupDue(backups: readonly Known[], now: Date): boolean {
  const newest = backups.at(-1);
  const age = newest ? now.getTime() - Date.parse(newest.startedAt) : Number.POSITIVE_INFINITY;
  return age > 26 * HOUR || (isNight(now) && age > 12 * HOUR);
}

/** Once a week by night; a house that has never rehearsed does not wait for the night. What could not be held is tried again. */
export function rehearsalDue(backups: readonly Known[], now: Date): boolean {
  const last = backups
    .map(({ proof }) => proof?.at ?? '')
    .sort()
    .at(-1);
  if (backups.length === 0) return false;
  const age = last ? now.getTime() - Date.parse(last) : Number.POSITIVE_INFINITY;
  return age > 8 * DAY || (isNight(now) && age > 6.5 * DAY);
}
