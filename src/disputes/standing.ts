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
    handingPostIds: dispute.handingPostIds,
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

/** Where 「已」 and the label do not make a sentence. */
const doneWords: Partial<Record<StepName, string>> = {
  requestMaterial: '已告诉当事人补材料，等审批停钟',
  receiveMaterial: '材料收到了，钟接着走',
  decidePause: '停钟审批好了',
  requestWait: '停钟申请交上去了，等审批，钟还在走',
  endWait: '记好了，钟接着走',
  requestExtension: '延期申请交上去了，等审批',
  decideExtension: '延期审批好了',
  startStatutory: '法定时限记好了',
  stopStatutory: '法定时限结束了',
  settle: '协议记好了',
  fail: '已记「没调成」',
  withdraw: '已记撤回',
  restrict: '谁可以知道，已经改好',
  amend: '事实改好了',
  statePrevention: '记好了，统计里会数到',
  addFile: '材料加好了',
  message: '话留下了',
  contest: '已记「没有解决」',
  sendBack: '已退回给中心',
  merge: '已合并，跟着主办的一件走',
  split: '已拆开，各办各的，停着的时限接着走',
  reassign: '已移交',
  undoReassign: '已收回移交',
};

/** Clocks that measure a wait or a whole, not a next act. */
const noAct: ReadonlySet<string> = new Set(['mediation', 'materials', 'wait']);

function doneWord(name: StepName, unit: string | undefined): string {
  const { label } = stepOf(name);
  if (name === 'dispatch' || name === 'transfer') return `已${label}给${unit}`;
  if (name === 'rule') return `已裁定由${unit}办`;
  return doneWords[name] ?? `已${label.replace(/^已/, '')}`;
}

/** The strip after pressing: what is so now, and by when the next thing is due. */
export function doneSentence(
  name: StepName,
  outcome: { after: Dispute; changes: readonly ClockChange[] },
  context: DisputeContext,
): string {
  const { after, changes } = outcome;
  const unit = after.leadUnitId ? context.network.unit(after.leadUnitId)?.short : undefined;
  const begun = changes.flatMap((change) =>
    change.kind === 'start' && change.clock.dueAt && !noAct.has(change.clock.kind) ? [change.clock] : [],
  );
  const next = begun.find((clock) => clock.kind === 'handle') ?? begun[0];
  const until = next?.dueAt ? `${formatDue(next.dueAt)}前${next.rule.label}。` : '';
  const undo =
    name === 'dispatch' && after.dispatchUndoUntil ? `${formatClock(after.dispatchUndoUntil)} 前可撤回。` : '';
  return `${doneWord(name, unit)}。${until}${undo}`;
}
