import type { DisputeDecision } from '../../intake/disputeDecision.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { decideStep, outcomeOf } from '../../procedures/decideStep.ts';
import type { Dispute, DisputeContext } from '../dispute.ts';
import { disputeKind } from '../kind.ts';
import { disputeLife } from '../life.ts';
import type { StepName } from '../procedure.ts';

const bound = { kind: disputeKind, life: disputeLife };

/** What one transaction would leave behind, whoever decided it. */
export function applyDecision(
  name: StepName,
  before: Dispute,
  decision: DisputeDecision,
  context: DisputeContext,
): Dispute {
  const { after, viewers } = outcomeOf(bound, name, before, decision, context);
  return { ...after, seenBy: viewers };
}

type Decide<Input> = (dispute: Dispute, input: Input, context: DisputeContext) => DisputeDecision;

/** One step as the engine takes it, with this decision: guard, decide, and the dispute that it leaves behind. */
export function take<Input>(
  name: StepName,
  decide: Decide<Input>,
  before: Dispute,
  input: Input,
  context: DisputeContext,
): Dispute {
  const steps = { [name]: { input: {}, decide } } as never;
  const { after, viewers } = decideStep({ ...bound, steps }, name, before, input as object, context);
  return { ...after, seenBy: viewers };
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
export const toldTo = (decision: DisputeDecision, owner: string): string | undefined =>
  decision.tell?.find((each) => each.owner === owner)?.text;
