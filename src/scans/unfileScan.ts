import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';

export const UnfileScanInput = StepInput({
  filedId: Type.Unsafe<string>({ ...Id, title: '哪一份扫描件' }),
  reason: Reason,
});
export type UnfileScanInput = { filedId: string; reason: string };

/**
 * It belongs elsewhere: out of its place and back among what waits, with the reason kept. The file stays in the matter's history,
 * to be read by whoever took it out: it may be somebody else's paper.
 */
export function unfileScan(
  _dispute: Dispute,
  { filedId, reason }: UnfileScanInput,
  context: DisputeContext,
): DisputeDecision {
  const { now, newId } = context;
  const why = reason.trim();
  return {
    type: 'unfileScan',
    data: { filedId },
    notes: [{ id: newId(), kind: 'unfileScan', visibility: 'shared', body: why }],
    changes: [{ table: 'filed_paper', id: filedId, set: { removed_at: now, removed_reason: why } }],
  };
}
