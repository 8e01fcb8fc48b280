import { Type } from 'typebox';
import { computeDue } from '../deadlines/due.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Decision } from '../matters/decision.ts';
import { Cents, DayField, LongText, StepInput } from '../matters/fields.ts';
import { formatDue, isDay, startOfDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { endWaiting } from '../routing/units.ts';
import type { Dispute, DisputeContext } from './dispute.ts';

const Nullable = <T extends ReturnType<typeof Type.Integer> | typeof DayField>(field: T) =>
  Type.Union([field, Type.Null()]);

export const SettleInput = StepInput({
  form: Type.Union([Type.Literal('written'), Type.Literal('oral'), Type.Literal('onTheSpot')], { title: '协议形式' }),
  terms: LongText,
  effectiveOn: DayField,
  totalCents: Nullable(Cents),
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
export type SettleInput = {
  form: 'written' | 'oral' | 'onTheSpot';
  terms: string;
  effectiveOn: string;
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

/**
 * From the day the agreement takes effect both parties have 30 days to ask the court together to confirm it (人民调解法
 * art. 33). Their right, so a clock of theirs; what was performed on the spot has nothing left to be enforced.
 */
function rightToConfirm({ form, effectiveOn }: SettleInput, { calendar }: DisputeContext) {
  const rule = statutoryClocks.get('confirmationRequest')?.rule;
  if (!rule || form === 'onTheSpot') return { clocks: [], words: '' };
  const at = startOfDay(effectiveOn);
  const { dueAt } = computeDue(rule, calendar, at);
  const until = dueAt ? `（到${formatDue(dueAt)}）` : '';
  const { kind } = rule;
  const clocks = [
    { act: 'stop' as const, kind },
    { act: 'start' as const, kind, at },
  ];
  return { clocks, words: `，也可以在协议生效起30日内双方一起申请司法确认${until}` };
}

/** An agreement: terms, amounts, dates. Oral agreements are recorded too (人民调解法 art. 28). */
export function settle(dispute: Dispute, input: SettleInput, context: DisputeContext): Decision {
  if (!isDay(input.effectiveOn))
    throw new Refusal('invalid', 'noSuchDay', '没有这一天。', { effectiveOn: '没有这一天。' });
  checkAmounts(input);
  const settlementId = context.newId();
  const confirmation = rightToConfirm(input, context);
  const created = {
    id: settlementId,
    form: input.form,
    terms: input.terms.trim(),
    total_cents: input.totalCents,
    effective_on: input.effectiveOn,
    created_at: context.now,
  };
  return {
    type: 'settle',
    data: { settlementId, form: input.form, items: input.items.length },
    dispute: { outcome: 'settled' },
    inserts: [
      { into: 'settlement', values: created },
      ...input.items.map((item, position) => ({
        into: 'settlement_item' as const,
        values: {
          id: context.newId(),
          settlement_id: settlementId,
          position,
          obligation: item.obligation.trim(),
          amount_cents: item.amountCents,
          due_on: item.dueOn,
        },
      })),
    ],
    changes: endWaiting(dispute, context.now),
    clocks: [{ act: 'resume' }, ...confirmation.clocks],
    tell: [
      { owner: `c:${dispute.receivingCenterId}#closer`, text: '达成了协议，等承办单位提交办结。' },
      { owner: 'resident', text: `达成了协议。您可以到窗口领一份${confirmation.words}。` },
    ],
  };
}
