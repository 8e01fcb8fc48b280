import type { ClockChange } from '../deadlines/clockChanges.ts';
import { formatClock, formatDue } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import type { LastEvent } from './disputeRows.ts';
import type { Standing } from './guard.ts';
import { type StepName, statusLabels, stepNames, stepOf } from './procedure.ts';

export function standingOf(dispute: Dispute): Standing {
  return {
    status: dispute.status,
    receivingCenterId: dispute.receivingCenterId,
    leadUnitId: dispute.leadUnitId,
    handlerPostId: dispute.handlerPostId,
    supportingUnitIds: dispute.supportingUnits.map((unit) => unit.unitId),
  };
}

/** A code names its county in its first six digits; the core never changes. */
export function countyOfCode(code: string): string {
  if (!/^\d{15}$/.test(code))
    throw new Refusal('notFound', 'noSuchDispute', '没有这件事，或者您的岗位看不到它。核对编号再试。');
  return code.slice(0, 6);
}

/** Two people at once: the second learns who came first and what was done, before deciding again. */
export function movedOnSentence(dispute: Dispute, last: LastEvent | undefined): string {
  const step = stepNames.find((name) => name === last?.type);
  const who = last?.actor_role === 'party' ? '当事人' : (last?.name ?? '系统');
  const done = last && step ? `${who}于 ${formatClock(last.at)} 办了「${stepOf(step).label}」` : '刚才有人办了这件事';
  return `${done}，现在是「${statusLabels[dispute.status].zh}」。先看看新写了什么，再决定要不要按。`;
}

/** The strip after pressing: what is so now, and by when the next thing is due. */
export function doneSentence(
  name: StepName,
  outcome: { after: Dispute; changes: readonly ClockChange[] },
  context: DisputeContext,
): string {
  const { after, changes } = outcome;
  const unit = after.leadUnitId ? context.network.unit(after.leadUnitId)?.short : undefined;
  const begun = changes.flatMap((change) => (change.kind === 'start' && change.clock.dueAt ? [change.clock] : []));
  const handle = begun.find((clock) => clock.kind === 'handle') ?? begun[0];
  const said =
    name === 'dispatch' || name === 'transfer'
      ? `已${stepOf(name).label}给${unit}。`
      : `已${stepOf(name).label.replace(/^已/, '')}。`;
  const until = handle?.dueAt ? `${formatDue(handle.dueAt)}前${handle.rule.label}。` : '';
  const undo =
    name === 'dispatch' && after.dispatchUndoUntil ? `${formatClock(after.dispatchUndoUntil)} 前可撤回。` : '';
  return `${said}${until}${undo}`;
}
