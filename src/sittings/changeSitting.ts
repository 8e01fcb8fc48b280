import type { Static } from 'typebox';
import { spanOf, spanText } from '../bookings/booking.ts';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { invalid } from '../platform/refusal.ts';
import { when, where } from './fields.ts';
import { tellInvited } from './invites.ts';
import type { Sitting, SittingContext } from './sitting.ts';

export const ChangeSittingInput = StepInput({ ...when, ...where });
type ChangeInput = Pick<Static<typeof ChangeSittingInput>, 'day' | 'from' | 'to' | 'roomIds' | 'place'>;

export function refuseNowhere({ roomIds, place }: Pick<ChangeInput, 'roomIds' | 'place'>): void {
  if (roomIds.length === 0 && place.trim() === '') throw invalid('noPlace', 'roomIds', '选一间房，或者写在哪里开。');
}

/** Another time or place; whoever was asked answers again, since they answered for another time. */
export function changeSitting(sitting: Sitting, input: ChangeInput, { now }: SittingContext): Decision {
  refuseNowhere(input);
  const span = spanOf(input, now);
  const asked = sitting.invites.filter(({ partyId }) => partyId === null);
  return {
    type: 'changeSitting',
    data: { from: span.from.toISOString(), to: span.to.toISOString(), roomIds: input.roomIds },
    own: { starts_at: span.from, ends_at: span.to, room_ids: input.roomIds, place: input.place.trim() },
    changes: asked.map(({ id }) => ({
      table: 'sitting_invite',
      id,
      set: { answer: 'open', reason: '', answered_at: null },
    })),
    tell: tellInvited(sitting.invites, `调解会改到${spanText(span)}，请再答复一次来不来。`),
  };
}
