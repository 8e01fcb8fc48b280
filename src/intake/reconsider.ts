import type { Context } from '../matters/context.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import type { DisputeDecision } from './disputeDecision.ts';

export const ReconsiderInput = StepInput({ reason: Reason });
export type ReconsiderInput = { reason: string };

/** A declined matter is looked at again: back to the door, with a new clock for the answer. */
export function reconsider(
  matter: { receivingCenterId: string },
  input: ReconsiderInput,
  context: Context<unknown>,
): DisputeDecision {
  return {
    type: 'reconsider',
    notes: [{ id: context.newId(), kind: 'reconsider', visibility: 'resident', body: input.reason.trim() }],
    tell: [
      { owner: `c:${matter.receivingCenterId}#dispatcher`, text: '一件不予受理的事要重新审查。' },
      { owner: 'resident', text: '中心正在重新审查您的事。' },
    ],
  };
}
