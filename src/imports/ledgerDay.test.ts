import { expect, test } from 'vitest';
import { ledgerDay } from './ledgerDay.ts';

const read = (raw: string | number | Date, year: number | null = null) => {
  const found = ledgerDay(raw, year);
  return 'error' in found ? found.error : found.time === null ? found.day : `${found.day} ${found.time}`;
};

test('a date is read as people write it: short years, Chinese figures, spaces and line breaks', () => {
  const written: Record<string, string> = {
    '25年3月7日': '2025-03-07',
    '25.4.1': '2025-04-01',
    '25/4/1': '2025-04-01',
    "'25-04-01": '2025-04-01',
    二〇二五年四月一日: '2025-04-01',
    二零二五年十二月三十一日: '2025-12-31',
    '二○二五年十月二十号': '2025-10-20',
    '2025年\n3月 7日': '2025-03-07',
    '2025 年 3 月 7 日 ': '2025-03-07',
    '2025．3．7': '2025-03-07',
    '2025、3、7': '2025-03-07',
    '2025-3-7（星期五）': '2025-03-07',
    '2025年3月7日星期五': '2025-03-07',
    '2025.3.7.': '2025-03-07',
    '2025-03-07 14:05:00': '2025-03-07 14:05',
    '2025年3月7日下午3点': '2025-03-07 15:00',
    '2025-03-07T14:05:00Z': '2025-03-07 14:05',
    '20250307': '2025-03-07',
    '250307': '2025-03-07',
    '98年5月4日': '1998-05-04',
  };
  expect(Object.fromEntries(Object.keys(written).map((text) => [text, read(text)]))).toEqual(written);
});

test('a day without a year is a question, unless sheet or title say the year', () => {
  expect(read('三月七日')).toContain('没有写年份');
  expect(read('3.7')).toContain('没有写年份');
  expect(read('三月七日', 2024)).toBe('2024-03-07');
  expect(read('3月7号', 2024)).toBe('2024-03-07');
  expect(read('二月三十日', 2024)).toContain('这一天不存在');
});

test('a number that may be two days is asked: 3.1 is 3月1日 or 3月10日', () => {
  expect(read(3.1, 2024)).toBe('「3.1」可能是3月1日，也可能是3月10日（Excel 去掉了末尾的 0）；写成 2024-03-01 这样');
  expect(read(3.4, 2024)).toBe('2024-03-04');
  expect(read(3.15, 2024)).toBe('2024-03-15');
  expect(read('3.1', 2024)).toBe('2024-03-01');
  expect(read('3.10', 2024)).toBe('2024-03-10');
});

test('what is no single day is said, not rounded', () => {
  for (const text of ['2025年3月上旬', '2025年3月', '3月5日-8日', '春节前', '2025.3.7-2025.3.9', '25.13.1'])
    expect(read(text, 2025), text).toMatch(/读不出日期|不存在/);
});
