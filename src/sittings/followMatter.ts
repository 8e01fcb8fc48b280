import { Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { Id } from '../matters/fields.ts';
import { FollowInput as Follow } from '../procedures/follow.ts';
import { unique } from '../procedures/owners.ts';
import type { Sitting } from './sitting.ts';

/** What it hears of its dispute; `mediatorPostIds`: who mediates there now, where that changed. */
export const FollowSittingInput = Type.Object(
  {
    ...Follow.properties,
    mediatorPostIds: Type.Optional(Type.Array(Id)),
    formerPostIds: Type.Optional(Type.Array(Id)),
  },
  { additionalProperties: false },
);
type FollowInput = Follow & { mediatorPostIds?: readonly string[]; formerPostIds?: readonly string[] };

/** Who mediates the dispute or has it in hand holds the sitting too; who no longer does, holds it no longer. */
export function followMatter(sitting: Sitting, input: FollowInput): Decision {
  const { units = {}, restricted, mediatorPostIds = [], formerPostIds = [] } = input;
  const next = (unitId: string) => units[unitId] ?? unitId;
  const gone = [...formerPostIds, ...(sitting.handlerPostId === input.handlerPostId ? [] : [sitting.handlerPostId])];
  const hosts = [...sitting.hostPostIds.filter((id) => !gone.includes(id)), ...mediatorPostIds];
  const moved = sitting.invites.filter(({ unitId }) => unitId !== null && units[unitId] !== undefined);
  const handler = input.handlerPostId;
  return {
    type: 'followMatter',
    data: { restricted, hostPostIds: unique([...hosts, ...(handler ? [handler] : [])]) },
    matter: {
      restricted,
      named_post_ids: [...input.namedPostIds],
      receiving_center_id: input.receivingCenterId,
      region_code: input.regionCode,
      lead_unit_id: input.leadUnitId,
      handler_post_id: handler,
    },
    own: {
      host_post_ids: unique([...hosts, ...(handler ? [handler] : [])]),
      ...(sitting.leadingUnitId && { leading_unit_id: next(sitting.leadingUnitId) }),
    },
    changes: moved.map(({ id, unitId }) => ({ table: 'sitting_invite', id, set: { unit_id: next(unitId ?? '') } })),
  };
}
export type { FollowInput };
