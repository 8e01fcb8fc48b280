import { expect, test } from 'vitest';
import { sheetsOf } from '../documents/testing/pages.ts';
import { weekOf } from './boardFrame.ts';
import type { BoardMatter, BoardRow, BoardTotals } from './boardView.ts';
import { sheetDefinitions } from './boardWords.ts';
import { type WeeklyFacts, weeklySheet } from './weeklySheet.ts';

const totals: BoardTotals = {
  open: 106,
  late: 15,
  lateRate: { numerator: 15, denominator: 106 },
  soon: 13,
  dueToday: 2,
  threeDays: 20,
  paused: { all: 4, grounds: { court: 2, appraisal: 1, material: 1, otherUnit: 0, partyAbsent: 0, forceMajeure: 0 } },
  others: { party: 1, other: 0 },
  tookOver: 1,
  struckOff: 5,
  oldestLate: null,
  notices: [],
  waiting: 0,
  weeks: [],
  hidden: 1,
};
const row: BoardRow = { ...totals, key: '140106-housing', name: '迎泽区住建局', drill: null, small: false };
const matter: BoardMatter = {
  code: '140106260000010',
  codeShort: '迎泽 26-000001-0',
  title: '车位纠纷：地下车库一个车位两家都说买了',
  category: '邻里',
  place: '迎泽街道',
  unitId: '140106-housing',
  unit: '迎泽区住建局',
  handler: null,
  restricted: false,
  clock: null,
  more: 0,
  daysLate: 8,
  noticeLevel: 0,
  openedAt: '2026-09-24T06:32:00.000Z',
};
const facts: WeeklyFacts = {
  place: '迎泽区',
  week: weekOf('2026-10-14'),
  at: new Date('2026-10-14T14:32:00+08:00'),
  rows: [row, { ...row, name: '迎泽区司法局', small: true }],
  totals,
  before: { ...totals, late: 18, open: 106, lateRate: { numerator: 18, denominator: 106 }, soon: 9 },
  oldest: [matter],
  unnamed: 1,
  notices: { issued: 2, answered: 1, lifted: 0 },
  reconciled: [],
  definitions: sheetDefinitions(30),
  printedBy: '张伟民',
  printedAt: new Date('2026-10-14T14:32:00+08:00'),
};

test('本周的周报写着和台账、报表的数怎么对上；过去的周没有这一段', () => {
  const line = '台账未销号 93 件';
  expect(weeklySheet({ ...facts, reconciled: [line] }).data.reconciled).toEqual([line]);
  expect(weeklySheet(facts).data.reconciled).toEqual([]);
});

test('每个数旁边写着前一周的和变化；率带着分子分母', () => {
  const { lines } = weeklySheet(facts).data;
  expect(lines.find(({ label }) => label === '逾期')).toEqual({
    label: '逾期',
    now: '15',
    before: '18',
    change: '少3',
  });
  expect(lines.find(({ label }) => label === '将到期')?.change).toBe('多4');
  expect(lines.find(({ label }) => label === '在办')?.change).toBe('不变');
  expect(lines.find(({ label }) => label === '逾期率')).toMatchObject({
    now: '14.2%（15/106）',
    before: '17.0%（18/106）',
  });
});

test('没过完的一周说明截至几点；过完的截至周日24时', () => {
  const { data } = weeklySheet(facts);
  expect([data.week, data.asOf, data.underWay]).toEqual([
    '2026年第42周 2026年10月12日至2026年10月18日',
    '2026年10月14日14:32',
    true,
  ]);
  const over = weeklySheet({ ...facts, at: new Date('2026-10-19T00:00:00+08:00') }).data;
  expect([over.asOf, over.underWay]).toEqual(['2026年10月18日24时', false]);
});

test('等别人的按等谁分开，没有的不写；件数少的不给率', () => {
  const { waits, rows } = weeklySheet(facts).data;
  expect(waits).toEqual([
    { label: '暂停：等法院', count: 2 },
    { label: '暂停：等鉴定', count: 1 },
    { label: '暂停：等材料', count: 1 },
    { label: '当事人自己的期限', count: 1 },
  ]);
  expect(rows.map(([name, , , rate]) => [name, rate])).toEqual([
    ['迎泽区住建局', '14.2%'],
    ['迎泽区司法局', '件数少'],
  ]);
});

test('周报打得出来，生僻字也不会变成空白；什么都没有时也是一张完整的纸', async () => {
  expect(await sheetsOf(weeklySheet({ ...facts, oldest: [{ ...matter, title: '㐂𬸚车位' }] }))).toBe(1);
  const nothing = { ...facts, rows: [], oldest: [], unnamed: 0 };
  expect(await sheetsOf(weeklySheet(nothing))).toBe(1);
  const many = { ...facts, rows: Array.from({ length: 80 }, () => row) };
  expect(await sheetsOf(weeklySheet(many))).toBeGreaterThan(2);
});
