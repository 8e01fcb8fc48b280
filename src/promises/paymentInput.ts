import { Type } from 'typebox';
import { Cents, DayField, Id, StepInput } from '../matters/fields.ts';

export const ways = ['cash', 'transfer', 'mobile', 'goods', 'court', 'other'] as const;
export type Way = (typeof ways)[number];
export const wayWords: Readonly<Record<Way, string>> = {
  cash: '现金',
  transfer: '银行转账',
  mobile: '手机支付',
  goods: '以物抵',
  court: '交到法院',
  other: '别的方式',
};

export const RecordPaymentInput = StepInput({
  payerPartyId: Type.Unsafe<string>({ ...Id, title: '谁付的' }),
  payeePartyId: Type.Unsafe<string>({ ...Id, title: '付给谁' }),
  cents: Type.Unsafe<number>({ ...Cents, minimum: 1, title: '付了多少' }),
  paidOn: Type.Unsafe<string>({ ...DayField, title: '哪天付的' }),
  how: Type.Union(
    ways.map((way) => Type.Literal(way, { title: wayWords[way] })),
    { title: '怎么付的' },
  ),
  named: Type.Optional(Type.Array(Id, { maxItems: 200, title: '付款人说付哪几笔' })),
  said: Type.Optional(Type.String({ maxLength: 500, title: '说明' })),
  uploads: Type.Optional(Type.Array(Id, { maxItems: 20, title: '收条、转账记录' })),
});
export type RecordPaymentInput = {
  payerPartyId: string;
  payeePartyId: string;
  cents: number;
  paidOn: string;
  how: Way;
  named?: string[];
  said?: string;
  uploads?: string[];
};
