import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { lineOf } from '../disputes/parties.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import { checkClaimant, twins } from './checkClaimant.ts';
import { bareAccount, ClaimantField, type ClaimantInput, claimOf, MOST_AT_ONCE, presentOf } from './claimant.ts';

export const AddClaimantsInput = StepInput({
  claimants: Type.Array(ClaimantField, { minItems: 1, maxItems: MOST_AT_ONCE, title: '名单' }),
});
export type AddClaimantsInput = { claimants: ClaimantInput[] };

const MOST_IN_ALL = 500;

function checkAll({ claimants }: AddClaimantsInput, now: Date) {
  const fields: Record<string, string> = {};
  const checked = claimants.map((claimant, index) => {
    const { party, problems } = checkClaimant(claimant, now);
    for (const [field, sentence] of Object.entries(problems)) fields[`claimants.${index}.${field}`] = sentence;
    return party;
  });
  for (const [index, first] of twins(checked))
    fields[`claimants.${index}.idNumber`] = `和第 ${first + 1} 位是同一个人，只写一次。`;
  const count = Object.keys(fields).length;
  if (count > 0) throw new Refusal('invalid', 'invalidClaimants', `名单有 ${count} 处要改，改好再加。`, fields);
  return checked;
}

/** Whoever is on it already is found by the keyed digest of the number, in the same transaction (sealClaimants.sql.ts). */
export function addClaimants(dispute: Dispute, input: AddClaimantsInput, context: DisputeContext): DisputeDecision {
  const checked = checkAll(input, context.now);
  const present = presentOf(dispute.parties).length + checked.length;
  if (present > MOST_IN_ALL)
    throw new Refusal('invalid', 'tooManyClaimants', `一件事最多 ${MOST_IN_ALL} 位申请人。分成两件登记，再合并办理。`);
  const rows = input.claimants.map((claimant, index) => {
    const party = checked[index] as (typeof checked)[number];
    const account = bareAccount(claimant.account);
    const id = context.newId();
    return { id, claimant, party, secret: { partyId: id, idNumber: party.idNumber, phone: party.phone, account } };
  });
  const parties = rows.map(({ id, claimant, party }, index) => ({
    into: 'party' as const,
    values: {
      ...{ id, position: dispute.parties.length + index, side: 'applicant' as const, kind: 'person' as const },
      ...{ name: party.name, id_kind: party.idKind, id_exception: party.idException.trim() || null },
      ...{ birth_year: party.birthYear, sex: party.sex, address: party.address.trim(), minor: party.minor },
      ...{ claim_cents: claimOf(claimant.items), joined_at: context.now },
    },
  }));
  const claims = rows.map(({ id, claimant }) => ({
    into: 'claimant' as const,
    values: {
      ...{ party_id: id, items: JSON.stringify(claimant.items), period: claimant.period.trim() },
      ...{ evidence: [...claimant.evidence], evidence_note: claimant.evidenceNote.trim() },
      ...{ bank: claimant.bank.trim(), note: claimant.note.trim() },
    },
  }));
  const added = parties.map(({ values: { name } }) => ({ side: 'applicant' as const, name, left: false }));
  const doer = dispute.handlerPostId;
  return {
    type: 'addClaimants',
    data: { count: rows.length },
    own: { parties_line: lineOf([...dispute.parties, ...added]) },
    inserts: [...parties, ...claims],
    secrets: rows.map(({ secret }) => secret),
    tell:
      doer === null ? [] : [{ owner: `p:${doer}`, text: `申请人名单加了 ${rows.length} 人，现在一共 ${present} 人。` }],
  };
}
