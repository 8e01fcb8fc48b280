import { inCapitals } from '../../agreements/capitals.ts';
import { type Facts, type Form, paragraph, table } from '../../documents/paper.ts';
import { formatDocumentDay } from '../../platform/now.ts';
import { wayWords } from '../../promises/paymentInput.ts';
import { outstanding, sumOf } from '../../promises/promise.ts';
import { formatMoney } from '../../ui/money.ts';
import type { PaperMatter, PaperPayment, PaperPromise } from '../read.ts';
import { factRows, nameOf, signing, signs, text } from './parties.ts';

/** 收条: one payment of what an agreement promised. */
export const receipt: Form = {
  template: {
    title: '收条',
    blocks: [
      paragraph('body', '今收到**{付款人}**按{协议}付的人民币**{大写金额}**（{金额}）。'),
      table([1, 3], factRows(['付款人', '收款人', '付款日期', '付款方式', '付的是', '还没付的'])),
      paragraph('heading', '收款人签名、按指印'),
      paragraph('plain', '{收款人签名}'),
      paragraph('plain', '{付款人签名}'),
      paragraph('right', '日期：＿＿＿＿年＿＿月＿＿日'),
    ],
  },
  fields: [
    text('付款人', '谁付的', true),
    text('收款人', '谁收的', true),
    text('协议', '哪份协议'),
    text('大写金额', '大写的金额', true),
    text('金额', '数字的金额', true),
    text('付款日期', '哪天付的', true),
    text('付款方式', '现金、转账等', true),
    text('付的是', '协议里的哪一笔'),
    text('还没付的', '还欠多少'),
    signing('收款人签名', '收款人签名、按指印的地方'),
    signing('付款人签名', '付款人、见证的调解员签名的地方'),
  ],
};

const both = (cents: number): string => `人民币${inCapitals(cents)}（${formatMoney(cents)}）`;

function paidFor({ parts }: PaperPayment, { promises }: PaperMatter): string {
  return parts
    .flatMap(({ promiseId, cents }) => {
      const promise = promises.find(({ id }) => id === promiseId);
      return promise ? [`第${promise.position + 1}笔「${promise.obligation}」：${formatMoney(cents)}`] : [];
    })
    .join('\n');
}

export function receiptFacts(matter: PaperMatter, payment: PaperPayment): Facts {
  const { payerPartyId, payeePartyId, cents, paidOn, how } = payment;
  const owed = matter.promises.filter(
    (each) => each.state === 'open' && each.payerPartyId === payerPartyId && each.payeePartyId === payeePartyId,
  );
  const left = sumOf(owed.map(outstanding));
  const [payer, payee] = [nameOf(matter, payerPartyId), nameOf(matter, payeePartyId)];
  return {
    ...{ 付款人: payer, 收款人: payee, 大写金额: inCapitals(cents), 金额: formatMoney(cents) },
    协议: matter.agreementNumber === '' ? '调解协议' : `${matter.agreementNumber}调解协议`,
    ...{ 付款日期: formatDocumentDay(paidOn), 付款方式: wayWords[how], 付的是: paidFor(payment, matter) },
    还没付的: left === 0 ? `到${formatDocumentDay(matter.today)}，应付的都付清了。` : both(left),
    收款人签名: { people: [signs('收款人', payee)] },
    付款人签名: { people: [signs('付款人', payer), signs('在场的调解员', '', false)] },
  };
}

/** 履行凭证: what was to be done, and is no money, was done. */
export const deedDone: Form = {
  template: {
    title: '履行凭证',
    blocks: [
      paragraph('body', '{协议}约定的下面这件事，已经做好。'),
      table([1, 3], factRows(['约定的事', '谁做', '为谁做', '做好的日期'])),
      paragraph('heading', '双方签名、按指印'),
      paragraph('plain', '{签名}'),
      paragraph('right', '日期：＿＿＿＿年＿＿月＿＿日'),
    ],
  },
  fields: [
    text('协议', '哪份协议'),
    text('约定的事', '协议约定做什么', true),
    text('谁做', '谁做的', true),
    text('为谁做', '为谁做的'),
    text('做好的日期', '哪天做好的', true),
    signing('签名', '双方签名的地方'),
  ],
};

export function deedFacts(matter: PaperMatter, promise: PaperPromise): Facts {
  const [doer, other] = [nameOf(matter, promise.payerPartyId), nameOf(matter, promise.payeePartyId)];
  return {
    协议: matter.agreementNumber === '' ? '调解协议' : `${matter.agreementNumber}调解协议`,
    ...{ 约定的事: promise.obligation, 谁做: doer, 为谁做: other },
    做好的日期: promise.performedOn === null ? '' : formatDocumentDay(promise.performedOn),
    签名: { people: [signs('做的一方', doer), signs('另一方', other)] },
  };
}
