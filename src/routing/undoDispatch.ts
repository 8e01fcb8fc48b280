import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Context } from '../matters/context.ts';
import { StepInput } from '../matters/fields.ts';
import { formatClock } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';
import type { LastDispatch } from './giveTo.ts';
import { deskOf, supportChange } from './units.ts';

export const UndoDispatchInput = StepInput({});
export type UndoDispatchInput = Record<never, never>;

type Dispatched = {
  leadUnitId: string | null;
  dispatchUndoUntil: Date | null;
  formerUnitIds: readonly string[];
  ruledUnitId: string | null;
  lastDispatch: LastDispatch | null;
  supportingUnits: readonly { unitId: string }[];
};

export function hindersUndo(
  { dispatchUndoUntil: until, ruledUnitId, leadUnitId }: Dispatched,
  { now }: Pick<Context<unknown>, 'now'>,
): Refusal | null {
  const no = (code: string, sentence: string) => new Refusal('conflict', code, sentence);
  if (!until && ruledUnitId !== null && ruledUnitId === leadUnitId)
    return no('alreadyRuled', '由哪个单位办是裁定的，不能撤回；要换单位就转办，写明理由。');
  if (until && now <= until) return null;
  return no('undoTooLate', `撤回的时间已过${until ? `（到 ${formatClock(until)}）` : ''}，请对方退回。`);
}

/** A mistaken dispatch can be taken back while nobody has signed for it and the set minutes are not over. */
export function undoDispatch(
  matter: Dispatched,
  _input: UndoDispatchInput,
  context: Context<unknown>,
): DisputeDecision {
  refuseIf(hindersUndo(matter, context));
  const unit = matter.leadUnitId ? context.network.unit(matter.leadUnitId) : undefined;
  const helpers = matter.supportingUnits.flatMap(({ unitId }) => context.network.unit(unitId) ?? []);
  return {
    type: 'undoDispatch',
    data: { leadUnitId: matter.leadUnitId },
    matter: { lead_unit_id: null, handler_post_id: null },
    own: { dispatched_at: null, dispatch_undo_until: null, duty_entry_id: null },
    changes: [
      ...matter.supportingUnits.map(({ unitId }) => supportChange(unitId, { removed_at: context.now })),
      ...(matter.lastDispatch
        ? [{ table: 'unit_dispatch' as const, id: matter.lastDispatch.id, set: { withdrawn_at: context.now } }]
        : []),
    ],
    // Another unit had it before: its handling clock goes on, so that the resident's date does not move.
    clocks: matter.formerUnitIds.length > 0 ? [{ act: 'keep', kind: 'handle' }] : [],
    tell: [
      ...(unit ? deskOf(unit.id).map((owner) => ({ owner, text: '一件分流撤回了，不用再办。' })) : []),
      ...helpers.map((helper) => ({ owner: headKey(helper.id), text: '一件分流撤回了，不用协办了。' })),
      { owner: 'resident', text: '正在重新确定您这件事由哪个单位办理。' },
    ],
  };
}
