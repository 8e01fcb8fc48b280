import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import type { Change, Insert } from '../matters/decision.ts';
import type { Unit } from '../network/lookup.ts';
import type { DutyEntry } from '../network/network.ts';
import { dutyUnitId } from '../network/network.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ToRoute } from './suggestUnits.ts';
import { reachableUnit, refuseUnseen, supportChange, supportRow } from './units.ts';

/** The last time a matter was given to a unit, and what became of it. */
export type LastDispatch = { id: string; unitId: string; sentBack: boolean; result: string | null };

export type Givable = ToRoute & {
  receivingCenterId: string;
  restricted: boolean;
  namedPostIds: readonly string[];
  formerUnitIds: readonly string[];
  supportingUnits: readonly { unitId: string }[];
};

export type Chosen = { leadUnitId: string; supportingUnitIds: readonly string[] };

export type Given = {
  lead: Unit;
  support: Unit[];
  /** What of the duty list names the unit, if anything does. */
  duty: DutyEntry | undefined;
  written: Required<Pick<DisputeDecision, 'matter' | 'own' | 'inserts' | 'changes'>>;
};

function supportOf(matter: Givable, input: Chosen, context: Context<unknown>): Unit[] {
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
function released(matter: Givable, support: readonly Unit[], now: Date): Change[] {
  return matter.supportingUnits
    .filter(({ unitId }) => !support.some((unit) => unit.id === unitId))
    .map(({ unitId }) => supportChange(unitId, { removed_at: now }));
}

/** Giving a matter to a lead unit and its helpers, the same by dispatch and by ruling: who, on which entry, what is written. */
export function giveTo(matter: Givable, input: Chosen, context: Context<unknown>): Given {
  const { network, now } = context;
  const lead = reachableUnit(matter, input.leadUnitId, 'leadUnitId', network);
  refuseUnseen(matter, lead, context);
  const support = supportOf(matter, input, context);
  const added = support.filter((unit) => !matter.supportingUnits.some(({ unitId }) => unitId === unit.id));
  const duty = network
    .duties(matter.countyCode, matter.categoryCode, matter.regionCode)
    .find((entry) => dutyUnitId(entry, matter.regionCode) === lead.id);
  const written = {
    matter: { lead_unit_id: lead.id, handler_post_id: null },
    own: {
      dispatched_at: now,
      duty_entry_id: duty?.id ?? null,
      former_unit_ids: matter.formerUnitIds.filter((id) => id !== lead.id),
    },
    inserts: added.map((unit) => supportRow(unit.id, '协办', now)),
    changes: released(matter, support, now),
  };
  return { lead, support, duty, written };
}

/** Nobody rules any more on a sending back whose matter has ended. */
export function endQuestion({ lastDispatch: last }: { lastDispatch: LastDispatch | null }): Change[] {
  return last?.sentBack && last.result === null
    ? [{ table: 'unit_dispatch', id: last.id, set: { result: 'ended' } }]
    : [];
}

/** A row of the figures: this matter was given to this unit. */
export function dispatchRow(
  matter: { categoryCode: string },
  unitId: string,
  dutyEntryId: string | null,
  context: Pick<Context<unknown>, 'newId' | 'now'>,
): Insert {
  const values = { id: context.newId(), category_code: matter.categoryCode, unit_id: unitId, at: context.now };
  return { into: 'unit_dispatch', values: { ...values, duty_entry_id: dutyEntryId } };
}
