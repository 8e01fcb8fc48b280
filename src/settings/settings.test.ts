import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { keptSince, newParts, pinOf } from './pins.ts';
import { checkedVersions, nextVersionNumber, pickVersion, type SettingVersion } from './settings.ts';

const version = (countyCode: string, number: number, effectiveFrom: string): SettingVersion<{ days: number }> => ({
  countyCode,
  version: number,
  effectiveFrom,
  basis: '测试',
  value: { days: number },
});
const versions = [
  version('140100', 1, '2026-01-01'),
  version('140106', 1, '2026-01-01'),
  version('140106', 2, '2026-06-01'),
  version('140100', 3, '2026-07-01'),
  version('140105', 4, '2026-09-01'),
];
const pick = (countyCode: string, day: string, pinned?: number) => {
  const found = pickVersion(versions, '140100', { countyCode, day, pinned });
  return `${found.countyCode} v${found.version}`;
};

test.each([
  ['140106', '2026-05-31', '140106 v1'],
  ['140106', '2026-06-01', '140106 v2'],
  ['140106', '2026-12-31', '140106 v2'],
  ['140105', '2026-06-30', '140100 v1'],
  ['140105', '2026-08-31', '140100 v3'],
  ['140105', '2026-09-01', '140105 v4'],
  ['140100', '2026-07-01', '140100 v3'],
])('in %s on %s the rules are %s', (county, day, expected) => {
  expect(pick(county, day)).toBe(expected);
});

test('a matter keeps the version it began with, also after its county publishes its own', () => {
  expect(pick('140105', '2026-12-31', 3)).toBe('140100 v3');
  expect(pick('140106', '2026-12-31', 1)).toBe('140106 v1');
});

test('where no version holds, nothing is guessed', () => {
  expect(() => pick('140106', '2025-12-31')).toThrow('no rules for 140106 in effect on 2025-12-31');
  expect(() => pick('140106', '2026-12-31', 9)).toThrow('no rules for 140106 with number 9');
});

test('a new version takes a number that no county has used', () => {
  expect(nextVersionNumber(versions)).toBe(5);
  expect(nextVersionNumber([])).toBe(1);
});

test('a stored value that does not fit is named with county, version and place', () => {
  const schema = Type.Object({ days: Type.Integer({ maximum: 3 }) }, { additionalProperties: false });
  expect(checkedVersions(schema, 'rules', versions.slice(0, 4))).toHaveLength(4);
  expect(() => checkedVersions(schema, 'rules', versions)).toThrow(
    '(rules, 140105, version 4) does not fit its schema at "/days"',
  );
});

const parts = (number: number, value: object, since = {}): SettingVersion => ({
  ...{ countyCode: '140106', effectiveFrom: '2026-01-01', basis: '测试', value },
  ...{ version: number, since },
});

test('a version keeps the parts that it left alone, each since the version that made it so', () => {
  const before = parts(5, { clocks: { report: 3 }, board: { small: 30 }, hall: { paper: '58' } }, { clocks: 2 });
  const value = { hall: { paper: '58' }, clocks: { report: 3 }, board: { small: 17 }, patrols: {} };
  expect(keptSince(before, value)).toEqual({ clocks: 2, hall: 5 });
  const after = parts(8, value, keptSince(before, value));
  expect([pinOf(after, ['clocks']), pinOf(after, ['clocks', 'hall']), pinOf(after, ['clocks', 'board'])]).toEqual([
    2, 5, 8,
  ]);
  const shape = { properties: { clocks: { title: '时限' }, board: { title: '督办台' }, hall: { title: '大厅' } } };
  expect([newParts(shape, after), newParts(shape, parts(1, value))]).toEqual([['督办台'], []]);
});
