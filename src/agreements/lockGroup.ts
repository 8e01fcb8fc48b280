import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import type { LockGroupInput } from './group.ts';
import { groupDigest, groupHeads } from './writeGroup.ts';

export const hindersLockingGroup = ({ agreements }: Pick<Dispute, 'agreements'>): Refusal | null =>
  agreements.some(({ locked, groupId }) => groupId !== null && !locked)
    ? null
    : new Refusal('conflict', 'nothingToLock', '没有等着定稿的一组协议。');

/** All of a group that are not locked yet, but for those left out; each gets a number of its own (numberGroup.sql.ts). */
export function lockGroup(dispute: Dispute, input: LockGroupInput, context: DisputeContext): DisputeDecision {
  const { groupId, leaveOut } = input;
  const out = new Set(leaveOut);
  const open = groupHeads(dispute, groupId).filter(
    ({ locked, partyIds }) => !locked && !partyIds.some((id) => out.has(id)),
  );
  if (open.length === 0) return refuse('conflict', 'lockedAlready', '这一组都定稿了。');
  if (groupDigest(open) !== input.digest)
    return refuse('conflict', 'movedOn', '有人的协议又有了新的一稿。看过最新的，再定稿。');
  return {
    type: 'lockGroup',
    data: { groupId, count: open.length, digest: input.digest },
    changes: open.map(({ id }) => ({ table: 'agreement', id, set: { locked_at: context.now } })),
  };
}
