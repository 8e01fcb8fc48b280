import { roundedTo } from './formula.ts';
import type { Show } from './mapping.ts';

/** A count as the cell takes it. */
export function written(
  { value, denominator }: { value: number; denominator?: number },
  { show, decimals }: { show: Show; decimals: number },
  percent: number | undefined,
): number | string | null {
  if (denominator !== undefined) {
    if (denominator === 0) return null;
    const share = value / denominator;
    // A percent cell shows 0.88 as 88%, whatever the rule says.
    if (percent !== undefined) return roundedTo(share, Math.max(percent, decimals) + 2);
    if (show === 'fraction') return roundedTo(share, decimals + 2);
    return show === 'percentText' ? `${(share * 100).toFixed(decimals)}%` : roundedTo(share * 100, decimals);
  }
  return roundedTo(show === 'tenThousand' ? value / 10_000 : value, decimals);
}
