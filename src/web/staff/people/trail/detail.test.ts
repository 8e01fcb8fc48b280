import { expect, test } from 'vitest';
import { detailText } from './detail.ts';

test('what stands beside an act in the trail reads as Chinese', () => {
  const partyId = '01a2060d-a036-7528-8f41-86f336a5a4ef';
  expect(detailText({ newPin: false, partyId }, 'zh')).toBe('换新密码 否；当事人 …a5a4ef');
  expect(detailText({ field: 'phone', purpose: '通知到场' }, 'zh')).toBe('哪一项 电话；为什么 通知到场');
  expect(detailText({ role: 'handler', fields: ['phone', 'note'] }, 'zh')).toBe('岗位 承办人；改了 电话、note');
});

test('in English it stays as it was written down', () => {
  expect(detailText({ newPin: true, fields: ['phone'] }, 'en')).toBe('newPin true; fields ["phone"]');
  expect(detailText(null, 'en')).toBe('');
});
