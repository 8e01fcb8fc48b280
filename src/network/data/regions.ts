import { countyOf, levelOfCode, parentOf, type RegionLevel, type RegionRow } from '../network.ts';
import { initialsOf } from './initials.ts';
import extract from './regions.json' with { type: 'json' };

const STATISTICAL_NOTES: Readonly<Record<string, string>> = {
  '140108400': '统计用单位（高新区），不是法定的街道或乡镇；是否单设综治中心待客户名单确认',
  '140122400': '统计用单位，不是法定的建制镇；是否单设综治中心待客户名单确认',
};
const STATISTICAL_COMMUNITY_NOTE = '统计用单位（类似居委会），不是法定的居委会或村委会';

/** 菜园东街社区居委会 → 菜园东街社区; 上庄村委会 and 上兰村民委员会 → 上庄村, 上兰村. */
export function shortRegionName(name: string): string {
  const short = name
    .replace(/村(村民委员会|村委会|民委员会|委会)$/, '村')
    .replace(/(居民委员会|居委会)$/, '')
    .replace('社区社区', '社区')
    .replace('高新技术产业开发区', '高新区');
  return short === '' ? name : short;
}

/** In the statistical codes 4xx in the last three digits stands for "like a township" or "like a committee". */
function statisticalNote(code: string, level: RegionLevel): string | null {
  if (level === 'township') return STATISTICAL_NOTES[code] ?? null;
  return level === 'community' && code.slice(9) >= '400' ? STATISTICAL_COMMUNITY_NOTE : null;
}

function regionRow(code: string, name: string): RegionRow {
  const level = levelOfCode(code);
  const short = shortRegionName(name);
  const note = statisticalNote(code, level);
  return {
    code,
    parentCode: parentOf(code),
    countyCode: countyOf(code),
    level,
    name,
    short,
    initials: initialsOf(short),
    statistical: note !== null,
    assumed: false,
    note,
  };
}

/** Everything of the extract, parents before children. NOTICE.md says where it comes from and what it leaves out. */
export const regions: readonly RegionRow[] = extract.map(([code = '', name = '']) => regionRow(code, name));

export const regionByCode: ReadonlyMap<string, RegionRow> = new Map(regions.map((region) => [region.code, region]));

export function regionsAt(level: RegionLevel, countyCode?: string): RegionRow[] {
  return regions.filter((each) => each.level === level && (countyCode === undefined || each.countyCode === countyCode));
}

/** Throws on a code that the extract does not have: only for codes written in this folder. */
export function knownRegion(code: string): RegionRow {
  const region = regionByCode.get(code);
  if (region === undefined) throw new RangeError(`unknown region: ${code}`);
  return region;
}

/** 迎泽区 → 迎泽, as in 太原市公安局迎泽分局; 古交市 → 古交. */
export function stemOf(county: RegionRow): string {
  return county.name.replace(/[区县市]$/, '');
}

/** Districts carry the city's name before their own; counties and 古交市 stand alone. */
export function officialPrefix(region: RegionRow): string {
  return region.name.endsWith('区') ? `太原市${region.name}` : region.name;
}

/** One grid a community, for demonstrations only: where the real grids run is the customer's to say. */
export function defaultGrids(countyCode: string): RegionRow[] {
  return regionsAt('community', countyCode).map((community) => ({
    ...community,
    code: `${community.code}001`,
    parentCode: community.code,
    level: 'grid',
    name: '第一网格',
    short: `${community.short}第一网格`,
    initials: initialsOf(`${community.short}第一网格`),
    statistical: false,
    assumed: true,
    note: '演示用网格，真实网格划分待客户提供',
  }));
}
