import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import { StepInput, UnitId } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';
import { reachableUnit, refuseUnseen, supportRow } from './units.ts';

export const InviteUnitInput = StepInput({
  unitId: UnitId,
  task: Type.String({ minLength: 2, maxLength: 200, title: '请它做什么' }),
});
export type InviteUnitInput = { unitId: string; task: string };

type Led = {
  countyCode: string;
  receivingCenterId: string;
  leadUnitId: string | null;
  supportingUnits: readonly { unitId: string }[];
  restricted: boolean;
  namedPostIds: readonly string[];
};

/** Joint work: the unit sees the facts, its own task and the shared timeline. */
export function inviteUnit(matter: Led, input: InviteUnitInput, context: Context<unknown>): DisputeDecision {
  const unit = reachableUnit(matter, input.unitId, 'unitId', context.network);
  if (unit.id === matter.leadUnitId || matter.supportingUnits.some(({ unitId }) => unitId === unit.id))
    throw new Refusal('invalid', 'alreadyIn', '它已经在办这件事。', { unitId: '它已经在办这件事。' });
  refuseUnseen(matter, unit, context);
  return {
    type: 'inviteUnit',
    data: { unitId: unit.id },
    inserts: [supportRow(unit.id, input.task.trim(), context.now)],
    tell: [{ owner: headKey(unit.id), text: `请你单位协办：${input.task.trim()}` }],
  };
}
