import { describe, expect, test } from 'vitest';
import { type CenterRow, dutyUnitId, type PresenceMode, type RoomKind } from '../network.ts';
import { centerById } from './centers.ts';
import { networkData } from './networkData.ts';
import { regionByCode, regionsAt } from './regions.ts';
import { unitById } from './units.ts';

const { centers, units, counters, rooms, presence, categories, sources, dutyList } = networkData;
const COUNTIES = regionsAt('county').map((county) => county.code);

const center = (county: string) => centerById.get(`${county}-center`) as CenterRow;
const countersIn = (county: string, mode?: string) =>
  counters.filter((each) => each.centerId === `${county}-center` && (mode === undefined || each.mode === mode));
const roomsIn = (county: string, kind: RoomKind) =>
  rooms.filter((each) => each.centerId === `${county}-center` && each.kind === kind);
const kindsIn = (county: string, mode?: PresenceMode) =>
  presence
    .filter((each) => each.centerId === `${county}-center` && (mode === undefined || each.mode === mode))
    .map((each) => unitById.get(each.unitId)?.kind);

describe('the whole network hangs together', () => {
  test('no id is given twice', () => {
    for (const rows of [centers, units, counters, rooms, presence, dutyList]) {
      const ids = rows.map((row) => row.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('whatever refers to a region, a center or a unit refers to one that exists', () => {
    for (const row of [...centers, ...units]) expect(regionByCode.has(row.regionCode), row.id).toBe(true);
    for (const row of centers) expect(row.parentId === null || centerById.has(row.parentId), row.id).toBe(true);
    for (const row of [...counters, ...rooms, ...presence]) expect(centerById.has(row.centerId), row.id).toBe(true);
    for (const row of presence) expect(unitById.has(row.unitId), row.id).toBe(true);
  });

  test('everything belongs to the county of its center or region', () => {
    for (const row of [...centers, ...units]) expect(row.regionCode.startsWith(row.countyCode), row.id).toBe(true);
    for (const row of [...counters, ...rooms, ...presence, ...dutyList]) {
      expect(row.id.startsWith(row.countyCode), row.id).toBe(true);
    }
  });

  test('no two units of a county have the same short name', () => {
    const names = units.map((unit) => `${unit.countyCode} ${unit.short}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('centers', () => {
  test('one for the city, ten for the counties, one for each of the 102 townships', () => {
    const counts = (['city', 'county', 'township'] as const).map(
      (level) => centers.filter((c) => c.level === level).length,
    );
    expect(counts).toEqual([1, 10, 102]);
  });

  test('are called as people call them', () => {
    expect(center('140106')).toMatchObject({ name: '太原市迎泽区社会治安综合治理中心', short: '迎泽中心' });
    expect(center('140181')).toMatchObject({ name: '古交市社会治安综合治理中心', short: '古交中心' });
    expect(center('140106004')).toMatchObject({ name: '迎泽街道综治中心', parentId: '140106-center' });
    expect(center('140106')).toMatchObject({ parentId: '140100-center' });
  });

  test.each([
    ['140106', 3000],
    ['140107', null],
    ['140108', 1359.6],
    ['140121', 2000],
    ['140122', 1153],
    ['140123', 828],
    ['140181', null],
  ])('%s has the published area %s', (county, area) => {
    expect(center(county).areaM2).toBe(area);
  });

  test('have no invented address or telephone number', () => {
    expect(centers.filter((each) => each.phone !== null || each.address !== null)).toEqual([]);
  });

  test('Yingze has 9 counters, 19 function rooms and 14 professional mediation bodies', () => {
    expect(countersIn('140106')).toHaveLength(9);
    expect(roomsIn('140106', 'functionRoom')).toHaveLength(19);
    expect(units.filter((each) => each.kind === 'industryMediation' && each.countyCode === '140106')).toHaveLength(14);
  });

  test('Xinghualing has 2 halls, 4 hearing rooms and 22 function rooms', () => {
    const kinds = ['hall', 'hearingRoom', 'functionRoom'] as const;
    expect(kinds.map((kind) => roomsIn('140107', kind).length)).toEqual([2, 4, 22]);
  });

  test('Jiancaoping has 8 resident and 4 rotating counters, 23 function and 9 support rooms, 6 zones', () => {
    expect([countersIn('140108', 'resident').length, countersIn('140108', 'rotating').length]).toEqual([8, 4]);
    expect([roomsIn('140108', 'functionRoom').length, roomsIn('140108', 'supportRoom').length]).toEqual([23, 9]);
    expect(new Set(center('140108').zones).size).toBe(6);
    const used = [...countersIn('140108'), ...rooms.filter((r) => r.centerId === '140108-center')].map((r) => r.zone);
    expect(new Set(used)).toEqual(new Set(center('140108').zones));
  });

  test('names of counters and rooms are ours, and no center has the same one twice', () => {
    expect([...counters, ...rooms].every((each) => each.assumed)).toBe(true);
    const names = [...counters, ...rooms].map((each) => `${each.centerId} ${each.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('every center has a counter to receive people and a room to mediate in', () => {
    for (const each of centers) {
      expect(
        counters.some((counter) => counter.centerId === each.id),
        each.id,
      ).toBe(true);
      expect(
        rooms.some((room) => room.centerId === each.id),
        each.id,
      ).toBe(true);
    }
  });
});

describe('units', () => {
  test.each([
    ['140106-court', '太原市迎泽区人民法院', '迎泽区法院'],
    ['140121-court', '清徐县人民法院', '清徐县法院'],
    ['140100-court', '太原市中级人民法院', '太原中院'],
    ['140106-publicSecurity', '太原市公安局迎泽分局', '迎泽公安分局'],
    ['140121-publicSecurity', '清徐县公安局', '清徐县公安局'],
    ['140181-publicSecurity', '古交市公安局', '古交市公安局'],
    ['140122-ecology', '太原市生态环境局阳曲分局', '阳曲生态环境分局'],
    ['140106-politicalLegal', '中共太原市迎泽区委政法委员会', '迎泽区委政法委'],
    ['140106004-office', '太原市迎泽区人民政府迎泽街道办事处', '迎泽街道办事处'],
    ['140110101-office', '太原市晋源区晋祠镇人民政府', '晋祠镇政府'],
    ['140121200-office', '清徐县马峪乡人民政府', '马峪乡政府'],
    ['140106004-mediation', '迎泽街道人民调解委员会', '迎泽街道调委会'],
    ['140106-center', '太原市迎泽区社会治安综合治理中心', '迎泽中心'],
  ])('%s is %s, in short %s', (id, name, short) => {
    expect(unitById.get(id)).toMatchObject({ name, short });
  });

  test('each township has an office and a mediation committee; the two statistical units have no certain office', () => {
    for (const township of regionsAt('township')) {
      expect(unitById.get(`${township.code}-office`)?.assumed).toBe(township.statistical);
      expect(unitById.get(`${township.code}-mediation`)?.assumed).toBe(true);
    }
  });
});

describe('presence', () => {
  test('Qingxu has twelve units, six of them resident as published', () => {
    expect(kindsIn('140121')).toHaveLength(12);
    const resident = ['court', 'procuratorate', 'publicSecurity', 'justice', 'civilAffairs', 'petition'];
    expect(kindsIn('140121', 'resident')).toEqual(resident);
  });

  test('Jiancaoping has eight resident and four rotating units', () => {
    expect([kindsIn('140108', 'resident').length, kindsIn('140108', 'rotating').length]).toEqual([8, 4]);
  });

  test('Jinyuan has seventeen departments and nine mediation bodies, Loufan nine units moved in whole', () => {
    expect(kindsIn('140110').filter((kind) => kind !== 'industryMediation')).toHaveLength(17);
    expect(kindsIn('140110').filter((kind) => kind === 'industryMediation')).toHaveLength(9);
    expect(kindsIn('140123', 'resident')).toHaveLength(9);
    expect(new Set(presence.filter((each) => each.countyCode === '140123').map((each) => each.mode)).size).toBe(4);
  });

  test('who is resident or rotates has days, who is on call or invited has none', () => {
    for (const row of presence) {
      expect(row.weekdays.length > 0, row.id).toBe(row.mode === 'resident' || row.mode === 'rotating');
    }
  });
});

describe('categories and duties', () => {
  test('eighteen categories with two-digit codes in order, twelve sources', () => {
    expect(categories.map((each) => each.code)).toEqual(
      Array.from({ length: 18 }, (_, i) => String(i + 1).padStart(2, '0')),
    );
    expect(new Set(categories.map((each) => each.key)).size).toBe(18);
    expect(sources).toHaveLength(12);
  });

  test('what no court confirms is said where it arises', () => {
    const warned = categories.filter((each) => each.neverConfirmable !== null).map((each) => each.name);
    expect(warned).toEqual(['婚姻家庭', '房屋宅基地', '山林土地', '征地拆迁']);
  });

  test('each category has exactly one answer in the city and in every county', () => {
    for (const county of ['140100', ...COUNTIES]) {
      const codes = dutyList.filter((each) => each.countyCode === county).map((each) => each.categoryCode);
      expect(codes).toEqual(categories.map((each) => each.code));
    }
  });

  test('every duty leads to a unit of the same county, whichever township the place is in', () => {
    for (const entry of dutyList) {
      const places = [entry.countyCode, ...regionsAt('township', entry.countyCode).map((each) => each.code)];
      for (const place of places) {
        expect(unitById.get(dutyUnitId(entry, place))?.countyCode, entry.id).toBe(entry.countyCode);
      }
      for (const id of entry.supportingUnitIds) expect(unitById.get(id)?.countyCode, entry.id).toBe(entry.countyCode);
      expect(entry.supportingUnitIds).not.toContain(entry.unitId);
    }
  });

  test('the list says that it is our default and waits for the counties', () => {
    expect(dutyList.every((each) => each.status === 'G' && each.basis.includes('待各县确认'))).toBe(true);
  });
});
