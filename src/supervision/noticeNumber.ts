import type { Unit } from '../network/lookup.ts';

type Office = Pick<Unit, 'level' | 'regionCode' | 'countyCode'>;
type ShortOf = (regionCode: string) => string | undefined;

/** The township's own characters, where it issues itself. */
const ownOf = ({ level, regionCode }: Office, shortOf: ShortOf): string =>
  level === 'township' ? (shortOf(regionCode) ?? '').replace(/(街道|镇|乡)$/, '') : '';

/** 迎, 迎柳巷, 并: how a center's numbers begin. */
export function officeWord(center: Office, shortOf: ShortOf): string {
  const first = center.level === 'city' ? '并' : (shortOf(center.countyCode)?.slice(0, 1) ?? '');
  return `${first}${ownOf(center, shortOf)}`;
}

/** 「迎综督」: how the center's numbers begin, and 综督. */
export function docWordOf(center: Office, shortOf: ShortOf, chosen: string): string {
  // The county's own choice is the county center's word; a township keeps itself apart by its name.
  return chosen === '' ? `${officeWord(center, shortOf)}综督` : `${chosen}${ownOf(center, shortOf)}`;
}

/** 「迎综督〔2026〕12号」, as GB/T 9704 writes it: full year in 〔〕, no leading zero, no 第. */
export const docNumber = (word: string, year: number, number: number): string => `${word}〔${year}〕${number}号`;
