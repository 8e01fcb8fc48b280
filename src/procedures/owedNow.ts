import type { Bound } from './engine.ts';
import type { Head, StepContext } from './head.ts';
import type { OwedNow } from './views.ts';

type Around = Pick<StepContext<Head>, 'directory' | 'network'>;

/** A person by name; of a desk, the unit where it stands. */
function holderOf(owner: string, { network, directory }: Around): string {
  const [id = ''] = owner.slice(2).split('#');
  return (owner.startsWith('p:') ? directory.post(id)?.name : network.unit(id)?.short) ?? '';
}

/**
 * What is owed on a matter now, from the same debts that make everybody's list of work: which step, by whom, by when. What
 * cannot be done yet says why, in the words of the refusal itself; what a person may not do is no reason, it waits for another.
 */
export function owedNow<T extends Head, R, S extends string>(
  { life, steps }: Pick<Bound<T, R, S>, 'life' | 'steps'>,
  thing: T,
  context: StepContext<T, R>,
): OwedNow<S>[] {
  const rows = new Map<string, OwedNow<S>>();
  for (const { owner, act, dueAt } of life.owed(thing, context)) {
    const step = act as S;
    const who = holderOf(owner, context);
    const mine = context.actor.viewers.includes(owner);
    const refused = steps[step].hinders?.(thing, context);
    const notYet = refused?.kind === 'conflict' ? refused.message : null;
    const key = `${act} ${who}`;
    const known = rows.get(key);
    rows.set(key, { act: step, who, dueAt: dueAt?.toISOString() ?? null, mine: mine || known?.mine === true, notYet });
  }
  return [...rows.values()];
}
