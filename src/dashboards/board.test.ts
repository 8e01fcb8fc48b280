import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { chargedUnit, tookOverLate } from '../deadlines/charge.ts';
import { defaultClockRules } from '../deadlines/rules.13710.ts';
import type { Actor } from '../platform/actor.ts';
import { boardRows, daysOver, sortBoard } from './board.ts';
import { ALL, addFigures, type Figures, noFigures } from './boardFigures.ts';
import { boardFrame, recentWeeks, weekOf } from './boardFrame.ts';
import { type Names, rowName } from './boardNames.ts';
import { boardScope, drillOf, placeDigits } from './boardScope.ts';
import type { BoardRow } from './boardView.ts';

const now = new Date('2026-10-14T14:32:00+08:00');
const units = new Map([['140106-housing', { short: '迎泽区住建局' }]]);
const regions = new Map([
  ['140100', { short: '太原市' }],
  ['140106', { short: '迎泽区' }],
  ['140106004', { short: '迎泽街道' }],
]);
const names: Names = {
  network: {
    unit: (id) => units.get(id) as never,
    region: (code) => regions.get(code) as never,
    category: () => undefined,
  },
  clocks: { ...defaultClockRules, 'handle.simple': defaultClockRules.handleSimple },
};
const figures = (key: string, some: Partial<Figures>): Figures => ({ ...noFigures(key), ...some });
const shaped = (visible: Figures[], hidden: Figures[] = []) =>
  boardRows({ visible, hidden }, { tab: 'unit', digits: 9, ...names }, { smallNumber: 30, now });

test('看得到的和限制知悉的加在一起，就是一行的数；不列出几件另外说', () => {
  const seen = [figures('140106-housing', { open: 40, late: 2, weeks: [1, 2] }), figures(ALL, { open: 40, late: 2 })];
  const unseen = [figures('140106-housing', { open: 1, late: 1, weeks: [0, 1] }), figures(ALL, { open: 1, late: 1 })];
  const { rows, totals, hiddenLate } = shaped(seen, unseen);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ name: '迎泽区住建局', open: 41, late: 3, hidden: 1, weeks: [1, 3], small: false });
  expect(rows[0]?.lateRate).toEqual({ numerator: 3, denominator: 41 });
  expect([totals.open, totals.hidden, hiddenLate]).toEqual([41, 1, 1]);
});

test('最久的一件如果是限制知悉的，只说几天，不说是哪件', () => {
  const oldest = (days: number, code: string | null) => ({
    dueAt: new Date(now.getTime() - days * 86_400_000),
    code,
    title: code && '车位纠纷',
    countyCode: '140106',
  });
  const [a, b] = [figures('x', { oldest: oldest(3, '140106260000010') }), figures('x', { oldest: oldest(5, null) })];
  expect(shaped([a], [b]).rows[0]?.oldestLate).toMatchObject({ days: 5, code: null, title: null });
  expect(shaped([a]).rows[0]?.oldestLate).toMatchObject({ days: 3, title: '车位纠纷', codeShort: '迎泽 26-000001-0' });
});

test('督办单按第几次加起来', () => {
  const one = figures('x', { notices: [{ level: 2, count: 1 }], waiting: 1 });
  const other = figures('x', {
    notices: [
      { level: 1, count: 3 },
      { level: 2, count: 2 },
    ],
  });
  expect(addFigures(one, other)).toMatchObject({
    notices: [
      { level: 1, count: 3 },
      { level: 2, count: 3 },
    ],
    waiting: 1,
  });
});

const row = (name: string, some: Partial<BoardRow>): BoardRow =>
  ({ key: name, name, small: false, open: 50, late: 0, soon: 0, threeDays: 0, oldestLate: null, ...some }) as BoardRow;
const order = (rows: BoardRow[], sort: 'soon' | 'rate' | 'late') => sortBoard(rows, sort).map(({ name }) => name);

test('还救得回来的排前面；按逾期率排时，件数少的总在后面', () => {
  const rows = [row('多', { late: 9 }), row('能救', { soon: 3 }), row('三件两逾期', { small: true, open: 3, late: 2 })];
  expect(order(rows, 'soon')).toEqual(['能救', '多', '三件两逾期']);
  expect(order(rows, 'rate')).toEqual(['多', '能救', '三件两逾期']);
  expect(order(rows, 'late')).toEqual(['多', '三件两逾期', '能救']);
});

test.each([
  ['2026-10-14T10:00:00+08:00', 0],
  ['2026-10-14T00:00:00+08:00', 1],
  ['2026-10-13T12:00:00+08:00', 1],
  ['2026-10-08T00:00:00+08:00', 7],
])('到期 %s，到 10月14日下午逾期 %i 天：24时的到期算前一天', (due, days) => {
  expect(daysOver(new Date(due), now)).toBe(days);
});

