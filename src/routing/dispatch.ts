import { Type } from 'typebox';
import type { Context } from '../matters/context.ts';
import type { Decision, Telling } from '../matters/decision.ts';
import { StepInput, UnitId } from '../matters/fields.ts';
import type { Network, Unit } from '../network/lookup.ts';
import { dutyUnitId } from '../network/network.ts';
import { Refusal } from '../platform/refusal.ts';
import type { RoutingRules } from './rules.ts';

export const DispatchInput = StepInput({
  leadUnitId: UnitId,
  supportingUnitIds: Type.Array(UnitId, { maxItems: 12, title: '协办单位' }),
  message: Type.String({ maxLength: 500, title: '要说的话' }),
});
export type DispatchInput = { leadUnitId: string; supportingUnitIds: string[]; message: string };

export type ToRoute = {
  countyCode: string;
  categoryCode: string;
  regionCode: string;
  receivingCenterId: string;
  difficulty: string | null;
  restricted: boolean;
  formerUnitIds: readonly string[];
};

export type Suggestion = {
  unitId: string;
  name: string;
  basis: string;
  date: string;
  supportingUnitIds: readonly string[];
};

/** Whom the duty list names for this category at this place; the first is the proposal. */
export function suggestUnits(matter: ToRoute, network: Network): Suggestion[] {
  return network.duties(matter.countyCode, matter.categoryCode).flatMap((entry) => {
    const unit = network.unit(dutyUnitId(entry, matter.regionCode));
    if (!unit?.active) return [];
    return [
      {
        unitId: unit.id,
        name: unit.short,
        basis: entry.basis,
        date: entry.date,
        supportingUnitIds: entry.supportingUnitIds,
      },
    ];
  });
}

/** A unit of the same county, or a center above it. Another county is a transfer, which opens a linked matter there. */
export function reachableUnit(
  matter: Pick<ToRoute, 'countyCode'>,
  unitId: string,
  field: string,
  network: Network,
): Unit {
  const unit = network.unit(unitId);
  if (!unit?.active)
    throw new Refusal('invalid', 'unknownUnit', '没有这个单位，重新选一个。', {
      [field]: '没有这个单位，重新选一个。',
    });
  if (unit.countyCode !== matter.countyCode && unit.level !== 'city')
    throw new Refusal('invalid', 'otherCounty', '不能直接分到别的区县。', { [field]: `${unit.short}不在本区县。` });
  return unit;
}

/** Who signs for a unit: handlers and its head; at a center its dispatchers, handlers and leader. */
export function deskOf(unit: Pick<Unit, 'id' | 'kind'>): string[] {
  const hands = `h:${unit.id}`;
  return unit.kind === 'center'
    ? [`c:${unit.id}#centerLeader`, `c:${unit.id}#dispatcher`, hands]
    : [`u:${unit.id}#unitHead`, hands];
}

function supportOf(matter: ToRoute, input: DispatchInput, network: Network): string[] {
  const ids = [...new Set(input.supportingUnitIds)];
  if (ids.includes(input.leadUnitId))
    throw new Refusal('invalid', 'leadIsSupport', '牵头单位不用再选作协办。', {
      supportingUnitIds: '牵头单位不用再选作协办。',
    });
  for (const id of ids) reachableUnit(matter, id, 'supportingUnitIds', network);
  return ids;
}

/** What happens when a dispute is dispatched: lead unit, supporting units, who is told, until when it can be undone. */
export function dispatch(matter: ToRoute, input: DispatchInput, context: Context<RoutingRules>): Decision {
  const { network, now, rules } = context;
  if (!matter.difficulty) throw new Refusal('conflict', 'notTriaged', '先研判（难易、轻重缓急），再分流。');
  const lead = reachableUnit(matter, input.leadUnitId, 'leadUnitId', network);
  const support = supportOf(matter, input, network);
  const duty = network
    .duties(matter.countyCode, matter.categoryCode)
    .find((entry) => dutyUnitId(entry, matter.regionCode) === lead.id);
  const undoUntil = new Date(now.getTime() + rules.dispatch.undoMinutes * 60_000);
  const message = input.message.trim();
  return {
    type: 'dispatch',
    data: {
      leadUnitId: lead.id,
      supportingUnitIds: support,
      dutyEntryId: duty?.id ?? null,
      basis: duty?.basis ?? null,
    },
    matter: { lead_unit_id: lead.id, handler_post_id: null },
    dispute: { dispatched_at: now, dispatch_undo_until: undoUntil, duty_entry_id: duty?.id ?? null },
    notes: message ? [{ id: context.newId(), kind: 'dispatch', visibility: 'shared', body: message }] : [],
    inserts: support.map((unitId) => ({
      into: 'dispute_unit' as const,
      values: { unit_id: unitId, task: '协办', added_at: now },
    })),
    tell: tellings(lead, support, network),
  };
}

function tellings(lead: Unit, support: readonly string[], network: Network): Telling[] {
  return [
    ...deskOf(lead).map((owner) => ({ owner, text: '分流来一件，今天签收。' })),
    ...support.map((id) => ({ owner: `u:${id}#unitHead`, text: `请你单位协办，牵头：${lead.short}。` })),
    { owner: 'resident', text: `您的事已经转给${network.unit(lead.id)?.short ?? lead.name}办理。` },
  ];
}
