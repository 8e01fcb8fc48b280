import type { Dispute, DisputeContext, MediatorBrief } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import { refuseField } from '../platform/refusal.ts';

/** Whom a step on one of several mediators is about. */
export function chosenMediator(dispute: Dispute, mediatorId: string): MediatorBrief {
  const found = mediating(dispute).find(({ id }) => id === mediatorId);
  return found ?? refuseField('mediatorId', '他已经不调解这件事了，重新选。');
}

/** 赵立（迎泽中心）: who it is, and where he sits. */
export function mediatorName(
  { postId, unitId }: Pick<MediatorBrief, 'postId' | 'unitId'>,
  { directory, network }: Pick<DisputeContext, 'directory' | 'network'>,
): string {
  const unit = network.unit(unitId)?.short;
  return `${directory.post(postId)?.name ?? '调解员'}${unit ? `（${unit}）` : ''}`;
}
