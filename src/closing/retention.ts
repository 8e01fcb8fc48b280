import { type DossierRules, type Retention, retentionNames } from '../disputes/dossierRules.ts';
import { refuseField } from '../platform/refusal.ts';

export type Proposal = { proposed: Retention; why: string };

/** What the county keeps disputes of this category for, with the reason. Who files it away decides. */
export function proposeRetention({ usual, byCategory }: DossierRules, categoryCode: string): Proposal {
  const own = byCategory.find(({ category }) => category === categoryCode);
  if (own) return { proposed: own.retention, why: own.why };
  return { proposed: usual, why: `没有另外规定的都${retentionNames[usual]}保管。` };
}

/** As it stands on the cover. */
export const retentionWords = ({ longYears, shortYears }: DossierRules): Readonly<Record<Retention, string>> => ({
  permanent: retentionNames.permanent,
  long: longYears === null ? retentionNames.long : `长期（${longYears}年）`,
  short: shortYears === null ? retentionNames.short : `短期（${shortYears}年）`,
});

/** Whoever keeps a file for another time than is proposed says why; else the reason of the proposal is the reason. */
export function reasonOf(retention: Retention, said: string, { proposed, why }: Proposal): string {
  const reason = said.trim();
  if (retention !== proposed && reason === '') refuseField('retentionReason', '和建议的不一样，写一句为什么。');
  return reason === '' ? why : reason;
}
