import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Cents, DayField, LongText, StepInput } from '../matters/fields.ts';
import { isDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { endWaiting } from '../waits/waits.ts';
import { mediators, unconfirmable } from './mediators.ts';
import { type Agreement, rightToConfirm } from './rightToConfirm.ts';

const Nullable = <T extends ReturnType<typeof Type.Integer> | typeof DayField>(field: T) =>
  Type.Union([field, Type.Null()]);

export const SettleInput = StepInput({
  form: Type.Union([Type.Literal('written'), Type.Literal('oral'), Type.Literal('onTheSpot')], { title: '协议形式' }),
  terms: LongText,
  effectiveOn: DayField,
  totalCents: Nullable(Cents),
  mediatedBy: Type.Union(
    mediators.map((who) => Type.Literal(who)),
    { title: '谁主持的调解' },
  ),
  contains: Type.Array(Type.Union(unconfirmable.map((what) => Type.Literal(what))), {
    maxItems: 5,
    title: '协议里有没有这些内容',
  }),
  items: Type.Array(
    Type.Object(
      {
        obligation: Type.String({ minLength: 2, maxLength: 300, title: '谁做什么' }),
        amountCents: Nullable(Cents),
        dueOn: Nullable(DayField),
      },
      { additionalProperties: false },
    ),
    { maxItems: 200, title: '履行' },
  ),
});
export type SettleInput = Agreement & {
  terms: string;
  totalCents: number | null;
  items: { obligation: string; amountCents: number | null; dueOn: string | null }[];
};

function checkAmounts(input: SettleInput): void {
  const amounts = input.items.flatMap((item) => (item.amountCents === null ? [] : [item.amountCents]));
  const sum = amounts.reduce((total, cents) => total + cents, 0);
  if (input.totalCents !== null && amounts.length > 0 && sum !== input.totalCents) {
    const sentence = `各笔加起来是 ${(sum / 100).toFixed(2)} 元，和总额 ${(input.totalCents / 100).toFixed(2)} 元不一样。`;
    throw new Refusal('invalid', 'sumDiffers', sentence, { totalCents: sentence });
  }
  for (const [index, item] of input.items.entries())
    if (item.dueOn !== null && (!isDay(item.dueOn) || item.dueOn < input.effectiveOn)) {
      const sentence = '履行的日期要在协议生效以后。';
      throw new Refusal('invalid', 'dueBeforeEffect', sentence, { [`items.${index}.dueOn`]: sentence });
    }
}

/** The agreement and who does what by when, in the order they were agreed on. */
function rowsOf(
  id: string,
  input: SettleInput,
  { now, newId }: DisputeContext,
): NonNullable<DisputeDecision['inserts']> {
  const { form, totalCents: total_cents, effectiveOn: effective_on } = input;
  const terms = input.terms.trim();
  const items = input.items.map(({ obligation, amountCents: amount_cents, dueOn: due_on }, position) => ({
    into: 'promise' as const,
    values: {
      ...{ id: newId(), settlement_id: id, position, amount_cents, due_on },
      obligation: obligation.trim(),
    },
  }));
  return [{ into: 'settlement', values: { id, form, terms, total_cents, effective_on, created_at: now } }, ...items];
}

/** An agreement: terms, amounts, dates. Oral agreements are recorded too (人民调解法 art. 28). */
export function settle(dispute: Dispute, input: SettleInput, context: DisputeContext): DisputeDecision {
  if (!isDay(input.effectiveOn))
    throw new Refusal('invalid', 'noSuchDay', '没有这一天。', { effectiveOn: '没有这一天。' });
  checkAmounts(input);
  const settlementId = context.newId();
  const confirmation = rightToConfirm(input, dispute, context);
  return {
    type: 'settle',
    data: {
      settlementId,
      form: input.form,
      items: input.items.length,
      mediatedBy: input.mediatedBy,
      contains: [...input.contains],
      offered: confirmation.offered,
    },
    own: { outcome: 'settled' },
    inserts: rowsOf(settlementId, input, context),
    changes: endWaiting(dispute, context.now),
    clocks: [{ act: 'resume' }, ...confirmation.clocks],
    tell: [
      { owner: `c:${dispute.receivingCenterId}#closer`, text: '达成了协议，等承办单位提交办结。' },
      { owner: 'resident', text: `达成了协议。您可以到窗口领一份。${confirmation.words}` },
    ],
  };
}
