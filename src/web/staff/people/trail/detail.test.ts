import { expect, test } from 'vitest';
import { detailText } from './detail.ts';
import { subjectText } from './subject.ts';

test('操作记录旁边的补充是人话，没有系统内部的代号', () => {
  const partyId = '01a2060d-a036-7528-8f41-86f336a5a4ef';
  expect(detailText({ newPin: false, partyId }, 'zh')).toBe('换新密码 否；当事人 …a5a4ef');
  expect(detailText({ field: 'phone', purpose: '通知到场' }, 'zh')).toBe('哪一项 电话；为什么 通知到场');
  expect(detailText({ role: 'handler', fields: ['phone', 'note'] }, 'zh')).toBe('岗位 承办人；改了 电话');
  expect(detailText({ code: 'wrongPassword', counted: true }, 'zh')).toBe('结果 账号或密码不对；计入试错 是');
  expect(detailText({ unitId: '140106-agriculture', chainHead: 'a0f3' }, 'zh')).toBe('');
});

test('in English it is said in English', () => {
  expect(detailText({ newPin: true, fields: ['phone'] }, 'en')).toBe('New PIN yes; Changed Phone');
  expect(detailText(null, 'en')).toBe('');
});

test('一条记录是关于什么的，有名字说名字，有编号说编号，内部的代号不说', () => {
  expect(subjectText('units/140106-housing', '住建局', 'zh')).toBe('单位 住建局');
  expect(subjectText('140106260000019', null, 'zh')).toBe('140106 26 000001 9');
  expect(subjectText('01a2060d-a036-7528-8f41-86f336a5a4ef', null, 'zh')).toBe('');
  expect(subjectText('01a2060d-a036-7528-8f41-86f336a5a4ef', '王芳', 'zh')).toBe('王芳');
});
