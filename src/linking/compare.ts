import type { SameMatterRules } from '../disputes/sameMatterRules.ts';
import { dayOf, daysBetween } from '../platform/now.ts';
import { againstAnother, type Match, matchesOf, peopleWords } from './alikeParties.ts';
import { bigramsOf, likeness } from './bigrams.ts';
import { buildingOf, type Comparable, townshipPart } from './sameKeys.ts';

/** Why two disputes may be one matter, in words for people. `weight` orders a list and is never shown. */
export type Alike = { reasons: string[]; bothSides: boolean; weight: number };

type Around = {
  matches: readonly Match[];
  bothSides: boolean;
  place: { word: string; building: boolean } | null;
  text: boolean;
  category: boolean;
  days: number;
};

function placeOf(one: Comparable, other: Comparable): Around['place'] {
  if (one.regionCode.length < 9 || townshipPart(one.regionCode) !== townshipPart(other.regionCode)) return null;
  const building = buildingOf(one.address);
  if (building !== '' && building === buildingOf(other.address)) return { word: '地址', building: true };
  const community = one.regionCode.length >= 12 && one.regionCode.slice(0, 12) === other.regionCode.slice(0, 12);
  return { word: community ? '社区' : '街道', building: false };
}

function aroundOf(one: Comparable, earlier: Comparable, rules: SameMatterRules): Around {
  const matches = matchesOf(one, earlier);
  return {
    matches,
    bothSides: new Set(matches.map(({ side }) => side)).size === 2,
    place: placeOf(one, earlier),
    text: likeness(bigramsOf(one.text), bigramsOf(earlier.text)) >= rules.likePercent,
    category: one.categoryCode !== '' && one.categoryCode === earlier.categoryCode,
    days: Math.max(0, daysBetween(dayOf(earlier.openedAt), dayOf(one.openedAt))),
  };
}

/** A number is enough while little is written; a name that many have needs a place or the story beside it. */
function byPeople(one: Comparable, { matches, bothSides, place, text, category }: Around): boolean {
  if (matches.length === 0) return false;
  if (bothSides || text || place?.building) return true;
  if (one.categoryCode !== '' && !category) return false;
  const nothingWritten = one.categoryCode === '' && one.regionCode === '' && one.text.trim() === '';
  const written = matches.some(({ how }) => how !== '同音');
  return matches.some(({ sure }) => sure) || place !== null || (nothingWritten && written);
}

/** Nobody's name fits, or none is known: the same building or the same story, not long ago. */
function byPlace({ place, text, category, days }: Around, { lookBackDays }: SameMatterRules): boolean {
  if (place === null || days > lookBackDays) return false;
  return place.building ? text || category : text && category;
}

const ago = (days: number): string => (days === 0 ? '今天' : `${days}天前`);

/**
 * Whether a newcomer's dispute may be the matter that somebody came about before, and why; null when too little speaks for
 * it. That the same person came before is no reason: whom it is against, where it is or what happened must fit as well,
 * as far as they are known. What has ended is the same matter only between the same people.
 */
export function compare(one: Comparable, earlier: Comparable, ended: boolean, rules: SameMatterRules): Alike | null {
  const around = aroundOf(one, earlier, rules);
  const { matches, bothSides, place, text, category, days } = around;
  if (againstAnother(one, earlier, matches)) return null;
  if (ended && !(bothSides && days <= rules.closedDays)) return null;
  const people = byPeople(one, around);
  const here = byPlace(around, rules);
  if (!people && !here) return null;
  const reasons = [
    ...peopleWords(matches),
    ...(place && (place.building || here) ? [place.word] : []),
    ...(text ? ['经过'] : []),
    ...(category ? ['类别'] : []),
    ago(days),
  ];
  const weight =
    (bothSides ? 8 : 0) + matches.length * 2 + (place?.building ? 3 : 0) + (text ? 3 : 0) + Number(category);
  return { reasons, bothSides, weight };
}
