import { Type } from 'typebox';
import type { Context } from '../matters/context.ts';
import { StepInput } from '../matters/fields.ts';
import type { DisputeDecision } from './disputeDecision.ts';

export const AcceptInput = StepInput({ note: Type.Optional(Type.String({ maxLength: 500, title: '要说的话' })) });
export type AcceptInput = { note?: string };

type Registered = { receivingCenterId: string; willing: string };

/** Taking it in. Whoever received it first stays answerable (首问负责): nothing here touches that. */
export function accept(matter: Registered, input: AcceptInput, context: Context<unknown>): DisputeDecision {
  const owner = `c:${matter.receivingCenterId}#dispatcher`;
  const notes = input.note?.trim()
    ? [{ id: context.newId(), kind: 'accept', visibility: 'shared' as const, body: input.note.trim() }]
    : [];
  return {
    type: 'accept',
    data: { willing: matter.willing },
    notes,
    tell: [
      { owner, text: '受理了一件，等研判和分流。' },
      { owner: 'resident', text: '您的事已经受理，正在确定由哪个单位办理。' },
    ],
  };
}
