import type { Binds } from '../deadlines/clockRule.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';

const ofTheUnit: ReadonlySet<string> = new Set(['acknowledge', 'report', 'handle', 'mediation', 'materials']);

/** The unit a clock of a dispute is charged to; null: the receiving center's own, or nobody's of ours. */
export function chargedUnit(kind: string, binds: Binds, leadUnitId: string | null): string | null {
  return binds === 'ours' && (ofTheUnit.has(kind) || statutoryClocks.has(kind)) ? leadUnitId : null;
}
