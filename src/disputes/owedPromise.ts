import { startOfDay } from '../platform/now.ts';
import type { Todo } from '../procedures/head.ts';
import type { Dispute } from './dispute.ts';
import { type StepName, stepOf } from './procedure.ts';

/**
 * The first day on which something is owed by an agreement, from that day on, one line a dispute: by who works on it, or once it
 * is archived and nobody does, by the center.
 */
export function owedPromise(dispute: Dispute, doer: readonly string[]): Omit<Todo<StepName>, 'dueAt'>[] {
  const first = dispute.promises.find(({ dueOn }) => dueOn !== null);
  if (!first?.dueOn || !stepOf('recordPayment').from.includes(dispute.status)) return [];
  const { status, leadUnitId, receivingCenterId } = dispute;
  const owners = status === 'archived' || !leadUnitId ? [`c:${receivingCenterId}#closer`] : doer;
  const act = first.amountCents === null ? 'recordDeed' : 'recordPayment';
  const from = startOfDay(first.dueOn);
  return owners.map((owner) => ({ owner, act, clockKind: 'promise', from }));
}
