import { expect, test } from 'vitest';
import { english } from './english.ts';
import { readInEnglish } from './read.ts';

test('a sentence with its figures, its dates and its clocks', () => {
  expect(english('「办结」最多延 2 次，已经延过了。')).toBe('“Close” can be extended 2 times, and was.');
  expect(english('办结：10月9日24时前')).toBe('Close: by 9 Oct 24:00');
  expect(english('新密码不能和旧密码一样。')).toBe('The new password cannot be the old one.');
});

test('several sentences one after the other, and names as they are', () => {
  expect(english('分流给迎泽街道中心，协办：司法局。依据：缺省职责清单')).toBe(
    'Dispatched to 迎泽街道中心, supported by 司法局. Basis: 缺省职责清单',
  );
});

test('a clock with all its clauses, and who did something as what', () => {
  expect(english('回访：10月6日24时前，还有7天（1个工作日），正常。')).toBe(
    'Return visit: by 6 Oct 24:00, 7 days left (1 working days), On time.',
  );
  expect(english('武志强（迎泽街道中心 承办人）')).toBe('武志强（迎泽街道中心 Handler）');
});

test('what people wrote stays as they wrote it', () => {
  expect(english('楼上漏水，要求赔偿')).toBe('楼上漏水，要求赔偿');
  const answer = { title: '没有这一天。', notes: [{ body: '没有找到。' }], error: { message: '没有找到。' } };
  expect(readInEnglish('/api/disputes/1', answer)).toEqual({
    title: '没有这一天。',
    notes: [{ body: '没有找到。' }],
    error: { message: 'Not found.' },
  });
});

test('rules that are typed over and sent again are not touched', () => {
  const rules = { rules: { text: '没有找到。' } };
  expect(readInEnglish('/api/settings/drafts/1', rules)).toEqual(rules);
});

test('what residents are told is quoted as they will read it, what colleagues are told is read', () => {
  const tells = [
    { who: '当事人', channel: '查询页', text: '没有找到。' },
    { who: '迎泽中心', channel: '站内', text: '没有找到。' },
  ];
  expect(readInEnglish('/api/disputes/1/reports/preview', { tells }).tells).toEqual([
    { who: 'a party', channel: 'status page', text: '没有找到。' },
    { who: '迎泽中心', channel: 'in the house', text: 'Not found.' },
  ]);
});

test('who is at the center is read, and words that people typed elsewhere are not', () => {
  const strip = [{ text: '法院 08:30 应到，没到', tone: 'missing' }];
  expect(readInEnglish('/api/presence', { strip, lines: [{ modeLabel: '常驻', words: '不来' }] })).toEqual({
    strip: [{ text: '法院 due 08:30, not here', tone: 'missing' }],
    lines: [{ modeLabel: 'resident', words: 'not coming' }],
  });
  expect(readInEnglish('/api/disputes/1', { words: '不来' })).toEqual({ words: '不来' });
});
