import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import type { Change, Telling } from '../matters/decision.ts';
import { StepInput, UnitId } from '../matters/fields.ts';
import type { Unit } from '../network/lookup.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';
import { dispatchRow, type Givable, giveTo, type LastDispatch } from './giveTo.ts';
import type { RoutingRules } from './rules.ts';
import { deskOf } from './units.ts';

export const DispatchInput = StepInput({
  leadUnitId: UnitId,
  supportingUnitIds: Type.Array(UnitId, { maxItems: 12, title: '协办单位' }),
  message: Type.String({ maxLength: 500, title: '要说的话' }),
});
export type DispatchInput = { leadUnitId: string; supportingUnitIds: string[]; message: string };

type Dispatchable = Givable & { difficulty: string | null; lastDispatch: LastDispatch | null };

/** Where no ruling is asked for, the next dispatch says whether the sending back was right. */
function answeredBackBy({ lastDispatch: last }: Dispatchable, leadUnitId: string): Change[] {
  if (!last?.sentBack || last.result !== null) return [];
  const result = last.unitId === leadUnitId ? 'upheld' : 'changed';
  return [{ table: 'unit_dispatch', id: last.id, set: { result } }];
}

export const hindersDispatch = ({ difficulty }: Pick<Dispatchable, 'difficulty'>): Refusal | null =>
  difficulty ? null : new Refusal('conflict', 'notTriaged', '先研判（难易、轻重缓急），再分流。');

/** What happens when a dispute is dispatched: lead unit, supporting units, who is told, until when it can be undone. */
export function dispatch(matter: Dispatchable, input: DispatchInput, context: Context<RoutingRules>): DisputeDecision {
  const { now, rules } = context;
  refuseIf(hindersDispatch(matter));
  const { lead, support, duty, written } = giveTo(matter, input, context);
  const undoUntil = new Date(now.getTime() + rules.dispatch.undoMinutes * 60_000);
  const message = input.message.trim();
  return {
    ...written,
    type: 'dispatch',
    data: {
      leadUnitId: lead.id,
      supportingUnitIds: support.map((unit) => unit.id),
      dutyEntryId: duty?.id ?? null,
      dutyDate: duty?.date ?? null,
      basis: duty?.basis ?? null,
    },
    own: { ...written.own, dispatch_undo_until: undoUntil },
    notes: message ? [{ id: context.newId(), kind: 'dispatch', visibility: 'shared', body: message }] : [],
    inserts: [...written.inserts, dispatchRow(matter, lead.id, duty?.id ?? null, context)],
    changes: [...written.changes, ...answeredBackBy(matter, lead.id)],
    tell: tellings(lead, support),
  };
}

function tellings(lead: Unit, support: readonly Unit[]): Telling[] {
  return [
    ...deskOf(lead.id).map((owner) => ({ owner, text: '分流来一件，今天签收。' })),
    ...support.map((unit) => ({ owner: headKey(unit.id), text: `请你单位协办，牵头：${lead.short}。` })),
    { owner: 'resident', text: `您的事已经转给${lead.short}办理。` },
  ];
}
