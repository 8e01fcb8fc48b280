import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import type { Dispute, DisputeContext } from './dispute.ts';

export const AddFileInput = StepInput({
  uploads: Type.Array(Id, { minItems: 1, maxItems: 30, title: '文件' }),
  toResident: Type.Optional(Type.Boolean({ title: '让当事人看到' })),
});
export type AddFileInput = { uploads: string[]; toResident?: boolean };

/** Files that were uploaded (checked by content, stored) become part of the matter. The rows follow from the uploads. */
export function addFile(dispute: Dispute, input: AddFileInput, context: DisputeContext): DisputeDecision {
  const fromResident = context.actor.role === 'party';
  const doer = dispute.handlerPostId ? `p:${dispute.handlerPostId}` : `c:${dispute.receivingCenterId}#dispatcher`;
  const visibility = fromResident || input.toResident ? 'resident' : 'shared';
  return {
    type: 'addFile',
    data: { uploads: input.uploads, fromResident, visibility },
    files: { uploads: input.uploads, visibility },
    tell: fromResident ? [{ owner: doer, text: `当事人交来 ${input.uploads.length} 份材料。` }] : [],
  };
}
