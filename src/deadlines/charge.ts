import type { Clock } from './clock.ts';
import type { Binds } from './clockRule.ts';

/** What the receiving center itself owes, whoever has the matter in hand. */
export const centerKinds = ['accept', 'deploy', 'ruling', 'verify', 'returnVisit', 'strikeOff', 'contest'] as const;

const ofTheCenter: ReadonlySet<string> = new Set(centerKinds);

type Held = { receivingCenterId: string; leadUnitId: string | null };

/** Whom a clock of a dispute names from its start; null: the receiving center's own, or nobody's of ours. */
export function unitToName(kind: string, binds: Binds, leadUnitId: string | null): string | null {
  return binds === 'ours' && !ofTheCenter.has(kind) ? leadUnitId : null;
}

/** The unit whose lateness it is: the one that the clock names; clocks from before charging say it by their kind. */
export function chargedUnit({ receivingCenterId, leadUnitId }: Held, clock: Pick<Clock, 'kind' | 'unitId'>): string {
  if (clock.unitId !== null) return clock.unitId;
  return ofTheCenter.has(clock.kind) ? receivingCenterId : (leadUnitId ?? receivingCenterId);
}

/** It was over its time before the unit got it: not that unit's lateness. */
export function tookOverLate({ dueAt, unitSince }: Pick<Clock, 'dueAt' | 'unitSince'>): boolean {
  return dueAt !== null && unitSince !== null && unitSince.getTime() >= dueAt.getTime();
}
