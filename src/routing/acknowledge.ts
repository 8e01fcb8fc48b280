import { Type } from 'typebox';
import { mediationActs } from '../deadlines/mediationLimit.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import { StepInput } from '../matters/fields.ts';
import { lastingPost } from '../platform/actor.ts';

export const AcknowledgeInput = StepInput({
  plan: Type.Optional(Type.String({ maxLength: 500, title: '打算怎么办' })),
});
export type AcknowledgeInput = { plan?: string };

type Dispatched = {
  receivingCenterId: string;
  leadUnitId: string | null;
  handlerPostId: string | null;
  categoryCode: string | null;
};

/** Signing for it. A handler who signs takes it; a head who signs assigns next. */
export function acknowledge(matter: Dispatched, input: AcknowledgeInput, context: Context<unknown>): DisputeDecision {
  const { actor, network } = context;
  const handler = actor.role === 'handler' ? lastingPost(actor) : null;
  const unit = matter.leadUnitId ? network.unit(matter.leadUnitId)?.short : undefined;
  const plan = input.plan?.trim();
  return {
    type: 'acknowledge',
    data: { handlerPostId: handler },
    matter: { handler_post_id: handler },
    own: { dispatch_undo_until: null },
    clocks: mediationActs(matter, network),
    notes: plan ? [{ id: context.newId(), kind: 'acknowledge', visibility: 'shared', body: plan }] : [],
    tell: [
      { owner: `c:${matter.receivingCenterId}#dispatcher`, text: `${unit ?? '承办单位'}已签收。` },
      { owner: 'resident', text: `${unit ?? '办理单位'}已经接手${handler ? `，由${actor.name}办理` : ''}。` },
    ],
  };
}
