import { type Static, Type } from 'typebox';
import type { Change, Decision } from '../matters/decision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import { refuse } from '../platform/refusal.ts';
import type { Sitting, SittingContext } from './sitting.ts';

const Ids = Type.Array(Id, { maxItems: 600, uniqueItems: true, title: '到了的人' });
export const StartSittingInput = StepInput({ hereIds: Ids });
export const TickPresenceInput = StepInput({
  hereIds: Ids,
  awayIds: Type.Array(Id, { maxItems: 600, uniqueItems: true, title: '没到的人' }),
});
type Ticks = Pick<Static<typeof TickPresenceInput>, 'hereIds' | 'awayIds'>;

/** Only rows that differ: ticking twice is nothing. */
export function presenceChanges(sitting: Sitting, { hereIds, awayIds }: Ticks, now: Date): Change[] {
  const known = new Map(sitting.invites.map((each) => [each.id, each]));
  const tick = (id: string, came: 'here' | 'unknown'): Change[] => {
    const invite = known.get(id) ?? refuse('notFound', 'noSuchInvite', '名单里没有这个人，刷新再看。');
    if (invite.came === came) return [];
    return [{ table: 'sitting_invite', id, set: { came, came_at: came === 'here' ? now : null } }];
  };
  return [...hereIds.flatMap((id) => tick(id, 'here')), ...awayIds.flatMap((id) => tick(id, 'unknown'))];
}

/** Begins, or goes on after an interruption. */
export function startSitting(sitting: Sitting, { hereIds }: Pick<Ticks, 'hereIds'>, { now }: SittingContext): Decision {
  const changes = presenceChanges(sitting, { hereIds, awayIds: [] }, now);
  return {
    type: 'startSitting',
    data: { here: sitting.invites.filter(({ id, came }) => came === 'here' || hereIds.includes(id)).length },
    own: { ...(sitting.startedAt ? {} : { started_at: now }), cooling_until: null },
    changes,
  };
}

export function tickPresence(sitting: Sitting, input: Ticks, { now }: SittingContext): Decision {
  const changes = presenceChanges(sitting, input, now);
  return { type: 'tickPresence', data: { hereIds: input.hereIds, awayIds: input.awayIds }, changes };
}
