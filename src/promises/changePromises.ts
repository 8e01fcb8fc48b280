import { Type } from 'typebox';
import type { Decision, Insert } from '../matters/decision.ts';
import { Cents, DayField, Id, Reason, StepInput } from '../matters/fields.ts';
import { dayOf, formatDay, isDay } from '../platform/now.ts';
import { invalid, Refusal, refuseIf } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import { tellOwner } from '../waits/whoseLimit.ts';
import { type OpenPromise, outstanding, type PromiseContext, type Promising } from './promise.ts';
import { promiseClock } from './promiseClock.ts';
import { promisesAfter } from './promisesAfter.ts';

export const ChangePromisesInput = StepInput({
  promiseIds: Type.Array(Id, { minItems: 1, maxItems: 500, title: '改哪几笔' }),
  dueOn: Type.Unsafe<string>({ ...DayField, title: '改到哪天' }),
  amountCents: Type.Optional(Type.Unsafe<number>({ ...Cents, minimum: 1, title: '改成多少' })),
  consent: Type.Union(
    [Type.Literal('written', { title: '双方签了字' }), Type.Literal('spoken', { title: '双方当面或者电话里说了' })],
    {
      title: '双方怎么同意的',
    },
  ),
  reason: Reason,
});
export type ChangePromisesInput = {
  promiseIds: string[];
  dueOn: string;
  amountCents?: number;
  consent: 'written' | 'spoken';
  reason: string;
};

export const hindersChange = ({ promises }: Pick<Promising, 'promises'>): Refusal | null =>
  promises.length > 0 ? null : new Refusal('conflict', 'nothingOwed', '协议里没有还没履行的。');

/** Those that are named, all of which have to be open still. */
export function chosen({ promises }: Pick<Promising, 'promises'>, ids: readonly string[]): OpenPromise[] {
  const found = promises.filter(({ id }) => ids.includes(id));
  if (found.length === new Set(ids).size) return found;
  throw invalid('notOpen', 'promiseIds', '选的里面有已经履行的，重新选。');
}

/** The promise that stands instead: what was paid of the old one stays paid, the rest is owed by another day. */
const instead = (promise: OpenPromise, id: string, { dueOn, amountCents }: ChangePromisesInput): Insert => ({
  into: 'promise',
  values: {
    ...{ id, settlement_id: promise.settlementId, position: promise.position, obligation: promise.obligation },
    ...{ payer_party_id: promise.payerPartyId, payee_party_id: promise.payeePartyId, part: promise.part },
    ...{ amount_cents: promise.amountCents === null ? null : (amountCents ?? outstanding(promise)), due_on: dueOn },
    replaces_id: promise.id,
  },
});

/** What one party reads of it: its own promises only. */
function tellings(matter: Promising, promises: readonly OpenPromise[], input: ChangePromisesInput): Decision['tell'] {
  const parties = new Set(promises.flatMap(({ payerPartyId, payeePartyId }) => [payerPartyId, payeePartyId]));
  const named = [...parties].filter((id) => id !== null);
  return named.map((party) => {
    const own = promises.filter(({ payerPartyId, payeePartyId }) => payerPartyId === party || payeePartyId === party);
    const money = own.filter(({ amountCents }) => amountCents !== null);
    const sum = input.amountCents ?? money.reduce((total, promise) => total + outstanding(promise), 0);
    const what = own.length === 1 ? `「${own[0]?.obligation}」` : `${own.length}笔`;
    return tellOwner(
      matter,
      party,
      `双方同意，${what}改到${formatDay(input.dueOn)}前${money.length > 0 ? `，${spokenMoney(sum)}` : ''}。不是这样的，打电话或者来中心说。`,
    );
  });
}

/** Both sides agreed on another day or sum (民法典 543): the old promise ends and another stands for it. */
export function changePromises(matter: Promising, input: ChangePromisesInput, context: PromiseContext): Decision {
  refuseIf(hindersChange(matter));
  const { now, newId } = context;
  const today = dayOf(now);
  const promises = chosen(matter, input.promiseIds);
  if (!isDay(input.dueOn) || input.dueOn < today) throw invalid('past', 'dueOn', '改到今天或者以后的日子。');
  if (input.amountCents !== undefined && (promises.length > 1 || promises[0]?.amountCents === null))
    throw invalid('oneSumOnly', 'amountCents', '金额一次只能改一笔，而且要是钱。');
  const inserts = promises.map((promise) => instead(promise, newId(), input));
  const changes: NonNullable<Decision['changes']> = promises.map(({ id }) => ({
    table: 'promise',
    id,
    set: { state: 'replaced', ended_at: now },
  }));
  const after = promisesAfter(matter, { inserts, changes });
  return {
    type: 'changePromises',
    data: { promiseIds: [...input.promiseIds], dueOn: input.dueOn, consent: input.consent },
    notes: [{ id: newId(), kind: 'changePromises', visibility: 'shared', body: input.reason.trim() }],
    inserts,
    changes,
    clocks: promiseClock(matter, after, today),
    tell: tellings(matter, promises, input) ?? [],
  };
}
