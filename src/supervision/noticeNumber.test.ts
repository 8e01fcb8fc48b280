import { expect, test } from 'vitest';
import { docNumber, docWordOf } from './noticeNumber.ts';

const shorts: Record<string, string> = { '140106': '迎泽', '140106004': '迎泽街道', '140106001': '柳巷街道' };
const shortOf = (code: string) => shorts[code];

test.each([
  ['county', '140106', '', '迎综督'],
  ['county', '140106', '迎政督', '迎政督'],
  ['township', '140106001', '', '迎柳巷综督'],
  ['city', '140100', '', '并综督'],
] as const)('%s 中心 %s 设了「%s」，文号用「%s」', (level, regionCode, chosen, word) => {
  expect(docWordOf({ level, regionCode, countyCode: regionCode.slice(0, 6) }, shortOf, chosen)).toBe(word);
});

test('文号：年份用六角括号，序号不补零，不加第', () => {
  expect(docNumber('迎综督', 2026, 12)).toBe('迎综督〔2026〕12号');
});
