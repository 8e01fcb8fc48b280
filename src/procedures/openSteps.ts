import type { Bound } from './engine.ts';
import { guard, stepsFor } from './guard.ts';
import type { Head, StepContext } from './head.ts';
import type { OpenSteps } from './views.ts';

/**
 * What this post can do now, and what it can do later, with why not yet. A button is never one that the server refuses
 * whatever is typed: what hinders a step is asked here as it is asked when the step is taken.
 */
export function openSteps<T extends Head, R, S extends string>(
  { kind, life, steps }: Pick<Bound<T, R, S>, 'kind' | 'life' | 'steps'>,
  thing: T,
  context: StepContext<T, R>,
): OpenSteps<S> {
  const standing = life.standing(thing);
  const { now, later } = stepsFor(kind, standing, context.actor);
  const shown = (name: S) => !kind.steps[name].elsewhere;
  const hindered = new Map(
    now.flatMap((name) => {
      const refused = steps[name].hinders?.(thing, context);
      return refused ? [[name, refused.message] as const] : [];
    }),
  );
  const waits = later.map((name) => ({ name, sentence: guard(kind, name, standing, context.actor)?.message ?? '' }));
  const stuck = [...hindered].map(([name, sentence]) => ({ name, sentence }));
  return {
    now: now.filter((name) => shown(name) && !hindered.has(name)),
    later: [...waits, ...stuck.filter(({ name }) => !steps[name].idle)].filter(({ name }) => shown(name)),
  };
}
