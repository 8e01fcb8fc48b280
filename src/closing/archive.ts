import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { Retention } from '../disputes/dossierRules.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { openOf, refuseUnexplained } from '../promises/refuseUnexplained.ts';
import { proposeRetention, reasonOf } from './retention.ts';

export const ArchiveInput = StepInput({
  /** Not said: what stands in the file already, else what the county's rules propose. */
  retention: Type.Optional(Retention),
  retentionReason: Type.Optional(Type.String({ maxLength: 200, title: '为什么保管这么久' })),
  note: Type.Optional(Type.String({ maxLength: 500, title: '说明' })),
});
export type ArchiveInput = { retention?: Retention; retentionReason?: string; note?: string };

export const hindersArchive = ({ contested }: Pick<Dispute, 'contested'>): Refusal | null =>
  contested ? new Refusal('conflict', 'contested', '当事人说没有解决，先答复再归档。') : null;

/** Into the archive: one matter, one file (人民调解法 art. 27). What the file lacks is said on the form and stops nothing. */
export function archive(dispute: Dispute, input: ArchiveInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersArchive(dispute));
  const note = input.note?.trim() ?? '';
  refuseUnexplained(dispute, note);
  const { retention, retentionReason: reason = '' } = input;
  if (retention) reasonOf(retention, reason, proposeRetention(context.rules.dossier, dispute.categoryCode));
  const said = { archive: note, retention: retention ? reason.trim() : '' };
  return {
    type: 'archive',
    data: { from: dispute.status, ...openOf(dispute), ...(retention && { retention }) },
    notes: Object.entries(said)
      .filter(([, body]) => body !== '')
      .map(([kind, body]) => ({ id: context.newId(), kind, visibility: 'shared', body })),
  };
}
