import { type Day, dayOf } from '../platform/now.ts';
import type { Ground } from './clockRule.ts';

/** `to` is null while the clock stands still; `ground` is absent on pauses from before grounds were kept: material. */
export type Pause = { from: Date; to: Date | null; reason: string; approvedBy: string; ground?: Ground };

export const inOrder = (pauses: readonly Pause[]): Pause[] =>
  [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime());

/** A day on which the clock stood still, be it for an hour, is not counted at all. */
export function pauseOn(pauses: readonly Pause[], day: Day): Pause | undefined {
  return pauses.find((pause) => dayOf(pause.from) <= day && (pause.to === null || day <= dayOf(pause.to)));
}

export const openPause = (pauses: readonly Pause[]): Pause | undefined => pauses.find((pause) => pause.to === null);
