import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import { refuseField } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import { AccountField, bareAccount, type Claim, claimFields, claimOf } from './claimant.ts';
import { presentAt } from './onList.ts';

export const ChangeClaimInput = StepInput({
  partyId: Id,
  ...claimFields,
  /** Left out: the account stays as it is; empty: it is taken away. */
  account: Type.Optional(AccountField),
  reason: Reason,
});
export type ChangeClaimInput = Claim & { partyId: string; account?: string; reason: string };

function accountOf(account: string | undefined): string | undefined {
  if (account === undefined) return undefined;
  const digits = bareAccount(account);
  if (digits !== '' && !/^\d{8,30}$/.test(digits)) refuseField('account', '账号是 8 到 30 位数字。');
  return digits;
}

/** What one asks for, what shows it, where the money goes; the sum before stays in the note. */
export function changeClaim(dispute: Dispute, input: ChangeClaimInput, context: DisputeContext): DisputeDecision {
  const { partyId, items, reason } = input;
  const party = presentAt(dispute, partyId, 'partyId');
  if (new Set(items.map(({ kind }) => kind)).size < items.length) refuseField('items', '同一项写了两次，合成一项。');
  const account = accountOf(input.account);
  const claim = claimOf(items);
  const before = party.claimCents === null ? '没有写过金额' : spokenMoney(party.claimCents);
  const set = {
    ...{ items: JSON.stringify(items), period: input.period.trim(), evidence: [...input.evidence] },
    ...{ evidence_note: input.evidenceNote.trim(), bank: input.bank.trim(), note: input.note.trim() },
  };
  const moved = party.claimCents === claim ? '' : `${party.name}：原来${before}，现在${spokenMoney(claim)}。`;
  return {
    type: 'changeClaim',
    data: { partyId, sum: party.claimCents !== claim, account: account !== undefined },
    inserts: [{ into: 'claimant', values: { party_id: partyId, ...set }, again: { by: 'party_id', set } }],
    changes: [{ table: 'party', id: partyId, set: { claim_cents: claim } }],
    ...(account === undefined ? {} : { secrets: [{ partyId, account }] }),
    notes: [{ id: context.newId(), kind: 'changeClaim', visibility: 'shared', body: `${moved}${reason.trim()}` }],
  };
}
