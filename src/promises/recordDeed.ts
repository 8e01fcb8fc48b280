import { Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { DayField, Id, StepInput } from '../matters/fields.ts';
import { dayOf, formatDay, isDay } from '../platform/now.ts';
import { invalid, Refusal, refuseIf } from '../platform/refusal.ts';
import type { OpenPromise, PromiseContext, Promising } from './promise.ts';
import { promiseClock } from './promiseClock.ts';
import { promisesAfter } from './promisesAfter.ts';

export const RecordDeedInput = StepInput({
  promiseId: Type.Unsafe<string>({ ...Id, title: '哪一件' }),
  doneOn: Type.Unsafe<string>({ ...DayField, title: '哪天做好的' }),
  said: Type.String({ minLength: 2, maxLength: 500, title: '怎么知道做好了' }),
  uploads: Type.Optional(Type.Array(Id, { maxItems: 20, title: '照片、单据' })),
});
export type RecordDeedInput = { promiseId: string; doneOn: string; said: string; uploads?: string[] };

const deedsOf = ({ promises }: Pick<Promising, 'promises'>): OpenPromise[] =>
  promises.filter(({ amountCents }) => amountCents === null);

export const hindersDeed = (matter: Pick<Promising, 'promises'>): Refusal | null =>
  deedsOf(matter).length > 0 ? null : new Refusal('conflict', 'noDeedOpen', '协议里没有还没做的事。');

/** What was to be done, and is no money, was done. */
export function recordDeed(matter: Promising, input: RecordDeedInput, context: PromiseContext): Decision {
  refuseIf(hindersDeed(matter));
  const { now, newId } = context;
  const deed = deedsOf(matter).find(({ id }) => id === input.promiseId);
  if (!deed) throw invalid('unknownPromise', 'promiseId', '这一件已经记过了，或者不在协议里。');
  if (!isDay(input.doneOn) || input.doneOn > dayOf(now))
    throw invalid('notYet', 'doneOn', '写已经做好的日子，不能晚于今天。');
  const set = { state: 'kept' as const, ended_at: now, performed_on: input.doneOn };
  const changes: NonNullable<Decision['changes']> = [{ table: 'promise', id: deed.id, set }];
  const after = promisesAfter(matter, { inserts: [], changes });
  return {
    type: 'recordDeed',
    data: { promiseId: deed.id, doneOn: input.doneOn },
    notes: [{ id: newId(), kind: 'recordDeed', visibility: 'shared', body: input.said.trim() }],
    changes,
    clocks: promiseClock(matter, after, dayOf(now)),
    ...(input.uploads?.length ? { files: { uploads: input.uploads, visibility: 'shared' as const } } : {}),
    tell: [
      {
        owner: 'resident',
        text: `「${deed.obligation}」${formatDay(input.doneOn)}做好了，已经记下。不是这样的，打电话或者来中心说。`,
      },
    ],
  };
}
