import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';

const words = <T extends string>(list: readonly T[], title: string) =>
  Type.Union(
    list.map((word) => Type.Literal(word)),
    { title },
  );

export const methods = ['phone', 'home', 'counter', 'letter'] as const;
export const visitOutcomes = ['settled', 'partly', 'notSettled', 'unreachable'] as const;
export const performances = ['performed', 'performing', 'notPerformed', 'notDue', 'none'] as const;

export const ReturnVisitInput = StepInput({
  partyId: Type.Union([Id, Type.Null()], { title: '问了谁' }),
  method: words(methods, '怎么问的'),
  outcome: words(visitOutcomes, '解决了吗'),
  performed: words(performances, '协议履行了吗'),
  words: Type.String({ minLength: 2, maxLength: 1000, title: '被问的人怎么说' }),
});
export type ReturnVisitInput = {
  partyId: string | null;
  method: (typeof methods)[number];
  outcome: (typeof visitOutcomes)[number];
  performed: (typeof performances)[number];
  words: string;
};

/** Asking afterwards (人民调解法 art. 31: urge and oversee performance). "Not settled" opens a review, it never disappears. */
export function recordReturnVisit(dispute: Dispute, input: ReturnVisitInput, context: DisputeContext): DisputeDecision {
  if (input.partyId && !dispute.parties.some((party) => party.id === input.partyId))
    throw new Refusal('invalid', 'unknownParty', '选这件事里的当事人。', { partyId: '选这件事里的当事人。' });
  const unsettled = input.outcome === 'notSettled' && !dispute.contested;
  const visit = {
    id: context.newId(),
    party_id: input.partyId,
    at: context.now,
    post_id: context.actor.postId,
    method: input.method,
    outcome: input.outcome,
    performed: input.performed,
  };
  return {
    type: 'recordReturnVisit',
    data: { visitId: visit.id, outcome: input.outcome, performed: input.performed },
    ...(unsettled ? { own: { contested: true } } : {}),
    notes: [{ id: context.newId(), kind: 'returnVisit', visibility: 'shared', body: input.words.trim() }],
    inserts: [{ into: 'return_visit', values: visit }],
    clocks: unsettled
      ? [
          { act: 'start', kind: 'contest' },
          { act: 'stop', kind: 'strikeOff' },
        ]
      : [],
    tell: unsettled
      ? [{ owner: `c:${dispute.receivingCenterId}#centerLeader`, text: '回访时当事人说没有解决，要决定是否重新办理。' }]
      : [],
  };
}
