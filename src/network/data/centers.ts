import { type CenterRow, CITY_CODE, centerIdOf, parentOf, type RegionRow } from '../network.ts';
import { initialsOf } from './initials.ts';
import { officialPrefix, regions, stemOf } from './regions.ts';

/** The three zones that every center of the national pattern has; Jiancaoping has six, whose names are ours. */
export const USUAL_ZONES = ['引导受理区', '多元化解区', '指挥调度区'] as const;
const SIX_ZONES = ['引导受理区', '信访接待区', '法律服务区', '多元化解区', '研判会商区', '指挥调度区'];

type Stated = Pick<CenterRow, 'areaM2' | 'stated'>;

/** What has been published of each county's center. A county that is not here has published no such number. */
const STATED: Readonly<Record<string, Stated>> = {
  '140106': { areaM2: 3000, stated: { counters: 9, functionRooms: 19, mediationBodies: 14 } },
  '140107': { areaM2: null, stated: { halls: 2, hearingRooms: 4, functionRooms: 22 } },
  '140108': {
    areaM2: 1359.6,
    stated: { counters: 12, residentCounters: 8, rotatingCounters: 4, functionRooms: 23, supportRooms: 9, zones: 6 },
  },
  '140110': { areaM2: null, stated: { units: 17, mediationBodies: 9, townships: 6, communities: 116 } },
  '140121': { areaM2: 2000, stated: { units: 12, residentUnits: 6 } },
  '140122': { areaM2: 1153, stated: {} },
  '140123': { areaM2: 828, stated: { units: 9, townshipCenters: 7, gridWorkers: 232 } },
};
const UNKNOWN: Stated = { areaM2: null, stated: {} };

const NOTES: Readonly<Record<string, string>> = {
  '140100': '公开报道称全市有104个乡镇（街道）综治中心，统计数据为102个，待客户提供名单',
  '140110': '公开报道为116个村（社区），统计数据为111个，待客户提供名单',
};

function namesOf(region: RegionRow): Pick<CenterRow, 'name' | 'short'> {
  if (region.level === 'township') return { name: `${region.short}综治中心`, short: `${region.short}中心` };
  const name = `${officialPrefix(region)}社会治安综合治理中心`;
  // 市中心 would read as "downtown".
  return { name, short: region.code === CITY_CODE ? '太原市综治中心' : `${stemOf(region)}中心` };
}

function centerOf(region: RegionRow): CenterRow {
  const parent = parentOf(region.code);
  const names = namesOf(region);
  return {
    id: centerIdOf(region.code),
    countyCode: region.countyCode,
    regionCode: region.code,
    parentId: parent === null ? null : centerIdOf(parent),
    level: region.level as CenterRow['level'],
    ...names,
    initials: initialsOf(names.short),
    ...(STATED[region.code] ?? UNKNOWN),
    zones: region.level === 'township' ? [] : region.code === '140108' ? SIX_ZONES : USUAL_ZONES,
    address: null,
    phone: null,
    assumed: region.statistical,
    note: region.note ?? NOTES[region.code] ?? null,
  };
}

/** One center a region from the city down to the townships: 1 + 10 + 102. */
export const centers: readonly CenterRow[] = regions
  .filter((region) => region.level === 'city' || region.level === 'county' || region.level === 'township')
  .map(centerOf);

export const centerById: ReadonlyMap<string, CenterRow> = new Map(centers.map((center) => [center.id, center]));
