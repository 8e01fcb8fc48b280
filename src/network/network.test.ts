import { describe, expect, test } from 'vitest';
import {
  ancestorsOf,
  centerAt,
  countyOf,
  type DutyEntry,
  dutyUnitId,
  isRegionCode,
  isWithin,
  levelOfCode,
  parentOf,
  regionPath,
  townshipOf,
} from './network.ts';

const NAMES: Record<string, string> = {
  '140100': '太原市',
  '140106': '迎泽区',
  '140106004': '迎泽街道',
  '140106004003': '菜园东街社区',
};

describe('what a region code says', () => {
  test.each([
    ['140100', 'city'],
    ['140106', 'county'],
    ['140106004', 'township'],
    ['140106004003', 'community'],
    ['140106004003001', 'grid'],
  ])('%s is a %s', (code, level) => {
    expect(levelOfCode(code)).toBe(level);
  });

  test.each(['', '1401', '14010', '1401060', '14010600X'])('"%s" is no region code', (code) => {
    expect(isRegionCode(code)).toBe(false);
    expect(() => levelOfCode(code)).toThrow('没有这个地方');
  });

  test('a grid belongs to its county and its township', () => {
    expect(countyOf('140106004003001')).toBe('140106');
    expect(townshipOf('140106004003001')).toBe('140106004');
    expect(townshipOf('140106')).toBeNull();
  });

  test('the ancestors go from the city down to the parent', () => {
    expect(ancestorsOf('140106004003')).toEqual(['140100', '140106', '140106004']);
    expect(parentOf('140106004003001')).toBe('140106004003');
    expect(parentOf('140106')).toBe('140100');
    expect(parentOf('140100')).toBeNull();
  });

  test('a place lies in its county and in itself, and not in the next county', () => {
    expect(isWithin('140106004', '140106')).toBe(true);
    expect(isWithin('140106', '140106')).toBe(true);
    expect(isWithin('140106004', '140100')).toBe(true);
    expect(isWithin('140106', '140106004')).toBe(false);
    expect(isWithin('140107001', '140106')).toBe(false);
  });

  test('a path reads from the city down, or from the level asked for', () => {
    const nameOf = (code: string) => NAMES[code];
    expect(regionPath('140106004003', nameOf)).toBe('太原市迎泽区迎泽街道菜园东街社区');
    expect(regionPath('140106004003', nameOf, 'township')).toBe('迎泽街道菜园东街社区');
  });
});

describe('who answers at a place', () => {
  const entry: DutyEntry = {
    id: '140106-01',
    countyCode: '140106',
    categoryCode: '01',
    target: 'township',
    unitId: null,
    supportingUnitIds: [],
    basis: '缺省职责清单（待各县确认）',
    reason: '',
    date: '2026-11-22',
    status: 'G',
  };

  test('a township duty goes to the center of the township where the place lies', () => {
    expect(dutyUnitId(entry, '140106004003')).toBe('140106004-center');
  });

  test('a township duty goes to the county center where no township is known', () => {
    expect(dutyUnitId(entry, '140106')).toBe('140106-center');
    expect(centerAt('140106')).toBe('140106-center');
  });

  test('a duty of the center or of a unit goes there wherever in the county the place is', () => {
    expect(dutyUnitId({ ...entry, target: 'center' }, '140106004')).toBe('140106-center');
    expect(dutyUnitId({ ...entry, target: 'unit', unitId: '140106-housing' }, '140106004')).toBe('140106-housing');
  });
});
