import type { Decision } from '../matters/decision.ts';
import { StepInput } from '../matters/fields.ts';
import { refuse } from '../platform/refusal.ts';
import type { Sitting, SittingContext } from './sitting.ts';

/** The code of the room is looked at before: it is of the moment, and nothing of it is kept. */
export const ArriveInput = StepInput({});

/** 我到了, said by a party on its own page. Said again it is nothing. */
export function arrive(sitting: Sitting, _input: object, { actor, now }: SittingContext): Decision {
  const invite = sitting.invites.find(({ partyId }) => partyId === actor.postId);
  if (!invite) return refuse('forbidden', 'notInvited', '您不在这次调解会的名单里。');
  const changes =
    invite.came === 'here'
      ? []
      : [{ table: 'sitting_invite' as const, id: invite.id, set: { came: 'here' as const, came_at: now } }];
  return { type: 'arrive', data: { inviteId: invite.id }, changes };
}
