import { type Static, Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { invalid, refuse } from '../platform/refusal.ts';
import { inviteOf, type Sitting, type SittingContext } from './sitting.ts';

export const AnswerInvitationInput = StepInput({
  comes: Type.Boolean({ title: '来不来' }),
  reason: Type.String({ maxLength: 200, title: '为什么来不了' }),
});
type AnswerInput = Pick<Static<typeof AnswerInvitationInput>, 'comes' | 'reason'>;

/** 接受 or 来不了, with a reason; the last answer counts. */
export function answerInvitation(sitting: Sitting, { comes, reason }: AnswerInput, context: SittingContext): Decision {
  const { actor, now, directory, network } = context;
  const invite = inviteOf(actor, sitting) ?? refuse('forbidden', 'notInvited', '这次调解会没有请你。');
  const said = reason.trim();
  if (!comes && said.length < 2) throw invalid('reasonMissing', 'reason', '写一句为什么来不了，主持的人好另请。');
  const who = invite.unitId ? network.unit(invite.unitId)?.short : directory.post(invite.postId ?? '')?.name;
  const text = comes ? `${who ?? ''}答应来参加调解会。` : `${who ?? ''}来不了调解会，打开看看原因。`;
  const answer = comes ? ('accepted' as const) : ('declined' as const);
  return {
    type: 'answerInvitation',
    data: { inviteId: invite.id, answer },
    changes: [{ table: 'sitting_invite', id: invite.id, set: { answer, reason: comes ? '' : said, answered_at: now } }],
    tell: sitting.hostPostIds.map((id) => ({ owner: `p:${id}`, text })),
  };
}
