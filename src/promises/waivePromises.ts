import { Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import { tellOwner } from '../waits/whoseLimit.ts';
import { chosen, hindersChange } from './changePromises.ts';
import { outstanding, type PromiseContext, type Promising, sumOf } from './promise.ts';
import { promiseClock } from './promiseClock.ts';
import { promisesAfter } from './promisesAfter.ts';

export const WaivePromisesInput = StepInput({
  promiseIds: Type.Array(Id, { minItems: 1, maxItems: 200, title: '哪几笔不要了' }),
  saidBy: Type.Unsafe<string>({ ...Id, title: '谁说不要了' }),
  reason: Reason,
});
export type WaivePromisesInput = { promiseIds: string[]; saidBy: string; reason: string };

/** Whom it was owed does not want it any more (民法典 575). Nobody else can say so. */
export function waivePromises(matter: Promising, input: WaivePromisesInput, context: PromiseContext): Decision {
  refuseIf(hindersChange(matter));
  const { now, newId } = context;
  const promises = chosen(matter, input.promiseIds);
  const speaker = matter.parties.find(({ id }) => id === input.saidBy);
  const may = [speaker?.id, speaker?.representsPartyId ?? undefined];
  if (promises.some(({ payeePartyId }) => payeePartyId !== null && !may.includes(payeePartyId))) {
    const sentence = '只有应该收的那一方（或者他的代理人）能说不要了。';
    throw new Refusal('invalid', 'notTheirs', sentence, { saidBy: sentence });
  }
  const changes: NonNullable<Decision['changes']> = promises.map(({ id }) => ({
    table: 'promise',
    id,
    set: { state: 'waived', ended_at: now },
  }));
  const after = promisesAfter(matter, { inserts: [], changes });
  const sum = sumOf(promises.map(outstanding));
  const what = promises.length === 1 ? `「${promises[0]?.obligation}」` : `${promises.length}笔`;
  const text = `${speaker?.name ?? '对方'}说${what}${sum > 0 ? `（${spokenMoney(sum)}）` : ''}不要了，已经记下。`;
  const told = new Set(promises.flatMap(({ payerPartyId, payeePartyId }) => [payerPartyId, payeePartyId]));
  return {
    type: 'waivePromises',
    data: { promiseIds: [...input.promiseIds], saidBy: input.saidBy },
    notes: [{ id: newId(), kind: 'waivePromises', visibility: 'shared', body: input.reason.trim() }],
    changes,
    clocks: promiseClock(matter, after, dayOf(now)),
    tell: [...told].flatMap((party) => (party === null ? [] : [tellOwner(matter, party, text)])),
  };
}
