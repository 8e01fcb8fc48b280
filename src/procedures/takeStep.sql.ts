import { releaseOf } from '../delivery/release.ts';
import { findCommandResult, recordCommandResult, targetOf } from '../matters/commandResults.sql.ts';
import { linkUploads } from '../matters/files.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import { countyOfCode } from './code.ts';
import { decideStep, type Outcome } from './decideStep.ts';
import type { Bound, Engine } from './engine.ts';
import { guard } from './guard.ts';
import type { Head, StepContext } from './head.ts';
import { findLastEvent } from './lastEvent.sql.ts';
import { lockBeside, lockMatter } from './lock.sql.ts';
import { undoWords } from './outlook.ts';
import { movedOnSentence } from './sentences.ts';
import { recordState } from './state.sql.ts';
import { keepForTakeBack } from './taken.sql.ts';
import type { StepDone } from './views.ts';

export type StepBody = { commandId?: string; seenVersion?: number };
type Pinned = Pick<Head, 'countyCode' | 'settingsVersion' | 'receivingCenterId'>;

/** The context a decision gets: its kind's parts of the rules as they were pinned when the matter was opened. */
export function contextFor<R>(
  engine: Engine<R>,
  actor: Actor,
  { countyCode, settingsVersion, receivingCenterId }: Pinned,
): StepContext<never, R> {
  const { network, calendarFor, directory, rulesFor } = engine.reference();
  const { rules } = rulesFor(countyCode, settingsVersion);
  const calendar = calendarFor(countyCode, receivingCenterId);
  const now = engine.now();
  return { actor, now, rules, calendar, network, directory, newId: () => newId(now) };
}

async function refuseStale(tx: Tx, { kind }: Pick<Bound, 'kind'>, before: Head, seen: number | undefined) {
  if (seen === undefined || seen === before.version) return;
  throw new Refusal('conflict', 'movedOn', movedOnSentence(kind, before, await findLastEvent(tx, before)));
}

/** The second matter of a step, as the actor may see it, locked. */
export async function readOther<T extends Head, R, S extends string>(
  bound: Bound<T, R, S>,
  tx: Tx,
  step: S,
  before: T,
  input: object,
): Promise<{ other?: T }> {
  const code = bound.steps[step].other?.(input as never);
  if (code === undefined || code === before.code) return {};
  return { other: await lockBeside<T>(bound, tx, code) };
}

export type Taking<T extends Head, R, S extends string> = {
  step: S;
  before: T;
  input: object;
  context: StepContext<T, R>;
};

/** Decide and record one step on a matter that is locked, with what follows from it; whoever only foretells it hears of it. */
export async function takeLocked<T extends Head, R, S extends string>(
  engine: Engine<R>,
  tx: Tx,
  bound: Bound<T, R, S>,
  { step, before, input, context }: Taking<T, R, S>,
): Promise<Outcome<T, S> & { takeBack: boolean }> {
  const outcome = decideStep(bound, step, before, input, context);
  const { decision, after } = outcome;
  const eventId = recordState(tx, bound, outcome, context);
  const takeBack = keepForTakeBack(tx, bound, outcome, eventId, context);
  const { actor, now } = context;
  const by = { eventId, authorUserId: actor.role === 'party' ? null : actor.userId, at: now };
  if (decision.files) await linkUploads(tx, before, decision.files, by);
  engine.elsewhere?.({ kind: bound.kind, tell: decision.tell ?? [], matter: after, event: decision.type });
  for (const react of bound.reactions[step] ?? []) await react(tx, after, decision, context, engine as Engine);
  return { ...outcome, takeBack };
}

/** Lock, decide, record: every act on a matter by anybody goes through here. Sent twice with one commandId, it acts once. */
export async function takeStep<T extends Head, R, S extends string>(
  engine: Engine<R>,
  bound: Bound<T, R, S>,
  actor: Actor,
  code: string,
  step: S,
  body: object,
): Promise<StepDone> {
  const { commandId, seenVersion, ...input } = body as StepBody;
  const key = { countyCode: countyOfCode(code), commandId, actor, target: targetOf(code, step) };
  const done = await command(engine.db, actor, async (tx) => {
    const locked = lockMatter(bound, tx, code);
    // Asked after the lock: a twin of this command that was waited for has left its result.
    const repeated = findCommandResult<StepDone>(tx, key);
    const [found, first] = await Promise.allSettled([locked, repeated]);
    if (first.status === 'rejected') throw first.reason;
    if (first.value) return first.value;
    if (found.status === 'rejected') throw found.reason;
    const before = found.value;
    // Who may never do it learns that first, and nothing of what happened since.
    const refused = guard(bound.kind, step, bound.life.standing(before), actor);
    if (refused?.kind === 'forbidden') throw refused;
    await refuseStale(tx, bound, before, seenVersion);
    const other = await readOther(bound, tx, step, before, input);
    const context = { ...contextFor(engine, actor, before), ...other };
    const outcome = await takeLocked(engine, tx, bound, { step, before, input, context });
    const result = doneOf(engine, bound, outcome, context);
    recordCommandResult(tx, key, before.id, context.now, result);
    return result;
  });
  await bound.afterwards?.[step]?.();
  return done;
}

function doneOf<T extends Head, R, S extends string>(
  engine: Engine<R>,
  bound: Bound<T, R, S>,
  outcome: Outcome<T, S> & { takeBack: boolean },
  context: StepContext<T, R>,
): StepDone {
  const { after, takeBack } = outcome;
  const back = bound.life.undoneBy(outcome, context);
  return {
    ...{ code: after.code, status: after.status, version: after.version },
    sentence: bound.life.done(outcome, context),
    undo: undoWords(bound, outcome, context, releaseOf(engine, after.countyCode, context.now)),
    undoUntil: back?.until?.toISOString() ?? null,
    takeBack,
  };
}
