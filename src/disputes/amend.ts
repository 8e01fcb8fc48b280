import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Cents, Reason, StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';

export const AmendInput = StepInput({
  title: Type.Optional(Type.String({ minLength: 2, maxLength: 60, title: '一句话说清' })),
  facts: Type.Optional(Type.String({ minLength: 4, maxLength: 2000, title: '经过' })),
  demands: Type.Optional(Type.String({ maxLength: 1000, title: '要求' })),
  address: Type.Optional(Type.String({ maxLength: 200, title: '详细地点' })),
  categoryCode: Type.Optional(Type.String({ minLength: 2, maxLength: 10, title: '类别' })),
  amountCents: Type.Optional(Type.Union([Cents, Type.Null()], { title: '金额' })),
  peopleInvolved: Type.Optional(Type.Integer({ minimum: 1, maximum: 999999, title: '涉及人数' })),
  reason: Reason,
});
export type AmendInput = {
  title?: string;
  facts?: string;
  demands?: string;
  address?: string;
  categoryCode?: string;
  amountCents?: number | null;
  peopleInvolved?: number;
  reason: string;
};

/** Facts get better as one learns more. The event names the fields; the old words stay in no log. */
export function amend(_dispute: Dispute, input: AmendInput, context: DisputeContext): DisputeDecision {
  const { reason, title, categoryCode, ...facts } = input;
  if (categoryCode !== undefined && !context.network.categories.some(({ code }) => code === categoryCode))
    throw new Refusal('invalid', 'unknownCategory', '选一个类别。', { categoryCode: '选一个类别。' });
  const changed = Object.keys(input).filter((field) => !['reason', 'commandId', 'seenVersion'].includes(field));
  if (changed.length === 0) throw new Refusal('invalid', 'nothingChanged', '还没有改任何一处。');
  return {
    type: 'amend',
    data: { fields: changed },
    matter: {
      ...(title === undefined ? {} : { title }),
      ...(categoryCode === undefined ? {} : { category_code: categoryCode }),
    },
    own: {
      ...(facts.facts === undefined ? {} : { facts: facts.facts }),
      ...(facts.demands === undefined ? {} : { demands: facts.demands }),
      ...(facts.address === undefined ? {} : { address: facts.address }),
      ...(facts.amountCents === undefined ? {} : { amount_cents: facts.amountCents }),
      ...(facts.peopleInvolved === undefined ? {} : { people_involved: facts.peopleInvolved }),
    },
    notes: [{ id: context.newId(), kind: 'amend', visibility: 'shared', body: reason.trim() }],
  };
}
