import { expect, test } from 'vitest';
import { endsOf, readLedgerSearch, sameFilters, withFilter, withOrder, withPage } from './search.ts';
import { filterSentence } from './sentence.ts';

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
  expect(readLedgerSearch({ status: 'closed', page: '7', due: '', unit: null })).toEqual({ status: 'closed' });
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

test('a range of days or of numbers reads as one would say it', () => {
  const say = (search: object) => filterSentence(search, { ...wording, label: (name) => names[name] ?? name });
  const names: Record<string, string> = { opened: '登记', amount: '金额', people: '涉及', due: '到期' };
  expect(say({ opened: '2026-10-01..2026-10-31' })).toBe('登记在2026年10月1日到10月31日');
  expect(say({ opened: '2026-12-30..2027-01-02' })).toBe('登记在2026年12月30日到2027年1月2日');
  expect(say({ due: '..2026-10-16' })).toBe('到期在2026年10月16日以前');
  expect(say({ amount: '10000..', people: '10..20' })).toBe('金额10000元以上，涉及10到20人');
  expect(say({ text: '漏水', reopened: 'yes' })).toBe('reopened，写着「漏水」');
});

test('a range has two ends, either may be open', () => {
  expect(endsOf('5..')).toEqual(['5', '']);
  expect(endsOf('..9')).toEqual(['', '9']);
  expect(endsOf(undefined)).toEqual(['', '']);
});

test('a page turned or a view named does not make the filters others', () => {
  expect(sameFilters({ category: '02', after: 'x', view: 'v' }, { category: '02' })).toBe(true);
  expect(sameFilters({ category: '02' }, { category: '03' })).toBe(false);
  expect(sameFilters({}, { order: 'opened' })).toBe(false);
});
