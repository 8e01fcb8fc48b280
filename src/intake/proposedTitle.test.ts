import { expect, test } from 'vitest';
import { proposedTitle } from './proposedTitle.ts';

test('没写事由的，用经过里发生的第一件事，不带日子，不带人名', () => {
  expect(proposedTitle('9月20日起楼上卫生间漏水，泡坏天花板和吊柜。', [])).toBe('楼上卫生间漏水');
  expect(proposedTitle('昨天晚上8点左右，任建军家卫生间漏水，郭秀兰上楼找过两次。', ['郭秀兰', '任建军'])).toBe(
    '当事人家卫生间漏水',
  );
  expect(proposedTitle('去年3月开始拖欠工资', [])).toBe('拖欠工资');
});

test('写得太少就不猜；太长的截到一行', () => {
  expect(proposedTitle('吵架', [])).toBe('');
  expect(proposedTitle('9月20日起。', [])).toBe('');
  expect(proposedTitle('物业公司没有经过业主大会同意就把小区绿地改成收费停车位', [])).toHaveLength(20);
});
