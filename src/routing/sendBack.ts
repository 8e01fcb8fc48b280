import type { Context } from '../matters/context.ts';
import type { Decision } from '../matters/decision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { endWaiting } from './units.ts';

export const SendBackInput = StepInput({ reason: Reason, basis: Reason });
export type SendBackInput = { reason: string; basis: string };

type Routed = {
  receivingCenterId: string;
  leadUnitId: string | null;
  formerUnitIds: readonly string[];
  materials: readonly { id: string; state: string }[];
};

/** Not this unit's: back to the center, always with the basis on which it says so. The unit keeps sight of what it wrote. */
export function sendBack(matter: Routed, input: SendBackInput, context: Context<unknown>): Decision {
  const unit = matter.leadUnitId ? context.network.unit(matter.leadUnitId) : undefined;
  const former = matter.leadUnitId
    ? [...new Set([...matter.formerUnitIds, matter.leadUnitId])]
    : [...matter.formerUnitIds];
  const body = `${input.reason.trim()}\n依据：${input.basis.trim()}`;
  return {
    type: 'sendBack',
    data: { fromUnitId: matter.leadUnitId },
    matter: { lead_unit_id: null, handler_post_id: null },
    dispute: { former_unit_ids: former, dispatch_undo_until: null },
    notes: [{ id: context.newId(), kind: 'sendBack', visibility: 'shared', body }],
    changes: endWaiting(matter, context.now),
    clocks: [{ act: 'resume' }, { act: 'stop', kind: 'materials' }],
    tell: [
      { owner: `c:${matter.receivingCenterId}#dispatcher`, text: `${unit?.short ?? '承办单位'}退回一件，重新分流。` },
      { owner: 'resident', text: '正在重新确定您这件事由哪个单位办理。' },
    ],
  };
}
