import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parentOf } from '../network.ts';
import { initialsOf } from './initials.ts';
import { defaultGrids, regionByCode, regions, regionsAt, shortRegionName } from './regions.ts';

const COUNTIES = '140105 140106 140107 140108 140109 140110 140121 140122 140123 140181'.split(' ');

describe('the regions of Taiyuan', () => {
  test('one city, ten counties, 102 townships and 1,350 villages and communities, each code once', () => {
    const counts = (['city', 'county', 'township', 'community'] as const).map((level) => regionsAt(level).length);
    expect(counts).toEqual([1, 10, 102, 1350]);
    expect(new Set(regions.map((region) => region.code)).size).toBe(1463);
    expect(regionsAt('county').map((county) => county.code)).toEqual(COUNTIES);
  });

  test('every place but the city has its parent before it', () => {
    const seen = new Set<string>();
    for (const region of regions) {
      if (region.level !== 'city') expect(seen, region.code).toContain(region.parentCode);
      expect(region.parentCode).toBe(parentOf(region.code));
      seen.add(region.code);
    }
  });

  test.each([
    ['140105', 10, 152],
    ['140106', 7, 112],
    ['140107', 12, 146],
    ['140108', 14, 134],
    ['140109', 14, 138],
    ['140110', 6, 111],
    ['140121', 9, 158],
    ['140122', 10, 121],
    ['140123', 7, 116],
    ['140181', 13, 162],
  ])('%s has %i townships and %i villages and communities', (county, townships, communities) => {
    expect(regionsAt('township', county)).toHaveLength(townships);
    expect(regionsAt('community', county)).toHaveLength(communities);
  });

  test.each([
    ['140110001', 22],
    ['140110002', 9],
    ['140110003', 23],
    ['140110100', 21],
    ['140110101', 24],
    ['140110102', 12],
  ])('%s of Jinyuan has %i villages and communities', (township, count) => {
    expect(regionsAt('community').filter((each) => each.parentCode === township)).toHaveLength(count);
  });

  test('the reform zone is no county of the network', () => {
    expect(regions.some((region) => region.code.startsWith('140171'))).toBe(false);
  });

  test('units that exist for statistics only are marked and explained', () => {
    const marked = regionsAt('township').filter((each) => each.statistical);
    expect(marked.map((each) => each.code)).toEqual(['140108400', '140122400']);
    expect(regions.filter((each) => each.statistical).every((each) => each.note !== null)).toBe(true);
    expect(regionByCode.get('140108400498')?.statistical).toBe(true);
    expect(regionByCode.get('140106004')?.statistical).toBe(false);
  });

  test.each([
    ['菜园东街社区居委会', '菜园东街社区'],
    ['劲松社区居民委员会', '劲松社区'],
    ['太纸社区社区居委会', '太纸社区'],
    ['上庄村委会', '上庄村'],
    ['新店村村民委员会', '新店村'],
    ['上兰村民委员会', '上兰村'],
    ['东关口村民委员会', '东关口村'],
    ['后所营居民委员会', '后所营'],
    ['太原中北高新技术产业开发区', '太原中北高新区'],
  ])('%s is shown as %s', (name, short) => {
    expect(shortRegionName(name)).toBe(short);
  });

  test('no short name is empty or still says committee', () => {
    const odd = regions.filter((each) => each.short === '' || /委员会|居委会|村委会/.test(each.short));
    expect(odd).toEqual([]);
  });

  test.each([
    ['迎泽区', 'yzq'],
    ['尖草坪区', 'jcpq'],
    ['晋祠镇', 'jcz'],
    ['长风西街街道', 'cfxjjd'],
    ['12345热线', '12345rx'],
  ])('%s is found by typing %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('every place can be found by its initials', () => {
    expect(regions.filter((each) => !/^[a-z0-9]+$/.test(each.initials))).toEqual([]);
  });

  test('a default grid is made for each community, marked as assumed', () => {
    const grids = defaultGrids('140106');
    expect(grids).toHaveLength(112);
    expect(grids.every((grid) => grid.assumed && grid.level === 'grid')).toBe(true);
    expect(grids.every((grid) => regionByCode.has(parentOf(grid.code) ?? ''))).toBe(true);
  });

  test('the extract stays small', () => {
    expect(statSync(new URL('./regions.json', import.meta.url)).size).toBeLessThan(250_000);
  });
});
