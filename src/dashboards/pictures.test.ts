import { expect, test } from 'vitest';
import { type UnitPicture, unitsFinding, weekPictures, weeksFinding } from './pictures.ts';

const weeks = (...counts: number[]) =>
  weekPictures(
    counts.map((_, index) => ({ id: `2026-W${40 + index}`, to: `2026-10-${String(10 + index)}` })).toReversed(),
    counts,
  );
const unit = (name: string, late: number, soon = 0): UnitPicture => ({
  key: name,
  name,
  open: 9,
  late,
  soon,
  paused: 0,
});

test('图的标题就是看出来的话：比几周前多还是少，最多的时候是哪一周', () => {
  expect(weeksFinding(weeks(8, 9, 5)).zh).toBe('现在逾期 5 件，比2周前少 3 件；最多是到10月11日（周日）的 9 件');
  expect(weeksFinding(weeks(2, 3, 5)).zh).toBe('现在逾期 5 件，比2周前多 3 件');
  expect(weeksFinding(weeks(5, 4, 5)).zh).toBe('现在逾期 5 件，和2周前一样');
  expect(weeksFinding(weeks(0, 0, 0)).zh).toBe('3周里没有逾期的');
});

test('哪个单位最多；一样多的都算上；没有逾期的说将到期', () => {
  expect(unitsFinding([unit('住建局', 5), unit('司法局', 2)]).zh).toBe('逾期最多的是住建局，5 件');
  expect(unitsFinding([unit('住建局', 2), unit('司法局', 2), unit('人社局', 0)]).zh).toBe(
    '逾期最多的是住建局等 2 个单位，各 2 件',
  );
  expect(unitsFinding([]).zh).toBe('没有单位逾期，也没有将到期的');
});

test('只有一个单位逾期就说只有它，不说「最多」；一个单位的事全逾期也照样是真话', () => {
  expect(unitsFinding([unit('住建局', 5), unit('司法局', 0, 3)]).zh).toBe('只有住建局有逾期的，5 件');
  expect(unitsFinding([unit('住建局', 9)]).zh).toBe('只有住建局有逾期的，9 件');
  expect(unitsFinding([unit('住建局', 0, 4)]).zh).toBe('没有逾期的；只有住建局有将到期的，4 件');
  expect(unitsFinding([unit('住建局', 0, 4), unit('司法局', 0, 1)]).zh).toBe('没有逾期的；将到期最多的是住建局，4 件');
  expect(unitsFinding([unit('住建局', 0), unit('司法局', 0)]).zh).toBe('没有单位逾期，也没有将到期的');
});

test('最多的有好几周，不说成只有一周；全程一样多不说最多', () => {
  expect(weeksFinding(weeks(2, 7, 3, 7, 5)).zh).toBe('现在逾期 5 件，比4周前多 3 件；最多时 7 件，有 2 周');
  expect(weeksFinding(weeks(4, 4, 4)).zh).toBe('现在逾期 4 件，和2周前一样');
  expect(weeksFinding(weeks(0, 0, 6)).zh).toBe('现在逾期 6 件，比2周前多 6 件');
  expect(weeksFinding(weeks(6, 0, 0)).zh).toBe('现在没有逾期的，2周前有 6 件');
});
