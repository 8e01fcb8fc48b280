import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { refuseField } from '../platform/refusal.ts';
import { PartyIds } from './claimant.ts';
import { presentAt } from './onList.ts';

export const ChooseRepresentativesInput = StepInput({
  /** Null: these speak for themselves again. */
  chosenPartyId: Type.Union([Id, Type.Null()]),
  byPartyIds: PartyIds('谁推选他'),
  scope: Type.Union([Type.Literal('general'), Type.Literal('special')], { title: '代表到哪一步' }),
  how: Type.String({ minLength: 2, maxLength: 300, title: '怎么推选的' }),
});
export type ChooseRepresentativesInput = {
  chosenPartyId: string | null;
  byPartyIds: string[];
  scope: 'general' | 'special';
  how: string;
};

/** Claimants choose one of themselves (劳动争议调解仲裁法 7); giving up or settling a claim needs the special scope. */
export function chooseRepresentatives(
  dispute: Dispute,
  input: ChooseRepresentativesInput,
  context: DisputeContext,
): DisputeDecision {
  const { chosenPartyId, byPartyIds, scope, how } = input;
  for (const id of byPartyIds) presentAt(dispute, id, 'byPartyIds');
  if (chosenPartyId !== null) {
    const chosen = presentAt(dispute, chosenPartyId, 'chosenPartyId');
    if (byPartyIds.includes(chosenPartyId)) refuseField('byPartyIds', '代表人自己不用推选自己。');
    if (chosen.chosenPartyId !== null) refuseField('chosenPartyId', '他自己推选了别人，不能再当代表人。');
  }
  const leads = dispute.parties.some(({ chosenPartyId: by }) => by !== null && byPartyIds.includes(by));
  if (chosenPartyId !== null && leads) refuseField('byPartyIds', '里面有代表人；先让推选他的人另推一位。');
  const set = { chosen_scope: chosenPartyId === null ? null : scope };
  return {
    type: 'chooseRepresentatives',
    data: { chosenPartyId, count: byPartyIds.length, scope },
    inserts: byPartyIds.map((id) => ({
      into: 'claimant' as const,
      values: { party_id: id, ...set },
      again: { by: 'party_id', set },
    })),
    changes: byPartyIds.map((id) => ({ table: 'party' as const, id, set: { chosen_party_id: chosenPartyId } })),
    notes: [{ id: context.newId(), kind: 'chooseRepresentatives', visibility: 'shared', body: how.trim() }],
  };
}
