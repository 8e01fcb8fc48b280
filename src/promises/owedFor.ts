import { isDay } from '../platform/now.ts';
import { invalid, Refusal } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import type { RecordPaymentInput } from './paymentInput.ts';
import { between, type OpenPromise, outstanding, type Promising, sumOf } from './promise.ts';
import { nameOf } from './told.ts';

export const hindersPayment = ({ promises }: Pick<Promising, 'promises'>): Refusal | null =>
  promises.some((promise) => outstanding(promise) > 0)
    ? null
    : new Refusal('conflict', 'nothingToPay', '协议里没有还没付的钱。');

/** The payment as it may be written down: between people of this matter, on a day that is over, of what is owed. */
export function owedFor(matter: Promising, input: RecordPaymentInput, today: string): OpenPromise[] {
  const known = (id: string) => matter.parties.some((party) => party.id === id);
  if (!known(input.payerPartyId)) throw invalid('unknownParty', 'payerPartyId', '选这件事里的当事人。');
  if (!known(input.payeePartyId)) throw invalid('unknownParty', 'payeePartyId', '选这件事里的当事人。');
  if (input.payerPartyId === input.payeePartyId)
    throw invalid('sameParty', 'payeePartyId', '付款的和收款的是同一个人。');
  if (!isDay(input.paidOn) || input.paidOn > today)
    throw invalid('notYet', 'paidOn', '写已经付了的日子，不能晚于今天。');
  const owed = between(matter.promises, input);
  const names = `${nameOf(matter, input.payerPartyId)}欠${nameOf(matter, input.payeePartyId)}`;
  if (owed.length === 0) throw invalid('nothingBetween', 'payeePartyId', `协议里没有${names}的钱，看看人选得对不对。`);
  const left = sumOf(owed.map(outstanding));
  if (input.cents > left)
    throw invalid(
      'tooMuch',
      'cents',
      `多了${spokenMoney(input.cents - left)}：按协议${names}的一共还有${spokenMoney(left)}。`,
    );
  if (input.named?.some((id) => !owed.some((promise) => promise.id === id)))
    throw invalid('notOwed', 'named', '选的那一笔已经付清了，或者不是这两个人之间的。');
  return owed;
}
