import type { Chance } from './chance.ts';

const deep = (depth: number): unknown => (depth === 0 ? 'x' : [deep(depth - 1)]);

const texts: readonly string[] = [
  '',
  ' ',
  '\0',
  '张\0三',
  '\ud800',
  '断\udc42开',
  '🀄'.repeat(40),
  '长'.repeat(3_000),
  'x'.repeat(20_000),
  '𠮷野家',
  '\u202e反\u0007响',
  "'; drop table matter; --",
  '../../../etc/passwd',
  '%00%ff%',
  '{"a":1}',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '275760-09-13',
  '2026-02-30T25:61:00+08:00',
  '999999-01-01T00:00:00Z',
  '24:60',
  '-1',
  '0',
  '2147483648',
  '9223372036854775808',
  '1e309',
  'NaN',
  'null',
  'true',
  '１２３',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '140106999999999',
  'WyJ4IiwieSJd',
  'WyIyMDI2LTAyLTMwIiwibm90LWFuLWlkIl0',
  'WyI5OTk5OTktMDEtMDFUMDA6MDA6MDBaIiwiMDE4OTAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAwIl0',
];
const numbers: readonly number[] = [
  0,
  -1,
  0.5,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  9_007_199_254_740_992,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
];
const others: readonly unknown[] = [null, true, [], {}, [[]], deep(40), { constructor: { name: 1 } }, [null]];

export const rubbishText = (chance: Chance): string => chance.pick(texts);
export const rubbish = (chance: Chance): unknown =>
  chance.once(3) ? chance.pick(others) : chance.once(3) ? chance.pick(numbers) : rubbishText(chance);
