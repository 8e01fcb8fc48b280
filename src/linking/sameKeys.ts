import { pinyin } from 'pinyin-pro';
import { fold, isHan } from '../search/fold.ts';
import { kept } from '../search/readings.ts';

/** A party as far as it tells one person from another; numbers as keyed digests, never in clear. */
export type Known = {
  side: 'applicant' | 'respondent' | 'third';
  name: string;
  identity: string | null;
  phone: string | null;
};

/** What two disputes are compared by. */
export type Comparable = {
  parties: readonly Known[];
  categoryCode: string;
  regionCode: string;
  address: string;
  /** Title, what happened and what is asked for. */
  text: string;
  occurredOn: string | null;
  openedAt: Date;
};

export type SameKey = { kind: 'identity' | 'phone' | 'name' | 'address' | 'place'; value: string };

/** 郭秀蘭 and 郭秀兰 sound alike and are written down by ear; what is not Chinese stays as it is written. */
export const soundOf = kept((name) => {
  const plain = fold(name).replace(/[^\p{L}\p{N}]+/gu, '');
  return isHan(plain) ? pinyin(plain, { surname: 'head', toneType: 'none', type: 'array', v: true }).join('') : plain;
});

/** 示例小区3号楼 of 示例小区 3号楼2单元501: people who live in one building name it in many ways. Empty: too little is said. */
export function buildingOf(address: string): string {
  const plain = fold(address).replace(/[^\p{L}\p{N}]+/gu, '');
  const building = /^.*?\d+(?:号楼|号院|栋|幢|座|楼)/u.exec(plain)?.[0] ?? /^.*?\d+号/u.exec(plain)?.[0] ?? plain;
  return building.length >= 3 ? building : '';
}

/** The township of a place, or the place itself where it is larger. */
export const townshipPart = (regionCode: string): string => regionCode.slice(0, 9);

/** Wherever a matter of this kind was placed: in its community and in its township. */
export function placesOf({ regionCode, categoryCode }: Pick<Comparable, 'regionCode' | 'categoryCode'>): string[] {
  if (categoryCode === '' || regionCode.length < 9) return [];
  const codes = new Set([townshipPart(regionCode), regionCode.slice(0, 12)]);
  return [...codes].map((code) => `${code} ${categoryCode}`);
}

/** `digest` makes a name or an address unreadable for whoever reads the table. */
export function sameKeysOf(matter: Comparable, digest: (kind: string, text: string) => string): SameKey[] {
  const building = buildingOf(matter.address);
  const keys = [
    ...matter.parties.flatMap(({ name, identity, phone }): SameKey[] => [
      ...(identity ? [{ kind: 'identity' as const, value: identity }] : []),
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
      ...(soundOf(name).length >= 2 ? [{ kind: 'name' as const, value: digest('name', soundOf(name)) }] : []),
    ]),
    ...(building && matter.regionCode.length >= 9
      ? [{ kind: 'address' as const, value: digest('address', `${townshipPart(matter.regionCode)} ${building}`) }]
      : []),
    ...placesOf(matter).map((value) => ({ kind: 'place' as const, value })),
  ];
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}
