import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import type { Insert, Telling } from '../matters/decision.ts';
import { DayField, StepInput, UnitId } from '../matters/fields.ts';
import type { Unit } from '../network/lookup.ts';
import { headKey } from '../procedures/owners.ts';
import { type AmendableMatter, type DutyScope, dutyAmendment } from './amendDuty.ts';
import { type Givable, giveTo, type LastDispatch } from './giveTo.ts';
import type { RoutingRules } from './rules.ts';
import { deskOf } from './units.ts';

export const RuleInput = StepInput({
  leadUnitId: UnitId,
  supportingUnitIds: Type.Array(UnitId, { maxItems: 12, title: '协办单位' }),
  reason: Type.String({ minLength: 2, maxLength: 1000, title: '裁定理由' }),
  basis: Type.String({ minLength: 2, maxLength: 300, title: '依据' }),
  /** With it the ruling also writes the duty list: for the township, or the whole county. */
  dutyScope: Type.Optional(Type.Union([Type.Literal('township'), Type.Literal('county')], { title: '改到哪一级' })),
  dutyFrom: Type.Optional(DayField),
});
export type RuleInput = {
  leadUnitId: string;
  supportingUnitIds: string[];
  reason: string;
  basis: string;
  dutyScope?: DutyScope;
  dutyFrom?: string;
};

type Disputed = Givable & AmendableMatter & { lastDispatch: LastDispatch | null };
type Outcome = { from: string; to: string; upheld: boolean };

/** The unit that sent it back stands last among those that had it. */
const sentBackBy = ({ formerUnitIds, receivingCenterId }: Disputed): string =>
  formerUnitIds.at(-1) ?? receivingCenterId;

function rulingRow(
  matter: Disputed,
  { from, to, upheld }: Outcome,
  noteId: string,
  { newId, now }: Context<unknown>,
): Insert {
  const values = {
    id: newId(),
    dispatch_id: matter.lastDispatch?.id ?? null,
    category_code: matter.categoryCode,
    from_unit_id: from,
    to_unit_id: to,
    outcome: upheld ? ('upheld' as const) : ('changed' as const),
    note_id: noteId,
    at: now,
  };
  return { into: 'ruling', values: { ...values, duty_entry_id: null } };
}

/** Everybody concerned reads the same reasons, the unit that is rid of it as well. */
function tellings(
  { from, upheld }: Outcome,
  { lead, support }: { lead: Unit; support: readonly Unit[] },
  { matter, context, because }: { matter: Disputed; context: Context<unknown>; because: string },
): Telling[] {
  const former = context.network.unit(from);
  const settled = upheld ? `裁定仍由${lead.short}办` : `裁定由${lead.short}办`;
  return [
    ...deskOf(lead.id).map((owner) => ({ owner, text: `${settled}，今天签收。理由：${because}` })),
    ...(former && !upheld
      ? [{ owner: headKey(former.id), text: `你单位退回的一件，${settled}。理由：${because}` }]
      : []),
    ...support.map((unit) => ({ owner: headKey(unit.id), text: `请你单位协办，牵头：${lead.short}。` })),
    { owner: `c:${matter.receivingCenterId}#dispatcher`, text: `退回的一件，${settled}。理由：${because}` },
    { owner: 'resident', text: `已经确定${upheld ? '仍' : ''}由${lead.short}办理您的事，办完的日期不变。` },
  ];
}

/** A ruling 裁定: which unit leads, with reasons that all units concerned read; it may write the duty list from a day on. */
export function rule(matter: Disputed, input: RuleInput, context: Context<RoutingRules>): DisputeDecision {
  const { lead, support, written } = giveTo(matter, input, context);
  const from = sentBackBy(matter);
  const outcome: Outcome = { from, to: lead.id, upheld: from === lead.id };
  const duty = dutyAmendment(matter, lead, input, context);
  const noteId = context.newId();
  const reason = input.reason.trim();
  const because = reason.length > 80 ? `${reason.slice(0, 80)}…` : reason;
  const last = matter.lastDispatch;
  const result = outcome.upheld ? ('upheld' as const) : ('changed' as const);
  return {
    ...written,
    type: 'rule',
    data: {
      fromUnitId: from,
      leadUnitId: lead.id,
      supportingUnitIds: support.map((unit) => unit.id),
      upheld: outcome.upheld,
      duty: duty && { regionCode: duty.regionCode, from: duty.effectiveFrom },
    },
    own: { ...written.own, dispatch_undo_until: null },
    notes: [{ id: noteId, kind: 'ruling', visibility: 'shared', body: `${reason}\n依据：${input.basis.trim()}` }],
    inserts: [...written.inserts, rulingRow(matter, outcome, noteId, context)],
    changes: [...written.changes, ...(last ? [{ table: 'unit_dispatch' as const, id: last.id, set: { result } }] : [])],
    ...(duty && { duty }),
    tell: tellings(outcome, { lead, support }, { matter, context, because }),
  };
}
