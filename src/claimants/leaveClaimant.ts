import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { lineOf } from '../disputes/parties.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import type { LeaveGround } from './claimant.ts';
import { leaveGrounds } from './data/claimItems.ts';
import { presentAt } from './onList.ts';

export const LeaveClaimantInput = StepInput({
  partyId: Id,
  ground: Type.Union(
    (Object.keys(leaveGrounds) as LeaveGround[]).map((each) => Type.Literal(each)),
    { title: '为什么退出' },
  ),
  reason: Reason,
});
export type LeaveClaimantInput = { partyId: string; ground: LeaveGround; reason: string };

/** Nothing that was agreed on or promised to him ends by that: it is said, and people decide on it by its own steps. */
export function leaveClaimant(dispute: Dispute, input: LeaveClaimantInput, context: DisputeContext): DisputeDecision {
  const { partyId, ground, reason } = input;
  const party = presentAt(dispute, partyId, 'partyId');
  const choosers = dispute.parties.filter(({ chosenPartyId }) => chosenPartyId === partyId);
  const set = { left_ground: ground };
  const parties = dispute.parties.map((each) => (each.id === partyId ? { ...each, left: true } : each));
  const doer = dispute.handlerPostId;
  const follows = [
    ...(dispute.agreements.some(({ partyIds }) => partyIds.includes(partyId)) ? ['他的协议还在，要不要改由您定'] : []),
    ...(dispute.promises.some(({ payeePartyId }) => payeePartyId === partyId) ? ['答应付给他的钱照旧'] : []),
    ...(choosers.length > 0 ? [`他代表的 ${choosers.length} 人要另推代表人`] : []),
  ];
  const said = `${party.name}退出：${leaveGrounds[ground].zh}。${follows.map((each) => `${each}。`).join('')}`;
  return {
    type: 'leaveClaimant',
    data: { partyId, ground },
    own: { parties_line: lineOf(parties) },
    inserts: [{ into: 'claimant', values: { party_id: partyId, ...set }, again: { by: 'party_id', set } }],
    changes: [
      { table: 'party', id: partyId, set: { left_at: context.now, chosen_party_id: null } },
      // Whoever chose him speaks for himself again until another one is chosen.
      ...choosers.map(({ id }) => ({ table: 'party' as const, id, set: { chosen_party_id: null } })),
    ],
    notes: [{ id: context.newId(), kind: 'leaveClaimant', visibility: 'shared', body: reason.trim() }],
    tell: [
      ...(doer === null ? [] : [{ owner: `p:${doer}`, text: said }]),
      { owner: 'resident', partyIds: [partyId], text: '您已经退出这件事。想再参加，到窗口或者打电话说一声。' },
    ],
  };
}
