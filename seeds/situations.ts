import { lateSituations } from './disputes/late.ts';
import { ordinarySituations } from './disputes/ordinary.ts';
import { papersSituations } from './disputes/papers.ts';
import { peopleSituations } from './disputes/people.ts';
import { restrictedSituations } from './disputes/restricted.ts';
import { wagesSituations } from './disputes/wages.ts';
import type { Situation } from './situation.ts';

/** Everything that `npm run seed` can play: the telling ones first, then the everyday. */
export const situations: readonly Situation[] = [
  ...wagesSituations,
  ...peopleSituations,
  ...papersSituations,
  ...restrictedSituations,
  ...lateSituations,
  ...ordinarySituations,
];

export const situationOf = (name: string): Situation | undefined => situations.find((each) => each.name === name);
