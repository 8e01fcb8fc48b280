import type { Network } from '../network/lookup.ts';
import { roleLabel } from './roles.ts';

type Acted = { role: string; name: string | null; unitId: string | null };

/** Who did something, as timelines say it: a name with unit and post; `covered`: for which absent colleague. */
export function actedBy({ role, name, unitId }: Acted, { network }: { network: Network }, covered?: string): string {
  if (role === 'system') return '系统';
  const unit = unitId ? network.unit(unitId)?.short : undefined;
  return `${name ?? '工作人员'}（${[covered, unit, roleLabel(role)].filter(Boolean).join(' ')}）`;
}
