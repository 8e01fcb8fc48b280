import type { ClockAct } from '../matters/decision.ts';
import type { Network } from '../network/lookup.ts';
import { statutoryClocks } from './rules.statutory.ts';

type Mediated = { leadUnitId: string | null; categoryCode: string | null };

/** Medical and labor disputes have limits of their own: 医疗纠纷预防和处理条例 38, 劳动争议调解仲裁法 14. */
const ofLaw: Readonly<Record<string, string>> = {
  '15': 'medicalMediation',
  '10': 'laborMediation',
  '11': 'laborMediation',
};

/** Which limit binds whoever mediates; nothing where no people's mediation committee does. */
export function mediationLimit({ leadUnitId, categoryCode }: Mediated, network: Network): string | null {
  const kind = leadUnitId === null ? undefined : network.unit(leadUnitId)?.kind;
  if (kind !== 'mediationCommittee' && kind !== 'industryMediation') return null;
  return ofLaw[categoryCode ?? ''] ?? 'mediation';
}

/** The row starts the county's month; where another limit binds, or none, that is held back. */
export function mediationActs(matter: Mediated, network: Network): ClockAct[] {
  const limit = mediationLimit(matter, network);
  if (limit === 'mediation') return [];
  const none: ClockAct = { act: 'stop', kind: 'mediation' };
  const rule = limit === null ? undefined : statutoryClocks.get(limit)?.rule;
  // Signing stands for the day that the law counts from: nobody has written down another one yet.
  return rule ? [none, { act: 'start', kind: rule.kind, basis: `${rule.basis}；从签收起算是系统缺省` }] : [none];
}
