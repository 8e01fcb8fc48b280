import type { CountyRules } from '../disputes/rules.ts';
import type { Book } from '../network/book.ts';
import type { Unit } from '../network/lookup.ts';
import { countiesOf, viewersOf } from '../people/viewers.ts';
import type { Actor } from '../platform/actor.ts';
import type { Engine, Reference } from '../procedures/engine.ts';

/** What this module stands on; the server hands it over. */
export type BriefingEngine = Omit<Engine<CountyRules>, 'reference'> & {
  reference(): Reference<CountyRules> & { book: Book };
};

/** The center whose morning a post reads: its own, or that of its place. */
export const centerOf = ({ centerId, regionCode }: Pick<Actor, 'centerId' | 'regionCode'>): string =>
  centerId ?? `${regionCode}-center`;

/** Centers in which somebody leads: for them a morning is made. */
export function centersWithMorning({ network, directory }: Pick<Reference, 'network' | 'directory'>): Unit[] {
  return network.units.filter(
    ({ id, kind, active }) =>
      kind === 'center' && active && directory.postsOf(id, 'centerLeader', 'politicalLegalMember').length > 0,
  );
}

/** Whoever leads a center, without being anybody: the house counts by the leader's scope. */
export function leaderOf({ id, countyCode, regionCode }: Unit, counties: readonly string[]): Actor {
  const post = { postId: '', role: 'centerLeader' as const, unitId: id, centerId: id, regionCode, countyCode };
  const keys = viewersOf(post).filter((key) => key !== 'p:');
  return { ...post, userId: '', name: '', counties: countiesOf({ countyCode }, counties), viewers: keys };
}
