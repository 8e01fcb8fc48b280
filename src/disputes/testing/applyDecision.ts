import { unitToName } from '../../deadlines/charge.ts';
import { applyChanges, clockChanges } from '../../deadlines/clockChanges.ts';
import type { Binds } from '../../deadlines/clockRule.ts';
import type { Decision } from '../../matters/decision.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { afterStep } from '../afterStep.ts';
import type { Dispute, DisputeContext } from '../dispute.ts';
import { guard } from '../guard.ts';
import { type StepName, stepOf } from '../procedure.ts';
import { clockRuleOf } from '../rules.ts';
import { seenBy } from '../seenBy.ts';
import { standingOf } from '../standing.ts';

/** What one transaction would leave behind: the dispute after a decision, with its clocks and its viewers. */
export function applyDecision(name: StepName, before: Dispute, decision: Decision, context: DisputeContext): Dispute {
  const lead = decision.matter?.lead_unit_id;
  const leadUnitId = lead === undefined ? before.leadUnitId : lead;
  const leadChanges = leadUnitId !== before.leadUnitId;
  const moment = {
    now: context.now,
    calendar: context.calendar,
    step: name,
    ruleOf: (kind: string) => clockRuleOf(context.rules, kind, before.difficulty),
    unitOf: (kind: string, binds: Binds) => unitToName(kind, binds, leadUnitId),
    leadChanges,
    newId: context.newId,
  };
  const changes = clockChanges(before.clocks, stepOf(name), decision.clocks ?? [], moment);
  const after = { ...afterStep(before, decision, name, context), clocks: applyChanges(before.clocks, changes) };
  const submittedByPostId = name === 'submitClosure' ? context.actor.postId : before.submittedByPostId;
  return { ...after, seenBy: seenBy(after, context.network), submittedByPostId };
}

/** Guard, decide, apply: one step as the server takes it. */
export function take<Input>(
  name: StepName,
  decide: (dispute: Dispute, input: Input, context: DisputeContext) => Decision,
  before: Dispute,
  input: Input,
  context: DisputeContext,
): Dispute {
  const refused = guard(name, standingOf(before), context.actor);
  if (refused) throw refused;
  return applyDecision(name, before, decide(before, input, context), context);
}

/** The code of a refusal, or the whole of whatever else came out. */
export function refusalOf(act: () => unknown): string {
  try {
    return `not refused: ${JSON.stringify(act())}`;
  } catch (error) {
    return (error as Refusal).code;
  }
}

/** What is told to one owner; undefined when nothing. */
export const toldTo = (decision: Decision, owner: string): string | undefined =>
  decision.tell?.find((each) => each.owner === owner)?.text;
