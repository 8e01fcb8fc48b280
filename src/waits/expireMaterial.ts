import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import type { WaitContext, Waiting } from './waiting.ts';
import { waitWord } from './waits.ts';

export const ExpireMaterialInput = StepInput({});
export type ExpireMaterialInput = Record<never, never>;

/** A pause has a limit: when what was waited for did not come in time, the clocks go on and people are told. */
export function expireMaterial(matter: Waiting, _input: ExpireMaterialInput, context: WaitContext): Decision {
  const over = matter.materials.filter((each) => each.state === 'approved' && each.limitAt <= context.now);
  const [wait] = over;
  if (!wait) throw new Refusal('conflict', 'notOver', '等的日期还没到。');
  const material = wait.ground === 'material';
  const what = material ? '补材料' : waitWord(wait, context.network);
  return {
    type: 'expireMaterial',
    data: { requestIds: over.map((each) => each.id), ground: wait.ground },
    changes: over.map((each) => ({
      table: 'material_request',
      id: each.id,
      set: { state: 'expired', ended_at: context.now },
    })),
    clocks: [{ act: 'resume' }],
    tell: [
      ...(matter.handlerPostId ? [{ owner: `p:${matter.handlerPostId}`, text: `${what}的期限到了，钟继续走。` }] : []),
      {
        owner: 'resident',
        text: material
          ? '补材料的日期过了，先接着办。材料找到了随时可以再交。'
          : `${what}的日期到了，还没有结果，先接着办，日期接着算。`,
      },
    ],
  };
}
