import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';

export const ExpireMaterialInput = StepInput({});
export type ExpireMaterialInput = Record<never, never>;

/** A pause has a limit: when the material did not come in time, the clocks go on by themselves and people are told. */
export function expireMaterial(dispute: Dispute, _input: ExpireMaterialInput, context: DisputeContext): Decision {
  const over = dispute.materials.filter((each) => each.state === 'approved' && each.limitAt <= context.now);
  if (over.length === 0) throw new Refusal('conflict', 'notOver', '等材料的期限还没到。');
  return {
    type: 'expireMaterial',
    data: { requestIds: over.map((each) => each.id) },
    changes: over.map((each) => ({
      table: 'material_request',
      id: each.id,
      set: { state: 'expired', ended_at: context.now },
    })),
    clocks: [{ act: 'resume' }],
    tell: [
      ...(dispute.handlerPostId ? [{ owner: `p:${dispute.handlerPostId}`, text: '补材料的期限到了，钟继续走。' }] : []),
      { owner: 'resident', text: '补材料的日期过了，先接着办。材料找到了随时可以再交。' },
    ],
  };
}
