import type { Unit } from '../network/lookup.ts';

/** 「迎综督」: the first character of the county, the township's own where it issues itself, and 综督. */
export function docWordOf(
  center: Pick<Unit, 'level' | 'regionCode' | 'countyCode'>,
  shortOf: (regionCode: string) => string | undefined,
  chosen: string,
): string {
  const first = center.level === 'city' ? '并' : (shortOf(center.countyCode)?.slice(0, 1) ?? '');
  const own = center.level === 'township' ? (shortOf(center.regionCode) ?? '').replace(/(街道|镇|乡)$/, '') : '';
  // The county's own choice is the county center's word; a township keeps itself apart by its name.
  return chosen === '' ? `${first}${own}综督` : `${chosen}${own}`;
}

/** 「迎综督〔2026〕12号」, as GB/T 9704 writes it: full year in 〔〕, no leading zero, no 第. */
export const docNumber = (word: string, year: number, number: number): string => `${word}〔${year}〕${number}号`;
