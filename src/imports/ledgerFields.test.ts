import { expect, test } from 'vitest';
import { fieldOfTitle } from './ledgerFields.ts';

test.each([
  '应办结日期',
  '预计办结时间',
  '计划化解时间',
  '未受理日期',
  '不予受理时间',
  '未办结情况',
  '未支付金额',
  '剩余金额',
  '非农人数',
  '办结时间占比',
])('「%s」不当作「办结日期」「金额」一类的列读：原样留下，由人定', (title) => {
  expect(fieldOfTitle(title)).toBeNull();
});

test('没有反过来的字，还是照着听得出的读', () => {
  expect(['案件办结日期', '实际办结时间', '赔偿金额（万元）', '涉及群众人数', '化解情况'].map(fieldOfTitle)).toEqual([
    ...['closedOn', 'closedOn', 'amount', 'people', 'status'],
  ]);
});
