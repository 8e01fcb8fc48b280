import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { openOf, refuseUnexplained } from '../promises/refuseUnexplained.ts';

export const ArchiveInput = StepInput({ note: Type.Optional(Type.String({ maxLength: 500, title: '说明' })) });
export type ArchiveInput = { note?: string };

export const hindersArchive = ({ contested }: Pick<Dispute, 'contested'>): Refusal | null =>
  contested ? new Refusal('conflict', 'contested', '当事人说没有解决，先答复再归档。') : null;

/** Into the archive: one matter, one file (人民调解法 art. 27). */
export function archive(dispute: Dispute, input: ArchiveInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersArchive(dispute));
  const note = input.note?.trim();
  refuseUnexplained(dispute, note);
  return {
    type: 'archive',
    data: { from: dispute.status, ...openOf(dispute) },
    notes: note ? [{ id: context.newId(), kind: 'archive', visibility: 'shared', body: note }] : [],
  };
}
