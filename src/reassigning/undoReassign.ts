import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { refuseOthersWork } from './reassign.ts';
import { contactSentence } from './reassignTells.ts';

export const UndoReassignInput = StepInput({ runId: Id });
export type UndoReassignInput = { runId: string };

/** Why a hand-over can no longer be taken back; null when it can. */
export function whyNotUndone(dispute: Dispute, runId: string, now: Date): string | null {
  const rows = dispute.reassignments.filter((each) => each.runId === runId);
  const [first] = rows;
  if (!first) return '这次移交已经收回，或者交接已经结束。';
  if (dayOf(first.at) !== dayOf(now)) return '只能当天收回。要改，再移交一次。';
  if (rows.some(({ acknowledged }) => acknowledged)) return '对方已经点了「收到」，不能收回。要改，再移交一次。';
  return dispute.version === first.version ? null : '移交以后这件事又有人办了，不能收回。要改，再移交一次。';
}

/** The same day, while nobody touched it: everything is in the hand that had it before. */
export function undoReassign(dispute: Dispute, input: UndoReassignInput, context: DisputeContext): DisputeDecision {
  const why = whyNotUndone(dispute, input.runId, context.now);
  if (why) throw new Refusal('conflict', 'tooLateToUndo', why);
  const rows = dispute.reassignments.filter(({ runId }) => runId === input.runId);
  const [{ fromPostId, toPostId, byPostId }] = rows as [(typeof rows)[0]];
  const parts = rows.map(({ part }) => part);
  if (context.actor.postId !== byPostId) refuseOthersWork(dispute, fromPostId, parts, context);
  const back = (id: string) => (id === toPostId ? fromPostId : id);
  const first = dispute.firstContactPostId;
  const name = context.directory.post(fromPostId)?.name;
  const told = parts.find((part) => part !== 'named');
  return {
    type: 'undoReassign',
    data: { fromPostId, toPostId, parts, runId: input.runId },
    matter: {
      ...(parts.includes('handling') && { handler_post_id: fromPostId }),
      ...(parts.includes('named') && { named_post_ids: dispute.namedPostIds.map(back) }),
    },
    own: {
      ...(parts.includes('contact') && { contact_post_id: fromPostId === first ? null : fromPostId }),
      handing_post_ids: dispute.handingPostIds.filter((id) => id !== fromPostId),
    },
    changes: rows.map(({ id }) => ({ table: 'reassignment', id, set: { undone_at: context.now } })),
    tell: [
      { owner: `p:${toPostId}`, text: '刚移交给你的一件收回去了，不用办。' },
      ...(told && name ? [{ owner: 'resident', text: contactSentence(dispute, told, name, context) }] : []),
    ],
  };
}
