import type { Network } from '../network/lookup.ts';
import type { Directory, PostEntry } from '../people/directory.ts';
import { roleLabel } from '../people/roles.ts';
import { fold } from './fold.ts';
import { readingsOfName } from './readings.ts';

export type FoundUnit = { id: string; name: string; county: string };
export type FoundPlace = { code: string; name: string; in: string };
export type FoundPerson = { postId: string; name: string; unit: string; role: string };
/** `total` counts all that fit; the best five are sent. */
export type Group<T> = { total: number; best: T[] };

const FIVE = 5;

/** 3 begins with it or is it, 2 by its initials, 1 somewhere within. */
function fits(word: string, names: readonly string[], initials: string): number {
  const folded = names.map(fold);
  if (folded.some((name) => name === word)) return 4;
  if (folded.some((name) => name.startsWith(word))) return 3;
  if (/^[a-z]+$/.test(word)) return initials.startsWith(word) ? 2 : 0;
  return folded.some((name) => name.includes(word)) ? 1 : 0;
}

function best<T, R>(all: readonly T[], points: (one: T) => number, show: (one: T) => R): Group<R> {
  const found = all.map((one) => ({ one, points: points(one) })).filter((each) => each.points > 0);
  const first = found.toSorted((a, b) => b.points - a.points).slice(0, FIVE);
  return { total: found.length, best: first.map(({ one }) => show(one)) };
}

const personFits = (word: string, { name }: PostEntry): number => {
  const folded = fold(name);
  if (folded === word) return 4;
  const forms = [folded, ...readingsOfName(folded)];
  return forms.some((form) => form.startsWith(word)) ? 3 : folded.includes(word) ? 1 : 0;
};

const none = { total: 0, best: [] };

/** Units, places and colleagues of the counties that a post reaches: what everybody in office may look up. */
export function findBeside(text: string, counties: readonly string[], network: Network, directory: Directory) {
  const word = fold(text).trim();
  if (word === '') return { people: none, units: none, places: none };
  const long = Array.from(word).length >= 2;
  const units = network.units.filter((unit) => unit.active && counties.includes(unit.countyCode));
  const regions = network.regions.filter((region) => counties.includes(region.countyCode));
  const short = (code: string | null) => (code === null ? '' : (network.region(code)?.short ?? ''));
  const person = ({ postId, name, unitId, role }: PostEntry): FoundPerson => ({
    postId,
    name,
    unit: network.unit(unitId)?.short ?? '',
    role: roleLabel(role),
  });
  const fit = (each: { name: string; short: string; initials: string }) =>
    long ? fits(word, [each.name, each.short], each.initials) : 0;
  const posts = units.flatMap((unit) => directory.postsOf(unit.id));
  return {
    people: best(posts, (post) => personFits(word, post), person),
    units: best(units, fit, ({ id, name, countyCode }): FoundUnit => ({ id, name, county: short(countyCode) })),
    places: best(regions, fit, ({ code, name, parentCode }): FoundPlace => ({ code, name, in: short(parentCode) })),
  };
}

export type Beside = ReturnType<typeof findBeside>;
