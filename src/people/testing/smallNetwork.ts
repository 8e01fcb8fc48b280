import { type Db, plainly } from '../../platform/db.ts';

const regions = [
  ['140100', '太原市', 'city', null],
  ['140105', '小店区', 'county', '140100'],
  ['140106', '迎泽区', 'county', '140100'],
  ['140106002', '迎泽街道', 'township', '140106'],
  ['140106002001', '示例社区', 'community', '140106002'],
] as const;

const units = [
  ['140100-center', '140100', 'city', 'center', '太原市综治中心'],
  ['140105-center', '140105', 'county', 'center', '小店区综治中心'],
  ['140106-center', '140106', 'county', 'center', '迎泽区综治中心'],
  ['140106-court', '140106', 'county', 'court', '迎泽区人民法院'],
  ['140106-housing', '140106', 'county', 'housing', '迎泽区住建局'],
  ['140106002-center', '140106002', 'township', 'center', '迎泽街道综治中心'],
  ['140106-publicSecurity', '140106', 'county', 'publicSecurity', '迎泽公安分局'],
  ['140106-laborArbitration', '140106', 'county', 'laborArbitration', '迎泽区劳动人事争议仲裁院'],
  ['140106-justice', '140106', 'county', 'justice', '迎泽区司法局'],
  ['140106-notary', '140106', 'county', 'notary', '迎泽公证处'],
  ['140106-legalAid', '140106', 'county', 'legalAid', '迎泽区法律援助中心'],
] as const;

/** Places and units enough for people; where the template brings the whole network, nothing is added to what it has. */
export async function addSmallNetwork(db: Db): Promise<void> {
  const regionRows = regions.map(([code, name, level, parent_code]) => ({
    code,
    name,
    short_name: name,
    level,
    parent_code,
    county_code: code.slice(0, 6),
    note: null,
  }));
  const unitRows = units.map(([id, region_code, level, kind, name]) => ({
    id,
    county_code: region_code.slice(0, 6),
    region_code,
    level,
    kind,
    name,
    short_name: name,
    phone: null,
  }));
  await plainly(db, async (queries) => {
    await queries
      .insertInto('region')
      .values(regionRows)
      .onConflict((c) => c.doNothing())
      .execute();
    await queries
      .insertInto('unit')
      .values(unitRows)
      .onConflict((c) => c.doNothing())
      .execute();
  });
}
