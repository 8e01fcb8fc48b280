import { expect, test } from 'vitest';
import { filterSentence, readLedgerSearch, withFilter, withOrder, withPage } from './filters.ts';

const words: Record<string, string> = { inMediation: '调处中', dispatched: '已分流', '01': '邻里', '3d': '3天内到期' };
const wording = {
  word: (_name: string, value: string) => words[value] ?? value,
  label: (name: string) => ({ status: '状态', category: '类别' })[name] ?? name,
};

test('the filters of an address read as a sentence', () => {
  const search = { status: 'inMediation,dispatched', category: '01', due: '3d' };
  expect(filterSentence(search, wording)).toBe('状态是调处中、已分流，类别是邻里，3天内到期');
  expect(filterSentence({}, wording)).toBe('');
});

test('what an address says beyond the filters is dropped', () => {
  expect(readLedgerSearch({ status: 'closed', page: '7', due: '', unit: 3 })).toEqual({ status: 'closed' });
});

test('another filter, or none, starts from the first row again', () => {
  const search = { status: 'closed', after: 'x', order: 'opened' };
  expect(withFilter(search, 'category', ['01', '02'])).toEqual({
    status: 'closed',
    category: '01,02',
    order: 'opened',
  });
  expect(withFilter(search, 'status', [])).toEqual({ order: 'opened' });
});

test('turning a page keeps filters and order', () => {
  expect(withPage({ status: 'closed', before: 'x' }, 'after', 'y')).toEqual({ status: 'closed', after: 'y' });
});

test('the order by date due is the one that needs no word in the address', () => {
  expect(withOrder({ order: 'opened', after: 'x' }, 'due')).toEqual({});
  expect(withOrder({}, 'opened')).toEqual({ order: 'opened' });
});
