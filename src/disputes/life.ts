import { unitToName } from '../deadlines/charge.ts';
import { listedDate } from '../deadlines/leading.ts';
import { formatClock } from '../platform/now.ts';
import type { Outcome } from '../procedures/decideStep.ts';
import type { Life } from '../procedures/engine.ts';
import { afterStep } from './afterStep.ts';
import type { Dispute } from './dispute.ts';
import type { DisputeRules } from './kind.ts';
import { type StepName, statusLabels } from './procedure.ts';
import { clockRuleOf } from './rules.ts';
import { seenBy } from './seenBy.ts';
import { doneSentence, standingOf } from './standing.ts';
import { todosOf } from './todos.ts';

type Back = ReturnType<Life<Dispute, DisputeRules, StepName>['undoneBy']>;

/** A dispatch while nobody has signed for it; a merger at any time. */
function undoneBy({ step, before, after }: Outcome<Dispute, StepName>): Back {
  const until = after.dispatchUndoUntil;
  if (step === 'dispatch' && until) {
    const sentence = `${formatClock(until)} 前、对方签收前可以撤回；之后只能由对方退回。`;
    return { step: 'undoDispatch', until, sentence };
  }
  const was = statusLabels[before.status].zh;
  if (step === 'merge') {
    const sentence = `随时可以拆开：这一件回到「${was}」，停着的时限接着走，剩几天还是几天。`;
    return { step: 'split', until: null, sentence };
  }
  return step === 'split' ? { step: 'merge', until: null, sentence: '拆开以后还可以再合并。' } : null;
}

/** What is particular to a dispute. */
export const disputeLife: Life<Dispute, DisputeRules, StepName> = {
  standing: standingOf,
  after: (before, decision, step, context) => afterStep(before, decision, step, context),
  seenBy,
  owed: (dispute, context) => todosOf(dispute, dispute.clocks, context),
  // What follows another has no date of its own: the leading one has it.
  listedDue: ({ status, clocks }) => (status === 'linked' ? null : listedDate(clocks)),
  ruleOf: (rules, clockKind, { difficulty }) => clockRuleOf(rules, clockKind, difficulty),
  chargedTo: (clockKind, binds, { leadUnitId }) => unitToName(clockKind, binds, leadUnitId),
  undoneBy: (outcome) => undoneBy(outcome as Outcome<Dispute, StepName>),
  done: (outcome, context) => doneSentence(outcome as Outcome<Dispute, StepName>, context),
};
