import { expect, test } from 'vitest';
import { atTime, endOfDay } from '../../../platform/now.ts';
import type { WorkItem } from '../../../procedures/views.ts';
import { countChanges, grouped, itemsOf } from './work.ts';

const now = atTime('2026-10-14', '10:00:00');
const item = (id: string, dueAt: Date | null, mine = true): WorkItem => ({
  id,
  kind: 'dispute',
  own: null,
  page: '/disputes/140106260038126',
  code: '140106260038126',
  codeShort: '迎泽 26-003812-6',
  title: '楼上漏水赔偿',
  partiesLine: '郭秀兰｜任建军',
  unit: '',
  ownTitle: null,
  act: 'report',
  owed: { zh: '写反馈', en: 'Report progress' },
  actLabel: '写反馈',
  actLabelEn: 'Report progress',
  actKey: 'F',
  clock: null,
  dueAt: dueAt?.toISOString() ?? null,
  since: now.toISOString(),
  status: 'inMediation',
  statusLabel: '调处中',
  statusLabelEn: 'In mediation',
  mine,
  as: null,
});

test('what is owed stands under late, today, this week, later and without a date', () => {
  const list = [
    item('late', atTime('2026-10-14', '09:59:00')),
    item('tonight', endOfDay('2026-10-14')),
    item('friday', endOfDay('2026-10-16')),
    item('nextMonth', endOfDay('2026-11-14')),
    item('waiting', null),
  ];
  expect(grouped(list, now).map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([
    ['overdue', ['late']],
    ['today', ['tonight']],
    ['week', ['friday']],
    ['later', ['nextMonth']],
    ['undated', ['waiting']],
  ]);
});

test('a deadline at 24:00 is late the moment the day is over', () => {
  const midnight = endOfDay('2026-10-14');
  expect(grouped([item('a', midnight)], midnight).map(({ name }) => name)).toEqual(['overdue']);
});

test('headings without anything under them are left out', () => {
  expect(grouped([], now)).toEqual([]);
});

test('a matter that moved from one page to the next meanwhile is shown once', () => {
  const pages = [{ items: [item('a', null), item('b', null)] }, { items: [item('b', null), item('c', null)] }];
  expect(itemsOf(pages).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('the list counts what came, went and changed, and nothing else', () => {
  const [a, b, c] = [item('a', null), item('b', null), item('c', null)];
  expect(countChanges([a, b], [b, a])).toBe(0);
  expect(countChanges([a, b], [a, { ...b, act: 'settle' }, c])).toBe(2);
  expect(countChanges([a, b], [a])).toBe(1);
});
