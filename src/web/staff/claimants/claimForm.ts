import type { Claim, ClaimItem } from '../../../claimants/claimant.ts';
import type { ClaimItemKind } from '../../../claimants/data/claimItems.ts';
import { readYuan } from '../../../platform/yuan.ts';

export type TypedItem = { key: string; kind: ClaimItemKind; amount: string };
export type TypedClaim = Omit<Claim, 'items'> & { items: TypedItem[]; account: string };

const yuan = (cents: number): string => String(cents / 100);
export const emptyItem = (): TypedItem => ({ key: crypto.randomUUID(), kind: 'wages', amount: '' });

export const typedClaim = (claim: Claim & { account?: string }): TypedClaim => ({
  ...{ period: claim.period, evidence: [...claim.evidence], evidenceNote: claim.evidenceNote },
  ...{ bank: claim.bank, note: claim.note, account: claim.account ?? '' },
  items:
    claim.items.length === 0
      ? [emptyItem()]
      : claim.items.map(({ kind, cents }) => ({ ...emptyItem(), kind, amount: yuan(cents) })),
});

/** Typed amounts as cents; the sentence for the first that is none. */
export function itemsOf(items: readonly TypedItem[]): { items: ClaimItem[]; problem: string | null } {
  const read = items
    .filter(({ amount }) => amount.trim() !== '')
    .map(({ kind, amount }) => ({ kind, ...readYuan(amount) }));
  const wrong = read.find(({ ok }) => !ok);
  return {
    items: read.flatMap((each) => (each.ok && each.cents !== null ? [{ kind: each.kind, cents: each.cents }] : [])),
    problem: wrong && !wrong.ok ? wrong.sentence : null,
  };
}

export const claimInput = ({ items, account: _account, ...rest }: TypedClaim): Claim => ({
  ...rest,
  items: itemsOf(items).items,
});
