import { type Static, Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { Id, LongText, StepInput } from '../matters/fields.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import type { Sitting, SittingContext } from './sitting.ts';
import { sides } from './words.ts';

export const MakeProposalInput = StepInput({
  disputeId: Id,
  from: Type.Enum(sides, { title: '哪一方提的' }),
  text: LongText,
  hand: Type.Boolean({ title: '带给对方' }),
});
type MakeInput = Pick<Static<typeof MakeProposalInput>, 'disputeId' | 'from' | 'text' | 'hand'>;

/** Made by one side while apart: handed to the other, or kept until they allow it. */
export function makeProposal(sitting: Sitting, input: MakeInput, { actor, now, newId }: SittingContext): Decision {
  const { disputeId, from, text, hand } = input;
  if (!sitting.disputes.some(({ id }) => id === disputeId)) refuseField('disputeId', '这次调解会不谈那一件。');
  const id = newId();
  const state = hand ? ('handed' as const) : ('kept' as const);
  const values = {
    id,
    dispute_id: disputeId,
    from_side: from,
    body: text.trim(),
    state,
    at: now,
    by_post_id: actor.postId,
  };
  return {
    type: 'makeProposal',
    data: { proposalId: id, from, state },
    inserts: [{ into: 'sitting_proposal', values }],
  };
}

const answers = ['handed', 'accepted', 'declined'] as const;
export const SettleProposalInput = StepInput({
  proposalId: Id,
  state: Type.Enum(answers, { title: '怎么样了' }),
});
type SettleInput = Pick<Static<typeof SettleProposalInput>, 'proposalId' | 'state'>;

/** Kept ones are handed over first; what was answered stays answered. */
export function settleProposal(
  sitting: Sitting,
  { proposalId, state }: SettleInput,
  { now }: SittingContext,
): Decision {
  const found = sitting.proposals.find(({ id }) => id === proposalId);
  if (!found) return refuse('notFound', 'noSuchProposal', '没有这个方案，刷新再看。');
  const before = state === 'handed' ? 'kept' : 'handed';
  if (found.state !== before)
    refuse(
      'conflict',
      'proposalMoved',
      state === 'handed' ? '这个方案已经带给对方了。' : '先把方案带给对方，再记回音；有了回音的不再改。',
    );
  const answered_at = state === 'handed' ? null : now;
  return {
    type: 'settleProposal',
    data: { proposalId, state },
    changes: [{ table: 'sitting_proposal', id: proposalId, set: { state, answered_at } }],
  };
}
