import { Type } from 'typebox';
import type { Context } from '../matters/context.ts';
import type { Change, Decision, Telling } from '../matters/decision.ts';
import { StepInput, UnitId } from '../matters/fields.ts';
import type { Unit } from '../network/lookup.ts';
import { dutyUnitId } from '../network/network.ts';
import { Refusal } from '../platform/refusal.ts';
import type { RoutingRules } from './rules.ts';
import type { ToRoute } from './suggestUnits.ts';
import { deskOf, headOf, reachableUnit, refuseUnseen } from './units.ts';

export const DispatchInput = StepInput({
  leadUnitId: UnitId,
  supportingUnitIds: Type.Array(UnitId, { maxItems: 12, title: '协办单位' }),
  message: Type.String({ maxLength: 500, title: '要说的话' }),
});
export type DispatchInput = { leadUnitId: string; supportingUnitIds: string[]; message: string };

type Dispatchable = ToRoute & {
  receivingCenterId: string;
  difficulty: string | null;
  restricted: boolean;
  namedPostIds: readonly string[];
  formerUnitIds: readonly string[];
  supportingUnits: readonly { unitId: string }[];
};

function supportOf(matter: Dispatchable, input: DispatchInput, context: Context<unknown>): Unit[] {
  if (input.supportingUnitIds.includes(input.leadUnitId))
    throw new Refusal('invalid', 'leadIsSupport', '牵头单位不用再选作协办。', {
      supportingUnitIds: '牵头单位不用再选作协办。',
    });
  const units = [...new Set(input.supportingUnitIds)].map((id) =>
    reachableUnit(matter, id, 'supportingUnitIds', context.network),
  );
  for (const unit of units) refuseUnseen(matter, unit, context);
  return units;
}

/** Units left from an earlier round help no longer unless they are chosen again. */
function released(matter: Dispatchable, support: readonly Unit[], now: Date): Change[] {
  return matter.supportingUnits
    .filter(({ unitId }) => !support.some((unit) => unit.id === unitId))
    .map(({ unitId }) => ({ table: 'dispute_unit', id: unitId, set: { removed_at: now } }));
}

/** What happens when a dispute is dispatched: lead unit, supporting units, who is told, until when it can be undone. */
export function dispatch(matter: Dispatchable, input: DispatchInput, context: Context<RoutingRules>): Decision {
  const { network, now, rules } = context;
  if (!matter.difficulty) throw new Refusal('conflict', 'notTriaged', '先研判（难易、轻重缓急），再分流。');
  const lead = reachableUnit(matter, input.leadUnitId, 'leadUnitId', network);
  refuseUnseen(matter, lead, context);
  const support = supportOf(matter, input, context);
  const added = support.filter((unit) => !matter.supportingUnits.some(({ unitId }) => unitId === unit.id));
  const duty = network
    .duties(matter.countyCode, matter.categoryCode, matter.regionCode)
    .find((entry) => dutyUnitId(entry, matter.regionCode) === lead.id);
  const undoUntil = new Date(now.getTime() + rules.dispatch.undoMinutes * 60_000);
  const message = input.message.trim();
  return {
    type: 'dispatch',
    data: {
      leadUnitId: lead.id,
      supportingUnitIds: support.map((unit) => unit.id),
      dutyEntryId: duty?.id ?? null,
      basis: duty?.basis ?? null,
    },
    matter: { lead_unit_id: lead.id, handler_post_id: null },
    dispute: {
      dispatched_at: now,
      dispatch_undo_until: undoUntil,
      duty_entry_id: duty?.id ?? null,
      former_unit_ids: matter.formerUnitIds.filter((id) => id !== lead.id),
    },
    notes: message ? [{ id: context.newId(), kind: 'dispatch', visibility: 'shared', body: message }] : [],
    inserts: added.map((unit) => ({
      into: 'dispute_unit' as const,
      values: { unit_id: unit.id, task: '协办', added_at: now },
    })),
    changes: released(matter, support, now),
    tell: tellings(lead, support),
  };
}

function tellings(lead: Unit, support: readonly Unit[]): Telling[] {
  return [
    ...deskOf(lead).map((owner) => ({ owner, text: '分流来一件，今天签收。' })),
    ...support.map((unit) => ({ owner: headOf(unit), text: `请你单位协办，牵头：${lead.short}。` })),
    { owner: 'resident', text: `您的事已经转给${lead.short}办理。` },
  ];
}
