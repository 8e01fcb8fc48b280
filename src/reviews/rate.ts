import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { ratingOpenUntil } from '../disputes/ratingBox.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';

export const RateInput = StepInput({
  score: Type.Integer({ minimum: 1, maximum: 5, title: '满意程度' }),
  words: Type.Optional(Type.String({ maxLength: 500, title: '想说的话' })),
  partyId: Type.Optional(Type.Union([Id, Type.Null()], { title: '谁评的' })),
  channel: Type.Optional(
    Type.Union([Type.Literal('web'), Type.Literal('counter'), Type.Literal('phone'), Type.Literal('paper')]),
  ),
});
export type RateInput = {
  score: number;
  words?: string;
  partyId?: string | null;
  channel?: 'web' | 'counter' | 'phone' | 'paper';
};

export function hindersRating(dispute: Dispute, { now, rules }: Pick<DisputeContext, 'now' | 'rules'>): Refusal | null {
  if (dispute.rated) return new Refusal('conflict', 'alreadyRated', '已经评过了，谢谢。');
  const until = ratingOpenUntil(dispute.closedAt ?? new Date(0), rules.handling.ratingDays);
  if (now < until) return null;
  return new Refusal('conflict', 'ratingOver', '评价的时间已经过了。还没解决，可以说「没有解决」。');
}

/** The public's own mark, one for each matter, within the set days after closing; it never holds up closing. */
export function rate(dispute: Dispute, input: RateInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersRating(dispute, context));
  const byParty = context.actor.role === 'party';
  const rating = {
    id: context.newId(),
    party_id: input.partyId ?? null,
    score: input.score,
    channel: byParty ? ('web' as const) : (input.channel ?? 'counter'),
    at: context.now,
  };
  const words = input.words?.trim();
  return {
    type: 'rate',
    data: { ratingId: rating.id, score: input.score, channel: rating.channel },
    notes: words ? [{ id: context.newId(), kind: 'rating', visibility: 'resident', body: words }] : [],
    inserts: [{ into: 'rating', values: rating }],
  };
}
