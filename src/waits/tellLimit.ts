import { Type } from 'typebox';
import type { Clock } from '../deadlines/clock.ts';
import { runningClocks } from '../deadlines/leading.ts';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import type { WaitContext, Waiting } from './waiting.ts';

export const TellLimitInput = StepInput({
  how: Type.String({ minLength: 2, maxLength: 300, title: '怎么告诉的' }),
});
export type TellLimitInput = { how: string };

/** Limits that near their end and whose party has not heard of it. */
export const untold = (clocks: readonly Clock[]): Clock[] =>
  runningClocks(clocks).filter(({ toTell }) => toTell.length > 0);

export const hindersTelling = ({ clocks }: Pick<Waiting, 'clocks'>): Refusal | null =>
  untold(clocks).length > 0 ? null : new Refusal('conflict', 'nobodyToTell', '没有要当面告诉的期限。');

/** Somebody who has no phone was told of the limit by a person. */
export function tellLimit(matter: Waiting, { how }: TellLimitInput, context: WaitContext): Decision {
  refuseIf(hindersTelling(matter));
  const told = untold(matter.clocks);
  return {
    type: 'tellLimit',
    data: { clockKinds: told.map(({ kind }) => kind) },
    notes: [{ id: context.newId(), kind: 'tellLimit', visibility: 'shared', body: how.trim() }],
    clocks: told.map(({ id: clockId }) => ({ act: 'remind', clockId, toTell: [] })),
  };
}
