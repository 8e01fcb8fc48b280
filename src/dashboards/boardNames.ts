import type { ClockRule } from '../deadlines/clockRule.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import type { Network } from '../network/lookup.ts';
import { CITY_CODE, regionPath } from '../network/network.ts';
import type { BoardFilter, BoardTab } from './boardInput.ts';

export type Names = {
  network: Pick<Network, 'unit' | 'region' | 'category'>;
  clocks: Readonly<Record<string, ClockRule>>;
};

/** What a county calls a clock; limits of law by their law. Difficulty and the like do not change the name. */
export function clockName(kind: string, { clocks }: Pick<Names, 'clocks'>): string {
  const own = clocks[kind] ?? Object.values(clocks).find((rule) => rule.kind === kind);
  return own?.label ?? statutoryClocks.get(kind)?.rule.label ?? kind;
}

export function placeName(code: string, { network }: Pick<Names, 'network'>): string {
  const short = (each: string) => network.region(each)?.short;
  if (code === CITY_CODE) return short(code) ?? code;
  return regionPath(code, short, code.length > 6 ? 'township' : 'county') || code;
}

const levels: Readonly<Record<number, string>> = { 9: '乡镇街道', 12: '村社区', 15: '网格' };

/** 「迎泽街道」; a place that is not filled in as deep as its neighbors says so. */
export function rowName(key: string, { tab, digits }: { tab: BoardTab; digits: number }, names: Names): string {
  if (tab === 'unit') return names.network.unit(key)?.short ?? key;
  if (tab === 'category') return names.network.category(key)?.name ?? '没有分类';
  if (tab === 'clock') return clockName(key, names);
  return key.length < digits ? `${placeName(key, names)}（没填到${levels[digits] ?? '区县'}）` : placeName(key, names);
}

/** The words of the filters that are on: 「迎泽区住建局」「办结」. */
export function filterNames(filter: BoardFilter, names: Names): Partial<Record<keyof BoardFilter, string>> {
  const { county, region, unit, clock, category } = filter;
  const word = (tab: BoardTab, key: string) => rowName(key, { tab, digits: 0 }, names);
  return {
    ...(county !== undefined && { county: placeName(county, names) }),
    ...(region !== undefined && { region: placeName(region, names) }),
    ...(unit !== undefined && { unit: word('unit', unit) }),
    ...(clock !== undefined && { clock: word('clock', clock) }),
    ...(category !== undefined && { category: word('category', category) }),
  };
}
