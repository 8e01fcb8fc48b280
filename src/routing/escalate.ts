import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { superiorCenterId } from '../network/lookup.ts';
import { Refusal } from '../platform/refusal.ts';
import { endWaiting } from '../waits/waits.ts';
import { deskOf, refuseUnseen, supportChange } from './units.ts';

export const EscalateInput = StepInput({ reason: Reason });
export type EscalateInput = { reason: string };

type Led = {
  leadUnitId: string | null;
  receivingCenterId: string;
  formerUnitIds: readonly string[];
  supportingUnits: readonly { unitId: string }[];
  restricted: boolean;
  namedPostIds: readonly string[];
  materials: readonly { id: string; state: string }[];
};

/** A department's matter goes to its own county's center; a center's goes to the center above it. */
function wayUp({ leadUnitId }: Pick<Led, 'leadUnitId'>, { network }: Pick<Context<unknown>, 'network'>) {
  const from = leadUnitId ? network.unit(leadUnitId) : undefined;
  const targetId = from && (from.kind === 'center' ? superiorCenterId(from) : `${from.countyCode}-center`);
  const target = targetId ? network.unit(targetId) : undefined;
  return from && target ? { from, target } : null;
}

const noSuperior = () => new Refusal('conflict', 'noSuperior', '上面没有可以提级的中心了。');

export const hindersEscalation = (matter: Pick<Led, 'leadUnitId'>, context: Context<unknown>): Refusal | null =>
  wayUp(matter, context) ? null : noSuperior();

/** Too hard for where it is: the center above takes the lead, and the unit that tried keeps sight of it. */
export function escalate(matter: Led, input: EscalateInput, context: Context<unknown>): DisputeDecision {
  const way = wayUp(matter, context);
  if (!way) throw noSuperior();
  const { from, target } = way;
  refuseUnseen(matter, target, context);
  const supported = matter.supportingUnits.some(({ unitId }) => unitId === target.id);
  return {
    type: 'escalate',
    data: { fromUnitId: from.id, leadUnitId: target.id },
    matter: { lead_unit_id: target.id, handler_post_id: null },
    own: {
      former_unit_ids: [...new Set([...matter.formerUnitIds, from.id])].filter((id) => id !== target.id),
      dispatch_undo_until: null,
    },
    notes: [{ id: context.newId(), kind: 'escalate', visibility: 'shared', body: input.reason.trim() }],
    changes: [
      ...(supported ? [supportChange(target.id, { removed_at: context.now })] : []),
      ...endWaiting(matter, context.now),
    ],
    clocks: [{ act: 'resume' }, { act: 'stop', kind: 'materials' }],
    tell: [
      ...deskOf(target.id).map((owner) => ({ owner, text: `${from.short}提级来一件，今天签收。` })),
      { owner: 'resident', text: `您的事已由${target.short}接着办，办完的日期不变。` },
    ],
  };
}
