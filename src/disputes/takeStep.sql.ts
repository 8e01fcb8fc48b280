import { unitToName } from '../deadlines/charge.ts';
import { applyChanges, clockChanges } from '../deadlines/clockChanges.ts';
import * as matters from '../matters/record.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { afterStep } from './afterStep.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { findLastEvent } from './disputeRows.sql.ts';
import { getDispute, lockDispute, lockOther } from './disputes.sql.ts';
import type { Engine } from './engine.ts';
import { linkUploads } from './files.sql.ts';
import { guard } from './guard.ts';
import { keepForTakeBack } from './keepTaken.sql.ts';
import { type StepName, stepOf } from './procedure.ts';
import { type Outcome, recordStep } from './recordStep.sql.ts';
import { clockRuleOf } from './rules.ts';
import { seenBy, whoIsTold } from './seenBy.ts';
import { countyOfCode, doneSentence, movedOnSentence, standingOf } from './standing.ts';
import type { StepDone } from './views.ts';

export type StepBody = { commandId?: string; seenVersion?: number };

/** The context a decision gets: the rules that were pinned when the matter was opened. */
export function contextFor(
  engine: Engine,
  actor: Actor,
  dispute: Pick<Dispute, 'countyCode' | 'settingsVersion' | 'receivingCenterId'>,
): DisputeContext {
  const { network, calendarFor, directory, rulesFor } = engine.reference();
  const { rules } = rulesFor(dispute.countyCode, dispute.settingsVersion);
  const calendar = calendarFor(dispute.countyCode, dispute.receivingCenterId);
  const now = engine.now();
  return { actor, now, rules, calendar, network, directory, newId: () => newId(now) };
}

/** Guard and decide; what a preview shows and what a command records are the same. */
export function decideStep(
  engine: Engine,
  name: StepName,
  before: Dispute,
  input: object,
  context: DisputeContext,
): Outcome {
  const refused = guard(name, standingOf(before), context.actor);
  if (refused) throw refused;
  const decision = engine.steps[name].decide(before, input as never, context);
  const row = stepOf(name);
  const lead = decision.matter?.lead_unit_id;
  const leadUnitId = lead === undefined ? before.leadUnitId : lead;
  const leadChanges = leadUnitId !== before.leadUnitId;
  const changes = clockChanges(before.clocks, row, decision.clocks ?? [], {
    now: context.now,
    calendar: context.calendar,
    step: name,
    ruleOf: (kind) => clockRuleOf(context.rules, kind, before.difficulty),
    unitOf: (kind, binds) => unitToName(kind, binds, leadUnitId),
    leadChanges,
    newId: context.newId,
  });
  const clocks = applyChanges(before.clocks, changes);
  const after = { ...afterStep(before, decision, name, context), clocks };
  const viewers = [...before.seenBy, ...seenBy(after, context.network)];
  const tell = whoIsTold(after, viewers, decision.tell ?? []);
  return { decision: { ...decision, tell }, after, changes, clocks };
}

/** Who may never do it learns that first, and nothing of what happened since. */
function refuseOutsider(name: StepName, before: Dispute, actor: Actor): void {
  const refused = guard(name, standingOf(before), actor);
  if (refused?.kind === 'forbidden') throw refused;
}

async function refuseStale(tx: Tx, before: Dispute, seenVersion: number | undefined): Promise<void> {
  if (seenVersion === undefined || seenVersion === before.version) return;
  throw new Refusal('conflict', 'movedOn', movedOnSentence(before, await findLastEvent(tx, before)));
}

/** The second dispute of a step, as the actor may see it; locked where something will be recorded. */
export async function readOther(
  engine: Engine,
  queries: Queries,
  name: StepName,
  before: Dispute,
  input: object,
  locked: boolean,
): Promise<Pick<DisputeContext, 'other'>> {
  const code = engine.steps[name].other?.(input as never);
  if (code === undefined || code === before.code) return {};
  const countyCode = countyOfCode(code);
  return { other: await (locked ? lockOther : getDispute)(queries, countyCode, code) };
}

type Taking = { name: StepName; before: Dispute; input: object; context: DisputeContext };

/** Decide and record one step on a dispute that is locked, with what follows from it. */
export async function takeLocked(
  engine: Engine,
  tx: Tx,
  { name, before, input, context }: Taking,
): Promise<Outcome & { takeBack: boolean }> {
  const outcome = decideStep(engine, name, before, input, context);
  const eventId = recordStep(tx, name, before, outcome, context);
  const takeBack = keepForTakeBack(tx, name, before, outcome, eventId, context);
  await linkUploads(tx, before, outcome.decision, context, eventId);
  for (const react of engine.reactions[name] ?? []) await react(tx, outcome.after, outcome.decision, context, engine);
  return { ...outcome, takeBack };
}

/** Lock, decide, record: every act on a dispute by anybody goes through here. Sent twice with one commandId, it acts once. */
export async function takeStep(
  engine: Engine,
  actor: Actor,
  code: string,
  name: StepName,
  body: object,
): Promise<StepDone> {
  const countyCode = countyOfCode(code);
  const { commandId, seenVersion, ...input } = body as StepBody;
  const done = await command(engine.db, actor, async (tx) => {
    const locked = lockDispute(tx, countyCode, code);
    // Asked after the lock: a twin of this command that was waited for has left its result.
    const repeated = matters.findCommandResult<StepDone>(tx, countyCode, commandId);
    const [dispute, first] = await Promise.allSettled([locked, repeated]);
    if (first.status === 'rejected') throw first.reason;
    if (first.value) return first.value;
    if (dispute.status === 'rejected') throw dispute.reason;
    const before = dispute.value;
    refuseOutsider(name, before, actor);
    await refuseStale(tx, before, seenVersion);
    const context = {
      ...contextFor(engine, actor, before),
      ...(await readOther(engine, tx, name, before, input, true)),
    };
    const outcome = await takeLocked(engine, tx, { name, before, input, context });
    const result = {
      code,
      status: outcome.after.status,
      version: outcome.after.version,
      sentence: doneSentence(name, outcome, context),
      undoUntil: name === 'dispatch' ? (outcome.after.dispatchUndoUntil?.toISOString() ?? null) : null,
      takeBack: outcome.takeBack,
    };
    matters.recordCommandResult(tx, before, commandId, actor, context.now, result);
    return result;
  });
  await engine.afterwards?.[name]?.();
  return done;
}