test.each([
  ['unit', '140106-housing', 9, '迎泽区住建局'],
  ['region', '140106004', 9, '迎泽街道'],
  ['region', '140106', 9, '迎泽区（没填到乡镇街道）'],
  ['region', '140100', 6, '太原市'],
  ['clock', 'handle', 9, '办结'],
  ['clock', 'nothingKnown', 9, 'nothingKnown'],
  ['category', '99', 9, '没有分类'],
] as const)('%s 的 %s 叫什么', (tab, key, digits, name) => {
  expect(rowName(key, { tab, digits }, names)).toBe(name);
});

const held = { receivingCenterId: '140106-center', leadUnitId: '140106-housing' };

test.each([
  ['handle', null, held, '140106-housing'],
  ['verify', null, held, '140106-center'],
  ['strikeOff', null, held, '140106-center'],
  ['report', '140106-justice', held, '140106-justice'],
  ['handle', null, { ...held, leadUnitId: null }, '140106-center'],
])('钟 %s（记着 %s）算 %o 里的 %s', (kind, unitId, matter, unit) => {
  expect(chargedUnit(matter, { kind, unitId })).toBe(unit);
});

test('接到时钟已经到点，就不算接手单位的逾期', () => {
  const due = new Date('2026-10-10T00:00:00+08:00');
  expect(tookOverLate({ dueAt: due, unitSince: due })).toBe(true);
  expect(tookOverLate({ dueAt: due, unitSince: new Date(due.getTime() - 1) })).toBe(false);
  expect(tookOverLate({ dueAt: due, unitSince: null })).toBe(false);
  expect(tookOverLate({ dueAt: null, unitSince: due })).toBe(false);
});

test.each([
  ['2026-01-01', '2026-W01', '2025-12-29'],
  ['2027-01-03', '2026-W53', '2026-12-28'],
  ['2026-10-14', '2026-W42', '2026-10-12'],
  ['2024-12-30', '2025-W01', '2024-12-30'],
])('%s 在 %s，周一是 %s', (day, id, from) => {
  expect(weekOf(day)).toMatchObject({ id, from });
});

test('最近 12 周，从这一周往回数', () => {
  const weeks = recentWeeks(now);
  expect(weeks).toHaveLength(12);
  expect([weeks[0]?.id, weeks[11]?.id]).toEqual(['2026-W42', '2026-W31']);
});

test('工作日的提醒按日历数：国庆假期里一天也不算', () => {
  const holidays = Array.from({ length: 7 }, (_, index) => `2026-10-0${index + 1}`);
  const calendar = makeCalendar(
    [{ year: 2026, version: 1, source: '测试' }],
    holidays.map((day) => ({ day, kind: 'holiday', name: '国庆节' })),
  );
  const { workingUntil } = boardFrame(new Date('2026-09-30T10:00:00+08:00'), calendar);
  // The first working day after is 10-08: until 10-07 no working day lies between.
  expect(workingUntil[0]).toEqual(new Date('2026-10-08T00:00:00+08:00'));
  expect(workingUntil[1]).toEqual(new Date('2026-10-09T00:00:00+08:00'));
});

const post = (role: string, unitId: string, regionCode: string, counties = ['140106']): Actor =>
  ({
    role,
    unitId,
    centerId: unitId.endsWith('-center') ? unitId : null,
    regionCode,
    counties,
    countyCode: regionCode.slice(0, 6),
    viewers: [],
  }) as unknown as Actor;

test.each([
  ['supervisor', '140100-center', '140100', { kind: 'all' }],
  ['supervisor', '140106-center', '140106', { kind: 'all' }],
  ['dispatcher', '140106-center', '140106', { kind: 'all' }],
  ['centerLeader', '140106004-center', '140106004', { kind: 'center', key: '140106004-center' }],
  ['politicalLegalMember', '140106004-office', '140106004', { kind: 'region', key: '140106004' }],
  ['unitHead', '140106-housing', '140106', { kind: 'unit', key: '140106-housing' }],
])('%s 在 %s：数的是哪些事', (role, unitId, regionCode, within) => {
  expect(boardScope(post(role, unitId, regionCode), {}).within).toEqual(within);
});

test('市里可以只看一个区县；看不到的区县，一个也没有', () => {
  const city = post('supervisor', '140100-center', '140100', ['140100', '140105', '140106']);
  expect(boardScope(city, { county: '140105' }).counties).toEqual(['140105']);
  expect(boardScope(city, { region: '140106004' }).counties).toEqual(['140106']);
  expect(boardScope(post('supervisor', '140106-center', '140106'), { county: '140105' }).counties).toEqual([]);
});

test.each([
  ['140100', {}, 6],
  ['140106', {}, 9],
  ['140100', { county: '140106' }, 9],
  ['140100', { county: '140106', region: '140106004' }, 12],
  ['140106004', {}, 12],
  ['140106', { region: '140106004001' }, 15],
])('%s 的岗位，条件 %o：地区数到 %i 位', (regionCode, filter, digits) => {
  expect(placeDigits({ regionCode }, filter)).toBe(digits);
});

test('还能往下看的地区才点得下去', () => {
  expect(drillOf('region', '140106', 6)).toBe('140106');
  expect(drillOf('region', '140106', 9)).toBeNull();
  expect(drillOf('unit', '140106-housing', 9)).toBeNull();
});
