import { Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import type { WaitContext, Waiting } from './waiting.ts';

export const ReceiveMaterialInput = StepInput({ note: Type.Optional(Type.String({ maxLength: 500, title: '说明' })) });
export type ReceiveMaterialInput = { note?: string };

const awaited = ({ materials }: Waiting) =>
  materials.filter(({ state, ground }) => ground === 'material' && (state === 'proposed' || state === 'approved'));

export const hindersReceipt = (matter: Waiting): Refusal | null =>
  awaited(matter).length > 0 ? null : new Refusal('conflict', 'notWaiting', '现在没有在等的材料。');

/** The material is here, or is no longer waited for: the clocks go on with the days the pause really took. */
export function receiveMaterial(matter: Waiting, input: ReceiveMaterialInput, context: WaitContext): Decision {
  const waiting = awaited(matter);
  refuseIf(hindersReceipt(matter));
  const note = input.note?.trim();
  return {
    type: 'receiveMaterial',
    data: { requestIds: waiting.map((each) => each.id) },
    notes: note ? [{ id: context.newId(), kind: 'receiveMaterial', visibility: 'resident', body: note }] : [],
    changes: waiting.map((each) => ({
      table: 'material_request',
      id: each.id,
      set: { state: 'received', ended_at: context.now },
    })),
    clocks: [{ act: 'resume' }],
    tell: [
      ...(matter.handlerPostId ? [{ owner: `p:${matter.handlerPostId}`, text: '材料收到了，钟继续走。' }] : []),
      { owner: 'resident', text: '您补交的材料收到了，接着办。' },
    ],
  };
}
