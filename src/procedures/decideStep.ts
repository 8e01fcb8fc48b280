import { applyChanges, type ClockChange, clockChanges, type Moment } from '../deadlines/clockChanges.ts';
import type { Decision } from '../matters/decision.ts';
import { type Refusal, refuseIf } from '../platform/refusal.ts';
import type { Bound } from './engine.ts';
import { guard } from './guard.ts';
import type { Head, StepContext, Todo } from './head.ts';
import { whoIsTold } from './owners.ts';

/** All that a step leaves behind, before anything is written: the preview speaks of it, the record writes it. */
export type Outcome<T extends Head = Head, Step extends string = string> = {
  step: Step;
  before: T;
  decision: Decision;
  after: T;
  changes: readonly ClockChange[];
  viewers: readonly string[];
  dueAt: Date | null;
  todos: readonly Todo[];
};

/** Why this actor cannot take the step on this matter now: by post, by status, by what stands in its way. */
export function refusalOf<T extends Head, R, S extends string>(
  { kind, life, steps }: Pick<Bound<T, R, S>, 'kind' | 'life' | 'steps'>,
  step: S,
  thing: T,
  context: StepContext<T, R>,
): Refusal | null {
  return guard(kind, step, life.standing(thing), context.actor) ?? steps[step].hinders?.(thing, context) ?? null;
}

/** How clocks begin and are charged on a matter that stands like this. */
export function momentOf<T extends Head, R, S extends string>(
  { life }: Pick<Bound<T, R, S>, 'life'>,
  step: string,
  thing: T,
  context: StepContext<T, R>,
): Moment {
  const { now, calendar, rules, newId } = context;
  return {
    ...{ now, calendar, step, newId },
    ruleOf: (kind) => life.ruleOf(rules, kind, thing),
    unitOf: (kind, binds) => life.chargedTo(kind, binds, thing),
  };
}

/** What follows from how a matter stands: who sees it, the date it is listed at, what is owed on it. */
export function followsFrom<T extends Head, R, S extends string>(
  { life }: Pick<Bound<T, R, S>, 'life'>,
  thing: T,
  context: StepContext<T, R>,
): Pick<Outcome<T>, 'viewers' | 'dueAt' | 'todos'> {
  const viewers = life.seenBy(thing, context.network);
  return { viewers, dueAt: life.listedDue(thing), todos: life.owed(thing, context) };
}

/** Guard and decide. Pure: what a preview shows and what a command records is this one evaluation. */
export function decideStep<T extends Head, R, S extends string>(
  bound: Pick<Bound<T, R, S>, 'kind' | 'life' | 'steps'>,
  step: S,
  before: T,
  input: object,
  context: StepContext<T, R>,
): Outcome<T, S> {
  refuseIf(refusalOf(bound, step, before, context));
  return outcomeOf(bound, step, before, bound.steps[step].decide(before, input as never, context), context, input);
}

/** What the decision leaves behind: clocks, viewers, debts, who is told. */
export function outcomeOf<T extends Head, R, S extends string>(
  bound: Pick<Bound<T, R, S>, 'kind' | 'life'>,
  step: S,
  before: T,
  decision: Decision,
  context: StepContext<T, R>,
  input: object = {},
): Outcome<T, S> {
  const stood = bound.life.after(before, decision, step, context, input);
  // The rule of a clock is that of the matter as it came in: triage changes what is started after it.
  const moment = {
    ...momentOf(bound, step, stood, context),
    ruleOf: (kind: string) => bound.life.ruleOf(context.rules, kind, before),
    leadChanges: stood.leadUnitId !== before.leadUnitId,
  };
  const changes = clockChanges(before.clocks, bound.kind.steps[step], decision.clocks ?? [], moment);
  const after = { ...stood, clocks: applyChanges(before.clocks, changes) };
  const follows = followsFrom(bound, after, context);
  const tell = whoIsTold(after, [...before.seenBy, ...follows.viewers], decision.tell ?? []);
  return { step, before, decision: { ...decision, tell }, after, changes, ...follows };
}
