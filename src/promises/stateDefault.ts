import { Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { invalid, Refusal, refuseIf } from '../platform/refusal.ts';
import { leaderKey } from '../procedures/owners.ts';
import { tellOwner } from '../waits/whoseLimit.ts';
import { chosen } from './changePromises.ts';
import type { OpenPromise, PromiseContext, Promising } from './promise.ts';
import { waysOnDefault } from './waysOnDefault.ts';

export const StateDefaultInput = StepInput({
  promiseIds: Type.Array(Id, { minItems: 1, maxItems: 500, title: '哪几笔没有履行' }),
  said: Type.String({ minLength: 2, maxLength: 1000, title: '该付的一方怎么说' }),
  toldWays: Type.Boolean({ title: '已把能走的路告诉应该收的一方' }),
});
export type StateDefaultInput = { promiseIds: string[]; said: string; toldWays: boolean };

/** What is past its day. */
export const lateOf = ({ promises }: Pick<Promising, 'promises'>, today: string): OpenPromise[] =>
  promises.filter(({ dueOn }) => dueOn !== null && dueOn < today);

export const hindersDefault = (
  matter: Pick<Promising, 'promises'>,
  { now }: Pick<PromiseContext, 'now'>,
): Refusal | null =>
  lateOf(matter, dayOf(now)).length > 0 ? null : new Refusal('conflict', 'nothingLate', '没有过了日子还没履行的。');

/** Not kept by its day: whom it is owed learns what can be done by what kind of agreement it is (人民调解法 31, 32). It stays owed. */
export function stateDefault(matter: Promising, input: StateDefaultInput, context: PromiseContext): Decision {
  refuseIf(hindersDefault(matter, context));
  const { now, newId } = context;
  const late = new Set(lateOf(matter, dayOf(now)).map(({ id }) => id));
  const promises = chosen(matter, input.promiseIds);
  if (promises.some(({ id }) => !late.has(id))) throw invalid('notLate', 'promiseIds', '选的里面有还没到日子的。');
  if (!input.toldWays) throw invalid('waysNotTold', 'toldWays', '先把能走的路告诉应该收的一方，再记。');
  const payees = [...new Set(promises.flatMap(({ payeePartyId }) => payeePartyId ?? []))];
  // Of many, one may have gone to the court and another not: each learns what is his own.
  const owedTo = (payee: string) => promises.filter(({ payeePartyId }) => (payeePartyId ?? payee) === payee);
  const wordsFor = (payee: string): string =>
    waysOnDefault(matter, owedTo(payee))
      .map(({ words }) => words)
      .join('\n');
  return {
    type: 'stateDefault',
    data: {
      promiseIds: [...input.promiseIds],
      ways: waysOnDefault(matter, promises).map(({ saying }) => saying),
    },
    notes: [
      { id: newId(), kind: 'stateDefault', visibility: 'shared', body: input.said.trim() },
      ...payees.map((party) => ({
        ...{ id: newId(), kind: 'ways', visibility: `party:${party}` as const, body: wordsFor(party) },
      })),
    ],
    changes: promises.map(({ id }) => ({ table: 'promise' as const, id, set: { defaulted_at: now } })),
    tell: [
      { owner: leaderKey(matter.receivingCenterId), text: `协议有${promises.length}笔过了日子没有履行。` },
      ...payees.map((party) =>
        tellOwner(matter, party, '对方过了日子没有履行。您能走的路写在查询页上，也可以来中心问。'),
      ),
    ],
  };
}
