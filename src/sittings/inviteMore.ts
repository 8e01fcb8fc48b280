import type { Static } from 'typebox';
import { spanText } from '../bookings/booking.ts';
import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { refuseField } from '../platform/refusal.ts';
import { fromOutside, Shared } from './fields.ts';
import { askedRows, checkAsked, tellAsked } from './invites.ts';
import type { Sitting, SittingContext } from './sitting.ts';

export const InviteMoreInput = StepInput(fromOutside);
type InviteInput = Pick<Static<typeof InviteMoreInput>, 'postIds' | 'unitIds'>;

export const askingWords = (sitting: Pick<Sitting, 'startsAt' | 'endsAt'>): string =>
  `请你参加${spanText({ from: sitting.startsAt, to: sitting.endsAt })}的调解会，打开答复来不来。`;

export function inviteMore(sitting: Sitting, input: InviteInput, context: SittingContext): Decision {
  if (input.postIds.length + input.unitIds.length === 0) refuseField('postIds', '选一位或者一家。');
  checkAsked(input, sitting.invites, context);
  return {
    type: 'inviteMore',
    data: { postIds: input.postIds, unitIds: input.unitIds },
    inserts: askedRows(input, context),
    tell: tellAsked(input, askingWords(sitting)),
  };
}

export const PutOnTableInput = StepInput({ shared: Shared });

/** What whoever came from outside reads from now on. */
export const putOnTable = (
  _sitting: Sitting,
  { shared }: Pick<Static<typeof PutOnTableInput>, 'shared'>,
): Decision => ({
  ...{ type: 'putOnTable', data: { shared }, own: { shared } },
});
