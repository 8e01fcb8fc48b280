import { Type } from 'typebox';
import { runningClocks } from '../deadlines/leading.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, StepInput } from '../matters/fields.ts';

export const UndoImportInput = StepInput({ runId: Type.Optional(Id) });
export type UndoImportInput = { runId?: string };

/** It is archived and leaves every list, its clocks stop, nobody owes anything on it; row, code and events stay. */
export function undoImport(
  dispute: Dispute,
  { runId = '' }: UndoImportInput,
  context: DisputeContext,
): DisputeDecision {
  return {
    type: 'undoImport',
    data: { runId },
    own: { import_undone_at: context.now },
    clocks: runningClocks(dispute.clocks).map(({ kind }) => ({ act: 'stop', kind })),
  };
}
