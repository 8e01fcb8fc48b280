import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import type { Change, ClockAct, Insert } from '../matters/decision.ts';
import { Reason, StepInput, UnitId } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { endWaiting } from '../waits/waits.ts';
import { hindersSendBack, type Questionable } from './court.ts';
import { dispatchRow, type LastDispatch } from './giveTo.ts';
import type { RoutingRules } from './rules.ts';
import { reachableUnit, rulersOf } from './units.ts';

export const SendBackInput = StepInput({
  reason: Reason,
  basis: Type.String({ minLength: 2, maxLength: 300, title: '依据' }),
  betterUnitId: Type.Optional(UnitId),
});
export type SendBackInput = { reason: string; basis: string; betterUnitId?: string };

type Routed = Questionable & {
  countyCode: string;
  categoryCode: string;
  receivingCenterId: string;
  formerUnitIds: readonly string[];
  lastDispatch: LastDispatch | null;
  materials: readonly { id: string; state: string }[];
};

/** Marks the row by which the unit got it; what came to it in another way (提级, 重新办理) gets its row now. */
function markRow(
  { lastDispatch: last, ...matter }: Routed,
  unitId: string,
  better: string | null,
  context: Context<unknown>,
): { inserts: Insert[]; changes: Change[] } {
  const back = { sent_back_at: context.now, better_unit_id: better };
  if (last && last.unitId === unitId && !last.sentBack)
    return { inserts: [], changes: [{ table: 'unit_dispatch', id: last.id, set: back }] };
  const row = dispatchRow(matter, unitId, null, context);
  return { inserts: [{ ...row, values: { ...row.values, ...back } } as Insert], changes: [] };
}

/** The center's own clock: to rule, or to dispatch again where the county asks for no ruling. Handling goes on (0018). */
const toTheDesk: readonly ClockAct[] = [
  { act: 'stop', kind: 'ruling' },
  { act: 'start', kind: 'deploy' },
];

/** Not this unit's: back to the center in time, with the basis on which it says so. It keeps sight of what it wrote. */
export function sendBack(matter: Routed, input: SendBackInput, context: Context<RoutingRules>): DisputeDecision {
  refuseIf(hindersSendBack(matter, context));
  const unitId = matter.leadUnitId ?? matter.receivingCenterId;
  const better = input.betterUnitId
    ? reachableUnit(matter, input.betterUnitId, 'betterUnitId', context.network).id
    : null;
  if (better === unitId)
    throw new Refusal('invalid', 'sameUnit', '这就是你们单位。', { betterUnitId: '选别的单位，或者空着。' });
  const { needsRuling } = context.rules.court;
  const unit = context.network.unit(unitId)?.short ?? '承办单位';
  const desk = needsRuling
    ? rulersOf(matter.receivingCenterId, context.directory)
    : [`c:${matter.receivingCenterId}#dispatcher`];
  const { inserts, changes } = markRow(matter, unitId, better, context);
  const body = `${input.reason.trim()}\n依据：${input.basis.trim()}`;
  return {
    type: 'sendBack',
    to: needsRuling ? 'routingDisputed' : 'accepted',
    data: { fromUnitId: unitId, betterUnitId: better },
    matter: { lead_unit_id: null, handler_post_id: null },
    own: { former_unit_ids: [...new Set([...matter.formerUnitIds, unitId])], dispatch_undo_until: null },
    notes: [{ id: context.newId(), kind: 'sendBack', visibility: 'shared', body }],
    inserts,
    changes: [...changes, ...endWaiting(matter, context.now)],
    clocks: [{ act: 'resume' }, { act: 'stop', kind: 'materials' }, ...(needsRuling ? [] : toTheDesk)],
    tell: [
      ...desk.map((owner) => ({ owner, text: `${unit}退回一件，${needsRuling ? '等裁定' : '重新分流'}。` })),
      ...(needsRuling
        ? [{ owner: `c:${matter.receivingCenterId}#dispatcher`, text: `${unit}退回一件，由裁定岗裁定。` }]
        : []),
      { owner: 'resident', text: '正在重新确定您这件事由哪个单位办理，办完的日期不变。' },
    ],
  };
}
