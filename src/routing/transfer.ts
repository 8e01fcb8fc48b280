import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import { Reason, StepInput, UnitId } from '../matters/fields.ts';
import { Refusal } from '../platform/refusal.ts';
import { endWaiting } from '../waits/waits.ts';
import { dispatchRow } from './giveTo.ts';
import { deskOf, reachableUnit, refuseUnseen, supportChange } from './units.ts';

export const TransferInput = StepInput({ leadUnitId: UnitId, reason: Reason });
export type TransferInput = { leadUnitId: string; reason: string };

type Routed = {
  countyCode: string;
  categoryCode: string;
  leadUnitId: string | null;
  formerUnitIds: readonly string[];
  supportingUnits: readonly { unitId: string }[];
  receivingCenterId: string;
  restricted: boolean;
  namedPostIds: readonly string[];
  materials: readonly { id: string; state: string }[];
};

/** Another lead unit takes over; the handling clock keeps its first start, so the resident's date does not move. */
export function transfer(matter: Routed, input: TransferInput, context: Context<unknown>): DisputeDecision {
  const unit = reachableUnit(matter, input.leadUnitId, 'leadUnitId', context.network);
  if (unit.id === matter.leadUnitId)
    throw new Refusal('invalid', 'sameUnit', '它已经是牵头单位。', { leadUnitId: '它已经是牵头单位。' });
  refuseUnseen(matter, unit, context);
  const former = matter.leadUnitId
    ? [...new Set([...matter.formerUnitIds, matter.leadUnitId])]
    : [...matter.formerUnitIds];
  const supported = matter.supportingUnits.some(({ unitId }) => unitId === unit.id);
  return {
    type: 'transfer',
    data: { fromUnitId: matter.leadUnitId, leadUnitId: unit.id },
    matter: { lead_unit_id: unit.id, handler_post_id: null },
    own: { former_unit_ids: former.filter((id) => id !== unit.id), dispatch_undo_until: null },
    notes: [{ id: context.newId(), kind: 'transfer', visibility: 'shared', body: input.reason.trim() }],
    inserts: [dispatchRow(matter, unit.id, null, context)],
    changes: [
      ...(supported ? [supportChange(unit.id, { removed_at: context.now })] : []),
      ...endWaiting(matter, context.now),
    ],
    clocks: [{ act: 'resume' }, { act: 'stop', kind: 'materials' }],
    tell: [
      ...deskOf(unit.id).map((owner) => ({ owner, text: '转办来一件，今天签收。' })),
      { owner: 'resident', text: `您的事改由${unit.short}办理，办完的日期不变。` },
    ],
  };
}
