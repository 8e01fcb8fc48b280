import type { AgreementParty } from './agreement.ts';
import { ordinal } from './capitals.ts';

const letters = { applicant: '甲方', respondent: '乙方', third: '丙方' } as const;

/** 甲方, 乙方 — and where a side has several 甲方一, 甲方二 — by the id of the party. */
export function rolesOf(partyIds: readonly string[], parties: readonly AgreementParty[]): Map<string, string> {
  const named = parties.filter(({ id }) => partyIds.includes(id));
  const roles = new Map<string, string>();
  for (const side of ['applicant', 'respondent', 'third'] as const) {
    const own = named.filter((party) => party.side === side);
    for (const [index, { id }] of own.entries())
      roles.set(id, `${letters[side]}${own.length > 1 ? ordinal(index + 1) : ''}`);
  }
  return roles;
}
