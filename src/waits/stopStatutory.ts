import { Type } from 'typebox';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import { ClockName, Happened, momentOf } from './happened.ts';
import type { WaitContext, Waiting } from './waiting.ts';
import { findLimit, Whose } from './whoseLimit.ts';

export const StopStatutoryInput = StepInput({
  kind: ClockName('哪个法定时限'),
  ...Whose,
  ...Happened,
  note: Type.String({ minLength: 2, maxLength: 300, title: '怎么结束的' }),
});
export type StopStatutoryInput = Happened & Whose & { kind: string; note: string };

/** What a limit of law waited for was done, or will not be: it ends on that day, in time or not. */
export function stopStatutory(matter: Waiting, input: StopStatutoryInput, context: WaitContext): Decision {
  const clock = findLimit(matter, input);
  if (!clock || !statutoryClocks.has(input.kind)) {
    const sentence = '这个法定时限没有在走。';
    throw new Refusal('invalid', 'notRunning', sentence, { kind: sentence });
  }
  const at = momentOf(input, context.now, '23:59');
  if (at < clock.startedAt) {
    const sentence = '结束不能早于起算。';
    throw new Refusal('invalid', 'beforeStart', sentence, { day: sentence });
  }
  return {
    type: 'stopStatutory',
    data: { clockKind: input.kind, day: input.day },
    notes: [{ id: context.newId(), kind: 'stopStatutory', visibility: 'shared', body: input.note.trim() }],
    clocks: [{ act: 'stop', kind: input.kind, clockId: clock.id, at }],
  };
}
