import { Type } from 'typebox';
import { AgreementField } from '../agreements/agreement.ts';
import { type LockedGroup, LockedGroupField } from '../agreements/group.ts';
import type { Locked } from '../agreements/lockedTerms.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { Cents, DayField, Id, LongText, StepInput } from '../matters/fields.ts';
import { isDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { mediators, unconfirmable } from './mediators.ts';
import type { Agreement } from './rightToConfirm.ts';

const Nullable = <T extends ReturnType<typeof Type.Integer> | typeof DayField>(field: T) =>
  Type.Union([field, Type.Null()]);

export const SettleInput = StepInput({
  form: Type.Union([Type.Literal('written'), Type.Literal('oral'), Type.Literal('onTheSpot')], { title: '协议形式' }),
  terms: LongText,
  effectiveOn: DayField,
  totalCents: Nullable(Cents),
  former: Type.Optional(
    Type.Union([Type.Literal('replaced'), Type.Literal('stand')], { title: '以前协议里没有履行的怎么办' }),
  ),
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
        payerPartyId: Type.Optional(Type.Unsafe<string>({ ...Id, title: '谁' })),
        payeePartyId: Type.Optional(Type.Unsafe<string>({ ...Id, title: '给谁' })),
        dueOn: Nullable(DayField),
      },
      { additionalProperties: false },
    ),
    { maxItems: 200, title: '履行' },
  ),
  signedOnPaper: Type.Optional(Type.Boolean({ title: '没在这里签的，都在纸上签了' })),
  /** An agreement that was locked: then form, terms, total and items are its own. */
  group: Type.Optional(LockedGroupField),
  locked: Type.Optional(Type.Object({ agreementId: Id, agreement: AgreementField }, { additionalProperties: false })),
});
type Item = {
  obligation: string;
  amountCents: number | null;
  dueOn: string | null;
  payerPartyId?: string;
  payeePartyId?: string;
};
export type SettleInput = Agreement & {
  terms: string;
  totalCents: number | null;
  items: Item[];
  former?: 'replaced' | 'stand';
  /** Whoever did not sign before, signed on paper. */
  signedOnPaper?: boolean;
  locked?: Locked;
  /** All agreements of a group that was locked: then form, terms, totals and items are theirs. */
  group?: LockedGroup;
};

export function checkAmounts(input: SettleInput): void {
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

export function checkParties({ items }: Pick<SettleInput, 'items'>, { parties }: Pick<Dispute, 'parties'>): void {
  for (const [index, item] of items.entries())
    for (const side of ['payerPartyId', 'payeePartyId'] as const) {
      const id = item[side];
      const sentence = '选这件事里的当事人。';
      if (id !== undefined && !parties.some((party) => party.id === id))
        throw new Refusal('invalid', 'unknownParty', sentence, { [`items.${index}.${side}`]: sentence });
      if (side === 'payeePartyId' && id !== undefined && id === item.payerPartyId) {
        const same = '做的和收的是同一个人。';
        throw new Refusal('invalid', 'sameParty', same, { [`items.${index}.${side}`]: same });
      }
    }
}

/** Agreed on anew: what an earlier agreement still holds is not dropped without a word, nor owed twice. */
export function checkFormer({ former }: SettleInput, { promises }: Pick<Dispute, 'promises'>): void {
  if (promises.length === 0 || former) return;
  const sentence = `以前的协议还有 ${promises.length} 笔没有履行，选由新协议代替，还是照旧履行。`;
  throw new Refusal('invalid', 'formerOpen', sentence, { former: sentence });
}
