import { addMonths, type Day, daysBetween } from '../platform/now.ts';
import type { ClockRule, ClockUnit } from './clockRule.ts';
import type { Extension } from './extension.ts';

export type DayUnit = Exclude<ClockUnit, 'hour' | 'workingHour'>;

/** One length that is counted day by day: the rule's own, or what an extension adds after the end of the leg before. */
export type Leg = { length: number; unit: DayUnit; extension: Extension | null };

const byGrant = (a: Extension, b: Extension): number => a.at.getTime() - b.at.getTime();

/** The rule's own days, then the extensions as they were granted. A limit in hours has no days of its own. */
export function legsOf({ unit, length }: ClockRule, extensions: readonly Extension[]): Leg[] {
  const added = [...extensions]
    .sort(byGrant)
    .map((extension): Leg => ({ length: extension.length, unit: extension.unit, extension }));
  return unit === 'hour' || unit === 'workingHour' ? added : [{ length, unit, extension: null }, ...added];
}

/**
 * How many days a leg counts after `from`, the day it starts or the last day of the leg before. A month is the days up to
 * its corresponding day, so that pauses can add to it.
 */
export function daysIn({ length, unit }: Leg, from: Day): number {
  if (unit === 'sameDay') return 1;
  return unit === 'month' ? daysBetween(from, addMonths(from, length)) : length;
}
