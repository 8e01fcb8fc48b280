import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';

export const ArchiveInput = StepInput({});
export type ArchiveInput = Record<never, never>;

export const hindersArchive = ({ contested }: Pick<Dispute, 'contested'>): Refusal | null =>
  contested ? new Refusal('conflict', 'contested', '当事人说没有解决，先答复再归档。') : null;

/** Into the archive: one matter, one file (人民调解法 art. 27). */
export function archive(dispute: Dispute, _input: ArchiveInput, _context: DisputeContext): DisputeDecision {
  refuseIf(hindersArchive(dispute));
  return { type: 'archive', data: { from: dispute.status } };
}
