import { mediationKinds } from '../deadlines/rules.13710.ts';
import { formatDue } from '../platform/now.ts';
import type { Outcome } from '../procedures/decideStep.ts';
import { doneWord as plainlyDone } from '../procedures/sentences.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { disputeKind, type Standing } from './kind.ts';
import { mediating } from './mediators.ts';
import { type StepName, stepOf } from './procedure.ts';

export function standingOf(dispute: Dispute): Standing {
  return {
    status: dispute.status,
    receivingCenterId: dispute.receivingCenterId,
    leadUnitId: dispute.leadUnitId,
    handlerPostId: dispute.handlerPostId,
    supportingUnitIds: dispute.supportingUnits.map((unit) => unit.unitId),
    handingPostIds: dispute.handingPostIds,
    mediatorPostIds: mediating(dispute).map(({ postId }) => postId),
  };
}

/** Clocks that measure a wait or a whole, not a next act. */
const noAct: ReadonlySet<string> = new Set([...mediationKinds, 'materials', 'wait']);

function doneWord(name: StepName, unit: string | undefined): string {
  const { label } = stepOf(name);
  if (name === 'dispatch' || name === 'transfer') return `已${label}给${unit}`;
  if (name === 'rule') return `已裁定由${unit}办`;
  return plainlyDone(disputeKind, name);
}

/** The strip after pressing: what is so now, and by when the next thing is due. */
export function doneSentence(
  { step, after, changes }: Outcome<Dispute, StepName>,
  { network }: DisputeContext,
): string {
  const unit = after.leadUnitId ? network.unit(after.leadUnitId)?.short : undefined;
  const begun = changes.flatMap((change) =>
    change.kind === 'start' && change.clock.dueAt && !noAct.has(change.clock.kind) ? [change.clock] : [],
  );
  const next = begun.find((clock) => clock.kind === 'handle') ?? begun[0];
  const until = next?.dueAt ? `${formatDue(next.dueAt)}前${next.rule.label}。` : '';
  return `${doneWord(step, unit)}。${until}`;
}
