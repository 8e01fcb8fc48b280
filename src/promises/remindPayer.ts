import { Type } from 'typebox';
import type { Decision, Telling } from '../matters/decision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { dayOf, formatDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import { tellOwner } from '../waits/whoseLimit.ts';
import { chosen } from './changePromises.ts';
import { type OpenPromise, outstanding, type PromiseContext, type Promising, sumOf } from './promise.ts';
import { lateOf } from './stateDefault.ts';

export const RemindPayerInput = StepInput({
  promiseIds: Type.Array(Id, { minItems: 1, maxItems: 500, title: '提醒哪几笔' }),
});
export type RemindPayerInput = { promiseIds: string[] };

/** What is past its day, for its payer: one text, however many there are. */
function reminder(matter: Promising, payer: string, promises: readonly OpenPromise[]): Telling {
  const own = promises.filter(({ payerPartyId }) => payerPartyId === payer);
  const [first] = own;
  const left = sumOf(own.map(outstanding));
  const what = own.length === 1 ? `「${first?.obligation}」` : `${own.length}笔`;
  const sum = left > 0 ? `（${spokenMoney(left)}）` : '';
  const until = first?.dueOn ? `${formatDay(first.dueOn)}前` : '';
  const text = `按协议，${until}要履行的${what}${sum}还没有记到。已经付了、做了的，把收据、照片给中心看；有难处早点说。`;
  return tellOwner(matter, payer, text);
}

/** Past its day and not kept: the payer is reminded, without a threat. Whom it is owed hears of it when it is stated. */
export function remindPayer(matter: Promising, { promiseIds }: RemindPayerInput, { now }: PromiseContext): Decision {
  const late = lateOf(matter, dayOf(now));
  const promises = chosen(matter, promiseIds).filter((each) => late.includes(each));
  if (promises.length === 0) throw new Refusal('conflict', 'nothingLate', '没有过了日子还没履行的。');
  const payers = new Set(promises.flatMap(({ payerPartyId }) => payerPartyId ?? []));
  return {
    type: 'remindPayer',
    data: { promiseIds: promises.map(({ id }) => id) },
    changes: promises.map(({ id }) => ({ table: 'promise' as const, id, set: { asked_at: now } })),
    tell: [...payers].map((payer) => reminder(matter, payer, promises)),
  };
}
