import type { Show } from './mapping.ts';
import { isRate, type Measure, measureFacts, type Rate } from './measures.ts';
import { written } from './written.ts';

/** How a number stands in a cell that shows shares: 0.875 as 「87.5%」. Nothing where it stands as it is. */
export const shownIn = (value: number | string | null, percent: number | undefined): string | null =>
  typeof value === 'number' && percent !== undefined ? `${(value * 100).toFixed(percent)}%` : null;

/** What a rule would write for 7 of 8, or for 12,345.67: before anybody takes it, people see what will stand in the file. */
export function exampleOf(
  what: Measure | Rate,
  how: { show: Show; decimals: number },
  percent: number | undefined,
): { of: string; written: string; shown: string | null } {
  const rate = isRate(what);
  const counted = rate ? { value: 7, denominator: 8 } : { value: measureFacts(what).unit === '元' ? 12_345.67 : 12 };
  const value = written(counted, how, percent);
  return { of: rate ? '7/8' : String(counted.value), written: String(value), shown: shownIn(value, percent) };
}
