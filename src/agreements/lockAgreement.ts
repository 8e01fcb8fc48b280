import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import type { LockAgreementInput } from './agreement.ts';

/** Everything that was written is locked already, or nothing was written. */
export const hindersLocking = ({ agreements }: Pick<Dispute, 'agreements'>): Refusal | null =>
  agreements.some(({ locked }) => !locked) ? null : new Refusal('conflict', 'nothingToLock', '没有等着定稿的协议。');

/** From now on these are the words, to the letter. Its number is given in the same transaction (numberLocked.sql.ts). */
export function lockAgreement(dispute: Dispute, input: LockAgreementInput, context: DisputeContext): DisputeDecision {
  const head = dispute.agreements.find(({ id }) => id === input.agreementId);
  if (!head) return refuse('notFound', 'noSuchAgreement', '没有这份协议。刷新以后再看。');
  if (head.locked) return refuse('conflict', 'lockedAlready', '这一稿已经定稿了。');
  if (head.digest !== input.digest) return refuse('conflict', 'movedOn', '又有了新的一稿。看过最新的一稿，再定稿。');
  return {
    type: 'lockAgreement',
    data: { agreementId: head.id, version: head.version, digest: head.digest },
    changes: [{ table: 'agreement', id: head.id, set: { locked_at: context.now } }],
  };
}
