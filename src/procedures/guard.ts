import { roleLabel } from '../people/roles.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Kind, type Poster, type Row, type Standing, stepNamesOf } from './kind.ts';

const parted = (who: string): [role: string, place: string] => who.split('@') as [string, string];

export function standsAt<S extends Standing>(
  { places }: Pick<Kind<string, S>, 'places'>,
  place: string,
  standing: S,
  actor: Poster,
): boolean {
  return places[place]?.holds(standing, actor) ?? false;
}

function mayTake<S extends Standing>(kind: Kind<string, S>, row: Row, standing: S, actor: Poster): boolean {
  return row.who.some((who) => {
    const [role, place] = parted(who);
    return actor.role === role && standsAt(kind, place, standing, actor);
  });
}

/** Who takes a step, in words: 受理中心的审批岗、受理中心的中心主任. */
export function whoMay<Step extends string>({ steps, places }: Kind<Step>, name: Step): string {
  const words = steps[name].who.map((who) => {
    const [role, place] = parted(who);
    return `${places[place]?.words ?? ''}${roleLabel(role)}`;
  });
  return [...new Set(words)].join('、');
}

/** Refused by post first, then by status: a person learns who can do it before learning when. */
export function guard<Step extends string, S extends Standing>(
  kind: Kind<Step, S>,
  name: Step,
  standing: S,
  actor: Poster,
): Refusal | null {
  const row = kind.steps[name];
  if (!mayTake(kind, row, standing, actor))
    return new Refusal('forbidden', 'notYourStep', `「${row.label}」由${whoMay(kind as Kind<Step>, name)}来做。`);
  if (row.from.includes(standing.status)) return null;
  const word = (status: string) => kind.statuses[status]?.zh ?? status;
  const [now, when] = [word(standing.status), row.from.map(word).join('、')];
  return new Refusal(
    'conflict',
    'wrongStatus',
    `${kind.called}现在是「${now}」，「${row.label}」要在「${when}」时做。`,
  );
}

/** What this post can do now, in the order of the procedure; and what it may do later, with when. */
export function stepsFor<Step extends string, S extends Standing>(
  kind: Kind<Step, S>,
  standing: S,
  actor: Poster,
): { now: Step[]; later: Step[] } {
  const mine = stepNamesOf(kind).filter((name) => mayTake(kind, kind.steps[name], standing, actor));
  return {
    now: mine.filter((name) => kind.steps[name].from.includes(standing.status)),
    later: mine.filter((name) => !kind.steps[name].from.includes(standing.status)),
  };
}
