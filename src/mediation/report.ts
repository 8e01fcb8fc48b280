import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { LongText, StepInput } from '../matters/fields.ts';
import { supportChange } from '../routing/units.ts';

export const ReportInput = StepInput({
  text: LongText,
  /** What the resident reads of it: that somebody wrote something tells nobody anything. */
  forResident: Type.String({ minLength: 4, maxLength: 500, title: '告诉当事人的话' }),
  taskDone: Type.Optional(Type.Boolean({ title: '协办任务做完了' })),
});
export type ReportInput = { text: string; forResident: string; taskDone?: boolean };

/** Progress, in words. A supporting unit reports on its own task. */
export function report(dispute: Dispute, input: ReportInput, context: DisputeContext): DisputeDecision {
  const { actor, now } = context;
  const supporting = dispute.supportingUnits.find(
    (unit) => unit.unitId === actor.unitId && unit.unitId !== dispute.leadUnitId,
  );
  const shown = input.forResident.trim();
  const notes: DisputeDecision['notes'] = [
    { id: context.newId(), kind: 'report', visibility: 'shared', body: input.text.trim() },
    { id: context.newId(), kind: 'progress', visibility: 'resident', body: shown },
  ];
  return {
    type: 'report',
    data: { supporting: Boolean(supporting), taskDone: Boolean(input.taskDone) },
    notes,
    changes: supporting && input.taskDone ? [supportChange(supporting.unitId, { done_at: now })] : [],
    // The lead unit's three days are not met by what a supporting unit reports.
    clocks: supporting ? [{ act: 'keep', kind: 'report' }] : [],
    tell: [
      { owner: `c:${dispute.receivingCenterId}#dispatcher`, text: '有新的进展。' },
      { owner: 'resident', text: shown },
    ],
  };
}
