import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import { type Tie, ties, tieWords } from '../disputes/ties.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import { leaderKey } from '../procedures/owners.ts';

export const DeclareTieInput = StepInput({
  ties: Type.Array(Type.Union(ties.map((each) => Type.Literal(each))), {
    maxItems: ties.length,
    uniqueItems: true,
    title: '和双方的关系',
  }),
  words: Type.Optional(Type.String({ maxLength: 500, title: '说明' })),
});
export type DeclareTieInput = { ties: Tie[]; words?: string };

/** What ties him to a party, said by himself before he begins; nothing is a declaration too. The parties hear what kind of tie it is. */
export function declareTie(dispute: Dispute, input: DeclareTieInput, context: DisputeContext): DisputeDecision {
  const { actor, now, newId } = context;
  const own = mediating(dispute).find(({ postId }) => postId === actor.postId);
  if (!own) throw new Refusal('forbidden', 'notYourTie', '回避由调解员本人申报，代班的人不能替他说。');
  const words = input.words?.trim();
  if (input.ties.includes('other') && !words) refuseField('words', '写清楚是什么关系。');
  const tied = input.ties.length > 0;
  const kinds = input.ties.map((tie) => tieWords[tie].zh).join('、');
  const state = own.state === 'objected' ? 'objected' : tied ? 'tied' : 'accepted';
  return {
    type: 'declareTie',
    data: { postId: own.postId, ties: input.ties },
    changes: [{ table: 'mediator_appointment', id: own.id, set: { state, ties: input.ties, declared_at: now } }],
    notes: words ? [{ id: newId(), kind: 'tie', visibility: 'shared', body: words }] : [],
    tell: tied
      ? [
          { owner: leaderKey(dispute.receivingCenterId), text: '调解员申报了要回避的关系：换人，或者问双方同不同意。' },
          {
            owner: 'resident',
            text: `您的调解员${actor.name}说，他和一方当事人有关系：${kinds}。双方都同意，他才接着调；您不同意，就换人。`,
          },
        ]
      : [],
  };
}
