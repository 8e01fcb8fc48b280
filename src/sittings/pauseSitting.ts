import { type Static, Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { Reason, StepInput } from '../matters/fields.ts';

import { tellInvited } from './invites.ts';
import type { Sitting, SittingContext } from './sitting.ts';

export const CoolOffInput = StepInput({ minutes: Type.Integer({ minimum: 0, maximum: 180, title: '歇几分钟' }) });

/** Until when tempers may cool; no minutes: it goes on at once. */
export function coolOff(
  _sitting: Sitting,
  { minutes }: Pick<Static<typeof CoolOffInput>, 'minutes'>,
  { now }: SittingContext,
): Decision {
  const until = minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000);
  return { type: 'coolOff', data: { minutes }, own: { cooling_until: until } };
}

export const InterruptSittingInput = StepInput({ reason: Reason });

/** A fire alarm, somebody falls ill: what was written stays, and the sitting goes on or gets another time. */
export function interruptSitting(
  sitting: Sitting,
  { reason }: { reason: string },
  { newId }: SittingContext,
): Decision {
  return {
    type: 'interruptSitting',
    own: { cooling_until: null },
    notes: [{ id: newId(), kind: 'interrupted', visibility: 'shared', body: reason.trim() }],
    tell: tellInvited(sitting.invites, '调解会中断了，接着开或者改时间会再通知。'),
  };
}
