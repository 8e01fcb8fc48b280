import { Type } from 'typebox';
import type { Context } from '../matters/context.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import type { DisputeDecision } from './disputeDecision.ts';
import type { IntakeRules } from './rules.ts';

export const DeclineInput = StepInput({
  ground: Type.String({ maxLength: 40, title: '情形' }),
  reason: Reason,
  goTo: Type.String({ minLength: 2, maxLength: 200, title: '该去哪里' }),
});
export type DeclineInput = { ground: string; reason: string; goTo: string };

/** Not ours: always with the legal basis and with where to go instead, on paper too. It stays visible and reviewable. */
export function decline(_matter: object, input: DeclineInput, context: Context<IntakeRules>): DisputeDecision {
  const ground = context.rules.intake.declineGrounds.find((each) => each.code === input.ground);
  if (!ground) throw new Refusal('invalid', 'unknownGround', '选一种情形。', { ground: '选一种情形。' });
  const note = (kind: string, body: string) => ({ id: context.newId(), kind, visibility: 'resident' as const, body });
  const goTo = input.goTo.trim();
  return {
    type: 'decline',
    data: { ground: ground.code, basis: ground.basis },
    notes: [note('decline', input.reason.trim()), note('basis', ground.basis), note('goTo', goTo)],
    tell: [{ owner: 'resident', text: `这件事综治中心不能办。您可以去：${goTo}。不同意可以请中心重新审查。` }],
  };
}
